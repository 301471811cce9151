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

/**
 * The links of all shortest paths between two entities. Neo4j searches from both ends and lists at
 * most `limit` paths and one more. Whether relations are best is checked on the found paths, since
 * a check during the search takes half as long again. Paths that pass are the shortest. If none
 * passes, the result is null.
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
      WITH p LIMIT ${into.bind(limit + 1)}
      RETURN [[n IN nodes(p) | [n.id, n.slug, n.degree]],
        [r IN relationships(p) | [r.id, type(r), r.fromId, r.best]]] }`,
    decode: (value) => {
      const ways = (value as readonly (readonly [readonly Entity[], readonly Relation[]])[]).map(
        ([entities, relations]): Way => ({ entities, relations }),
      );
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
