import type { RelationType } from '../../../ontology/relations.ts';
import type { LinkRow, RouteSpec } from '../../reads.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { typesText } from '../labels.ts';

type Routes = ReadonlyMap<string, readonly LinkRow[]>;
type Relation = readonly [id: string, type: RelationType, fromId: string, best: boolean];
type Entity = readonly [id: string, slug: string, degree: number];

interface Way {
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
}

/** An entity with more relations is a hub. Neo4j would read all relations of one on its way. */
const hubFrom = 500;
/** Both sides of its search then stay within the two steps that were looked at for hubs. */
const mostSteps = 6;

/**
 * The links of all shortest paths between two entities. Neo4j searches from both ends and lists at
 * most `limit` paths and one more. It cannot bound its search, so it does not search near hubs.
 * Whether relations are best is checked on the found paths, since a check during the search takes
 * half as long again. Paths that pass are the shortest. If none passes, the result is null.
 */
export function routesPiece(
  fromId: string,
  toId: string,
  { types, maxDepth, limit }: RouteSpec,
  into: StatementBuilder,
): Piece<Routes | null> {
  if (types.length === 0) return { expression: '[]', decode: () => new Map() };
  // The bounds of a pattern cannot be parameters.
  const most = Math.min(Math.trunc(maxDepth), mostSteps);
  const step = `[:${typesText(types)}]`;
  const hub = into.bind(hubFrom);
  const isNearHub = [
    `e.degree > ${hub}`,
    `EXISTS { (e)-${step}-(n) WHERE n.degree > ${hub} }`,
    ...(most > 2 ? [`EXISTS { (e)-${step}-()-${step}-(n) WHERE n.degree > ${hub} }`] : []),
  ].join(' OR ');
  return {
    expression: `head(COLLECT { MATCH (a:Entity {id: ${into.bind(fromId)}}) MATCH (b:Entity {id: ${into.bind(toId)}})
      WITH a, b, EXISTS { UNWIND [a, b] AS e WITH e WHERE ${isNearHub} RETURN e } AS nearHub
      CALL (a, b, nearHub) {
        WITH a, b, nearHub WHERE NOT nearHub
        MATCH p = allShortestPaths((a)-[:${typesText(types)}*..${most}]-(b))
        WITH p LIMIT ${into.bind(limit + 1)}
        RETURN collect([[n IN nodes(p) | [n.id, n.slug, n.degree]],
          [r IN relationships(p) | [r.id, type(r), r.fromId, r.best]]]) AS ways }
      RETURN [nearHub, ways] })`,
    decode: (value) => {
      if (value === null) return new Map();
      const [isNear, rows] = value as readonly [
        boolean,
        readonly (readonly [readonly Entity[], readonly Relation[]])[],
      ];
      if (isNear || (rows.length === 0 && maxDepth > most)) return null;
      const ways = rows.map(([entities, relations]): Way => ({ entities, relations }));
      const best = ways.filter(({ relations }) => relations.every(([, , , isBest]) => isBest));
      if (ways.length > limit || (best.length === 0 && ways.length > 0)) return null;
      return linksOf(best);
    },
  };
}

function linksOf(ways: readonly Way[]): Routes {
  const links = new Map<string, Map<string, LinkRow>>();
  for (const { entities, relations } of ways) {
    relations.forEach(([relationId, type, fromId], index) => {
      const [start, end] = entities.slice(index, index + 2);
      if (start === undefined || end === undefined) return;
      const [startId] = start;
      const [neighborId, neighborSlug, neighborDegree] = end;
      const forward = fromId === startId;
      const known = links.get(startId) ?? new Map<string, LinkRow>();
      known.set(relationId, {
        ...{ relationId, type, forward, neighborId, neighborSlug, neighborDegree },
      });
      links.set(startId, known);
    });
  }
  return new Map([...links].map(([id, own]) => [id, [...own.values()]]));
}
