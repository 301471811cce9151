import type { RelationType } from '../../ontology/relations.ts';
import type { LinkRow, RouteSpec } from '../reads.ts';
import { typesText } from './labels.ts';
import type { Piece, StatementBuilder } from './statement.ts';

type Routes = ReadonlyMap<string, readonly LinkRow[]>;
type Relation = readonly [id: string, type: RelationType, fromId: string];
type Entity = readonly [id: string, slug: string, degree: number];

/**
 * The links of all shortest ways between two entities. Neo4j searches from both ends and lists the
 * ways one by one; where there are more than the limit, it is asked for no more of them.
 */
export function routesPiece(
  fromId: string,
  toId: string,
  { types, maxDepth, limit }: RouteSpec,
  into: StatementBuilder,
): Piece<Routes | null> {
  if (types.length === 0) return { expression: '[]', decode: () => new Map() };
  // The bounds of a pattern cannot be parameters.
  const most = Math.trunc(maxDepth);
  return {
    expression: `COLLECT { MATCH (a:Entity {id: ${into.bind(fromId)}}) MATCH (b:Entity {id: ${into.bind(toId)}})
      MATCH p = allShortestPaths((a)-[:${typesText(types)}*..${most}]-(b))
      WHERE all(r IN relationships(p) WHERE r.best)
      WITH p LIMIT ${into.bind(limit + 1)}
      RETURN [[n IN nodes(p) | [n.id, n.slug, n.degree]],
        [r IN relationships(p) | [r.id, type(r), r.fromId]]] }`,
    decode: (value) => {
      const ways = value as readonly (readonly [readonly Entity[], readonly Relation[]])[];
      return ways.length > limit ? null : linksOf(ways);
    },
  };
}

function linksOf(ways: readonly (readonly [readonly Entity[], readonly Relation[]])[]): Routes {
  const links = new Map<string, Map<string, LinkRow>>();
  for (const [entities, relations] of ways) {
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
