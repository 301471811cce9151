import { kindOfId } from '../../../ontology/ids.ts';
import type { RelationRecord } from '../../../ontology/records.ts';
import {
  leadsOnlyTo,
  type RelationType,
  relationOf,
  relationTypes,
  type Side,
} from '../../../ontology/relations.ts';
import type { LinkRow, NearbyRow, SurroundingsSpec, WalkSpec } from '../../reads.ts';
import { allRelations, followedFans } from '../../sides.ts';
import { type Graph, standing, withType } from '../database/graph.ts';
import { Parameters } from '../database/prepared-statements.ts';
import { kindText } from './neighbor-source.ts';

interface Links {
  readonly links: readonly LinkRow[];
  readonly complete: boolean;
}

type Row = readonly [
  ...[relation: string, type: number, forward: number],
  ...[neighbor: string, slug: string, degree: number],
];

/** The links of an entity for a walk: neighbors with the fewest relations first. */
export function linksOf(graph: Graph, ownerId: string, spec: WalkSpec): Links {
  const none = { links: [], complete: false };
  if (spec.allOrNone && leastLinks(graph, ownerId, spec) > spec.limit) return none;
  const links = firstLinks(graph, ownerId, spec, spec.limit + 1);
  if (links.length <= spec.limit) return { links, complete: true };
  return spec.allOrNone ? none : { links: links.slice(0, spec.limit), complete: false };
}

/** At least so many links there are, by the stored numbers of neighbors. */
function leastLinks(graph: Graph, ownerId: string, spec: WalkSpec): number {
  return graph
    .slots(ownerId, spec)
    .filter((slot) => leadsOnlyTo(slot, spec.neighborKinds))
    .reduce((sum, { best }) => sum + best, 0);
}

function firstLinks(
  graph: Graph,
  ownerId: string,
  spec: Omit<WalkSpec, 'limit'>,
  limit: number,
): readonly LinkRow[] {
  const slots = graph.slots(ownerId, allRelations);
  const total = slots.reduce((sum, slot) => sum + slot.total, 0);
  if (spec.direction !== 'BOTH' || total >= graph.crowdedFrom) {
    return readLinks(graph, ownerId, spec, limit);
  }
  const all = graph.links(ownerId, () => readLinks(graph, ownerId, allRelations, total));
  const { types, neighborKinds } = spec;
  if (types.length === relationTypes.length && neighborKinds === null) return all.slice(0, limit);
  const wanted = all.filter(({ type, neighborId }) => {
    const kind = neighborKinds === null ? null : kindOfId(neighborId);
    return (
      types.includes(type) &&
      (neighborKinds === null || (kind !== null && neighborKinds.includes(kind)))
    );
  });
  return wanted.slice(0, limit);
}

/**
 * How many relations between two entities are read beyond the limit, so that none of them is cut
 * off.
 */
const mostBetweenTwo = 64;

function readLinks(
  graph: Graph,
  ownerId: string,
  spec: Omit<WalkSpec, 'limit'>,
  limit: number,
): readonly LinkRow[] {
  const owner = graph.numberOf(ownerId);
  if (owner === undefined) return [];
  const crowd = spec.direction === 'OUT' ? [] : crowdedSlots(graph, ownerId, spec);
  const rows = linkRows(graph, owner, spec, crowd, limit);
  // Relations between the same two entities are adjacent.
  const [last, before] = [rows.at(-1), rows.at(-1 - mostBetweenTwo)];
  const isCut = crowd.length > 0 && last !== undefined && last[3] === before?.[3];
  return (isCut ? linkRows(graph, owner, spec, [], limit) : rows).map(
    ([relation, type, forward, neighborId, neighborSlug, neighborDegree]) => ({
      relationId: withType('Relation', relation),
      type: graph.codes.propertyName(type) as RelationType,
      forward: forward === 1,
      ...{ neighborId, neighborSlug, neighborDegree },
    }),
  );
}

/** The slots whose neighbors are stored in order, each with its degree. */
function crowdedSlots(graph: Graph, ownerId: string, spec: Omit<WalkSpec, 'limit'>) {
  return graph
    .slots(ownerId, { ...spec, direction: 'BOTH' })
    .filter(({ side, total }) => side !== 'OUT' && total >= graph.crowdedFrom);
}

/**
 * Links by degree, id and relation. The links of crowded slots are chosen by the stored order of
 * neighbors.
 */
function linkRows(
  graph: Graph,
  owner: number,
  spec: Omit<WalkSpec, 'limit'>,
  crowd: readonly { readonly type: RelationType; readonly code: number }[],
  limit: number,
): readonly Row[] {
  const { neighborKinds } = spec;
  const into = new Parameters();
  const of = into.bind(owner);
  const kinds = neighborKinds === null ? '' : ` AND e.kind IN ${into.list(neighborKinds)}`;
  const columns = `r.id AS relation, r.type, r.from_n = ${of}, e.id AS neighbor, e.slug, e.degree AS degree`;
  const side = (here: string, there: string, followed: readonly RelationType[]) => {
    const numbers = followed.map((type) => graph.codes.property(type));
    return `SELECT ${columns}
      FROM relation r CROSS JOIN entity e ON e.n = r.${there}
      WHERE r.${here} = ${of} AND r.type IN ${into.list(numbers)}
        AND r.standing >= ${standing.best}${kinds}`;
  };
  const isCrowd = (type: RelationType) => crowd.some((slot) => slot.type === type);
  const symmetric = (type: RelationType) => relationOf(type).symmetric;
  const fans = followedFans(spec);
  const typesBut = (other: Side) =>
    fans.flatMap(({ type, side }) => (side === other ? [] : [type]));
  const [out, back] = [typesBut('IN'), typesBut('OUT')];
  const parts = [
    side(
      'from_n',
      'to_n',
      out.filter((type) => !(symmetric(type) && isCrowd(type))),
    ),
    side(
      'to_n',
      'from_n',
      back.filter((type) => !isCrowd(type)),
    ),
  ];
  const most = limit + mostBetweenTwo;
  for (const { code } of crowd) {
    const first = firstEdges(graph, { owner, code, neighborKinds, most }, into);
    parts.push(`SELECT ${columns} FROM (${first}) AS x
      CROSS JOIN relation r ON r.n = x.relation CROSS JOIN entity e ON e.n = x.neighbor_n`);
  }
  return graph.statements.rows<Row>(
    `${parts.join(' UNION ALL ')}
     ORDER BY degree, neighbor, relation LIMIT ${into.bind(limit)}`,
    into.values,
  );
}

/** The first best edges of a crowded slot, by degree: from the near ones if these are enough. */
function firstEdges(
  graph: Graph,
  {
    owner,
    code,
    neighborKinds,
    most,
  }: {
    readonly owner: number;
    readonly code: number;
    readonly neighborKinds: WalkSpec['neighborKinds'];
    readonly most: number;
  },
  into: Parameters,
): string {
  const within = (table: string, values: Parameters) => {
    const ofKinds =
      neighborKinds === null ? '' : ` AND ${kindText('neighbor', neighborKinds, values)}`;
    return `SELECT relation, neighbor_n FROM ${table}
      WHERE owner = ${values.bind(owner)} AND slot = ${values.bind(code)}
        AND standing >= ${standing.best}${ofKinds}
      ORDER BY degree, neighbor LIMIT ${values.bind(most)}`;
  };
  const near = new Parameters();
  const counting = `SELECT count(*) FROM (${within('near_edge', near)})`;
  const [count = 0] = graph.statements.row<[number]>(counting, near.values) ?? [];
  return within(count < most ? 'edge' : 'near_edge', into);
}

/**
 * The entities around one, level by level, and within each level by (degree, id). Includes one
 * beyond the limit.
 */
export function surroundings(
  graph: Graph,
  ofId: string,
  { types, neighborKinds, depth, limit }: SurroundingsSpec,
): readonly NearbyRow[] | null {
  const center = graph.entity(ofId);
  if (center === undefined) return null;
  const spec = { types, direction: 'BOTH', neighborKinds } as const;
  const known = new Map([[ofId, center.degree]]);
  let level: readonly string[] = [ofId];
  for (let step = 1; step <= depth && level.length > 0 && known.size <= limit; step += 1) {
    const degrees = new Map<string, number>();
    for (const id of level) {
      for (const [neighborId, degree] of nearest(graph, id, spec, known, limit + 1)) {
        degrees.set(neighborId, degree);
      }
    }
    level = [...degrees]
      .sort(([one, few], [other, many]) => few - many || (one < other ? -1 : 1))
      .slice(0, limit + 1 - known.size)
      .map(([id]) => id);
    for (const id of level) known.set(id, degrees.get(id) ?? 0);
  }
  return [...known].map(([id, degree]) => ({ id, degree }));
}

/** The new neighbors of an entity with their degrees, as many as may be needed. */
function nearest(
  graph: Graph,
  ofId: string,
  spec: Omit<WalkSpec, 'limit'>,
  known: ReadonlyMap<string, number>,
  limit: number,
): ReadonlyMap<string, number> {
  // Several relations may lead to one neighbor or to known entities.
  for (let most = limit + known.size; ; most *= 4) {
    const links = firstLinks(graph, ofId, spec, most);
    const found = new Map<string, number>();
    for (const { neighborId, neighborDegree } of links) {
      if (!known.has(neighborId)) found.set(neighborId, neighborDegree);
    }
    if (links.length < most || found.size >= limit) return found;
  }
}

/** The best relations of the types between the entities, by id: at most `limit` and one more. */
export function relationsAmong(
  graph: Graph,
  ids: readonly string[],
  types: readonly RelationType[],
  limit: number,
): readonly RelationRecord[] {
  const numbers = ids.flatMap((id) => graph.numberOf(id) ?? []);
  const into = new Parameters();
  const among = into.bind(JSON.stringify(numbers));
  const codes = types.map((type) => graph.codes.property(type));
  const found = graph.statements.rows<[number]>(
    `SELECT r.n FROM relation r
     WHERE r.from_n IN (SELECT value FROM json_each(${among}))
       AND r.type IN ${into.list(codes)} AND r.standing >= ${standing.best}
       AND +r.to_n IN (SELECT value FROM json_each(${among}))
     ORDER BY r.id LIMIT ${into.bind(limit + 1)}`,
    into.values,
  );
  const wholes = graph.relationsAt(found.map(([number]) => number));
  return found.flatMap(([number]) => wholes.get(number) ?? []);
}
