import { entityKinds } from '../../../ontology/kinds.ts';
import type { CountedFan, Fan, RelationType, SharedNeighbor } from '../../../ontology/relations.ts';
import type { CountedFanAt } from '../../reads.ts';
import { allRelations } from '../../sides.ts';
import { type Graph, standing, withType } from '../database/graph.ts';
import { Parameters } from '../database/prepared-statements.ts';

/** The fans of an entity; undefined for an unknown one. */
export function fansOf(
  graph: Graph,
  ownerId: string,
  types: readonly RelationType[],
): readonly CountedFan[] | undefined {
  if (graph.numberOf(ownerId) === undefined) return undefined;
  return graph
    .slots(ownerId, { ...allRelations, types })
    .map(({ type, side, total }) => ({ type, side, total }));
}

type Row = readonly [
  ...[id: string, slug: string, degree: number],
  ...[relation: string, forward: number, relationOfOther: string, forwardOfOther: number],
];

/** Neighbors may have equal slugs if they are of different kinds. */
const mostOfSlug = entityKinds.length;

/**
 * Looks at the neighbors of the smaller fan. A neighbor's place in the larger one is looked up, so
 * a hub is not read.
 */
export function sharedNeighbor(
  graph: Graph,
  one: CountedFanAt,
  other: CountedFanAt,
): SharedNeighbor | null {
  const [few, many] = one.total <= other.total ? [one, other] : [other, one];
  const [fewNumber, manyNumber] = [graph.numberOf(few.id), graph.numberOf(many.id)];
  if (fewNumber === undefined || manyNumber === undefined) return null;
  const into = new Parameters();
  const [here, there] = [into.bind(fewNumber), into.bind(manyNumber)];
  const found = graph.statements.row<Row>(
    `WITH near AS MATERIALIZED (
       SELECT DISTINCT n, degree FROM (${neighborsText(graph, few, here)}) AS x
       WHERE ${isNeighborText(graph, many, there)}
     ), best AS (
       SELECT e.n AS n, e.id AS id, e.slug AS slug, e.degree AS degree
       FROM near CROSS JOIN entity e ON e.n = near.n
       WHERE near.degree = (SELECT min(degree) FROM near) ORDER BY e.slug LIMIT ${mostOfSlug}
     )
     SELECT x.id, x.slug, x.degree, r.id, r.from_n = ${here}, s.id, s.from_n = ${there}
     FROM best AS x CROSS JOIN relation r ON ${relationText(graph, few, 'r', here)}
     CROSS JOIN relation s ON ${relationText(graph, many, 's', there)}
     ORDER BY x.slug, ${few === one ? 'r.id, s.id' : 's.id, r.id'} LIMIT 1`,
    into.values,
  );
  if (found === undefined) return null;
  const [id, slug, degree, near, nearForward, far, farForward] = found;
  const nearest = { relationId: withType('Relation', near), forward: nearForward === 1 };
  const farther = { relationId: withType('Relation', far), forward: farForward === 1 };
  return { id, slug, degree, relations: few === one ? [nearest, farther] : [farther, nearest] };
}

/** The numbers and degrees of the neighbors. */
function neighborsText(graph: Graph, { type, side }: Fan, owner: string): string {
  if (side === 'OUT') {
    return `SELECT e.n AS n, e.degree AS degree
      FROM relation r CROSS JOIN entity e ON e.n = r.to_n
      WHERE r.from_n = ${owner} AND r.type = ${graph.codes.property(type)}
        AND r.standing >= ${standing.best}`;
  }
  return `SELECT neighbor_n AS n, degree FROM edge
    WHERE owner = ${owner} AND slot = ${graph.codes.slot(type, side)}
      AND standing >= ${standing.best}`;
}

/** Whether the entity `x.n` is a neighbor. Answered by one index from either side. */
function isNeighborText(graph: Graph, { type, side }: Fan, owner: string): string {
  const exists = (from: string, to: string) =>
    `EXISTS (SELECT 1 FROM relation WHERE to_n = ${to} AND type = ${graph.codes.property(type)}
       AND from_n = ${from} AND standing >= ${standing.best})`;
  const parts = [
    ...(side === 'IN' ? [] : [exists(owner, 'x.n')]),
    ...(side === 'OUT' ? [] : [exists('x.n', owner)]),
  ];
  return `(${parts.join(' OR ')})`;
}

/** Whether a relation of the fan leads to the entity `x.n`. */
function relationText(graph: Graph, { type, side }: Fan, name: string, owner: string): string {
  const ends = (from: string, to: string) => `(${name}.from_n = ${from} AND ${name}.to_n = ${to})`;
  const parts = [
    ...(side === 'IN' ? [] : [ends(owner, 'x.n')]),
    ...(side === 'OUT' ? [] : [ends('x.n', owner)]),
  ];
  return `(${parts.join(' OR ')}) AND ${name}.type = ${graph.codes.property(type)}
    AND ${name}.standing >= ${standing.best}`;
}
