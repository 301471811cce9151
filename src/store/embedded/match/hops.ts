import { entityKinds } from '../../../ontology/kinds.ts';
import { type RelationType, relationOf } from '../../../ontology/relations.ts';
import type { Hop } from '../../list-condition.ts';
import { type Graph, standing } from '../database/graph.ts';
import type { Parameters } from '../database/prepared-statements.ts';

/** The numbers of the entities of any kind whose current slug is in the list. */
export function endsOf(slugs: readonly string[], graph: Graph): readonly number[] {
  return slugs.flatMap((slug) =>
    entityKinds.flatMap((kind) => {
      const entity = graph.located(kind, slug);
      return entity?.slug === slug ? [graph.numberOf(entity.id) ?? 0] : [];
    }),
  );
}

/** Both ends of the best relations of a hop, as columns `here` and `there`. */
export function hopsFrom(type: RelationType, direction: Hop['direction'], graph: Graph): string {
  const best = `type = ${graph.codes.property(type)} AND standing >= ${standing.best}`;
  const out = `SELECT from_n AS here, to_n AS there FROM relation WHERE ${best}`;
  const back = `SELECT to_n AS here, from_n AS there FROM relation WHERE ${best}`;
  if (relationOf(type).symmetric) return `(${out} UNION ALL ${back})`;
  return direction === 'OUT' ? `(${out})` : `(${back})`;
}

/** Whether best relations lead from the entity along the hops to one of the ends. */
export function reachText(
  number: string,
  [hop, ...rest]: readonly Hop[],
  ends: readonly number[],
  depth: number,
  graph: Graph,
  into: Parameters,
): string {
  if (hop === undefined) return `${number} IN ${into.list(ends)}`;
  const name = `h${depth}`;
  const further = reachText(`${name}.there`, rest, ends, depth + 1, graph, into);
  return `EXISTS (SELECT 1 FROM ${hopsFrom(hop.type, hop.direction, graph)} AS ${name}
    WHERE ${name}.here = ${number} AND ${further})`;
}

/** The entities that the hops lead from, found by walking backward from the ends. */
export function leadingText(
  hops: readonly Hop[],
  ends: readonly number[],
  graph: Graph,
  into: Parameters,
): string {
  let reached = `SELECT value AS n FROM json_each(${into.bind(JSON.stringify(ends))})`;
  for (const { type, direction } of hops.toReversed()) {
    const back = direction === 'OUT' ? 'IN' : 'OUT';
    reached = `SELECT hop.there AS n FROM (${reached}) AS reached
      CROSS JOIN ${hopsFrom(type, back, graph)} AS hop ON hop.here = reached.n`;
  }
  return reached;
}
