import { startsOnlyAt } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { partsOf, withoutPart } from '../../condition-parts.ts';
import type { Condition } from '../../list-condition.ts';
import type { Keyset } from '../../reads.ts';
import { type Graph, standing } from '../database/graph.ts';
import { Parameters } from '../database/prepared-statements.ts';
import { conditionText } from './conditions.ts';
import { endsOf } from './hops.ts';
import { betweenText, type Walk } from './window-text.ts';

// The neighbors of an entity are stored by name. A list by name of what is linked with some
// entities merges their neighbors, wherever these are in the list of all.

/** Entities with a hop to one of the ends, and the rest of a condition. */
export interface Linked {
  readonly slot: number;
  readonly ends: readonly number[];
  readonly rest: Condition | null;
  /** How many there are at most. */
  readonly count: number;
}

/** With more ends, other ways are about as good. */
const mostEnds = 20;

/** The part of a condition that is one hop to few ends, the one that the fewest entities meet. */
export function linkedPart(graph: Graph, kind: EntityKind, where: Condition): Linked | null {
  const found = partsOf(where).flatMap((part): readonly Linked[] => {
    if (part.op !== 'linked') return [];
    const [hop, ...others] = part.hops;
    if (hop === undefined || others.length > 0) return [];
    if (hop.direction !== 'OUT' || !startsOnlyAt(hop, kind)) return [];
    const ends = [...new Set(endsOf(part.slugs, graph))];
    if (ends.length > mostEnds) return [];
    const slot = graph.codes.slot(hop.type, 'IN');
    const text = `SELECT coalesce(sum(best), 0) FROM fan
      WHERE slot = ?1 AND owner IN (SELECT value FROM json_each(?2))`;
    const [count = 0] = graph.statements.row<[number]>(text, [slot, JSON.stringify(ends)]) ?? [];
    return [{ slot, ends, rest: withoutPart(where, part), count }];
  });
  const [fewest = null] = found.sort((one, other) => one.count - other.count);
  return fewest;
}

type Row = readonly [id: string, value: string];

/**
 * The first `size` neighbors of the ends by name, without those that do not meet the rest of the
 * condition.
 */
export function linkedPortion(
  graph: Graph,
  kind: EntityKind,
  { slot, ends, rest }: Linked,
  walk: Walk,
  size: number,
): { readonly rows: readonly Row[]; readonly last: Keyset | null } {
  if (ends.length === 0) return { rows: [], last: null };
  const into = new Parameters();
  const order = walk.down ? 'DESC' : 'ASC';
  const limit = into.bind(size);
  const between = betweenText(walk, 'x.value', 'x.neighbor', into);
  const parts = ends.map(
    (end) => `SELECT * FROM (
      SELECT x.value AS value, x.neighbor AS id, x.neighbor_n AS n FROM edge x
      WHERE x.owner = ${into.bind(end)} AND x.slot = ${slot} AND x.standing >= ${standing.best}
        ${between} ORDER BY x.value ${order}, x.neighbor ${order} LIMIT ${limit})`,
  );
  const [passes, entity] =
    rest === null
      ? ['1', '']
      : [conditionText(rest, [kind], graph, into), 'CROSS JOIN entity e ON e.n = m.n'];
  const text = `SELECT m.id, m.value, ${passes} FROM (
      ${parts.join(' UNION ALL ')} ORDER BY 1 ${order}, 2 ${order} LIMIT ${limit}
    ) AS m ${entity} ORDER BY m.value ${order}, m.id ${order}`;
  const found = graph.statements.rows<readonly [...Row, passes: number]>(text, into.values);
  const [id, value] = found.at(-1) ?? [];
  const isEnd = found.length < size || id === undefined || value === undefined;
  return {
    // An entity with links to several ends comes once for each.
    rows: found.flatMap(([id, value, passes], at): Row[] =>
      passes && found[at - 1]?.[0] !== id ? [[id, value]] : [],
    ),
    last: isEnd ? null : { id, value },
  };
}
