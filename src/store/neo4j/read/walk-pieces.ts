import type { RelationRecord } from '../../../ontology/records.ts';
import { type RelationType, relationOf } from '../../../ontology/relations.ts';
import type { LinkRow, WalkSpec } from '../../reads.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { kindCondition, typesText } from '../labels.ts';
import { relationPiece } from '../relation-rows.ts';

interface Links {
  readonly links: readonly LinkRow[];
  readonly complete: boolean;
}

/**
 * The links of the entity at `e`, neighbors with the fewest relations first. The order requires
 * reading all relations of the types.
 */
export function linksPiece(spec: WalkSpec, into: StatementBuilder): Piece<Links> {
  const { types, direction, neighborKinds, limit } = spec;
  if (types.length === 0)
    return { expression: '[]', decode: () => ({ links: [], complete: true }) };
  const where = neighborKinds === null ? '' : ` AND ${kindCondition('n', neighborKinds)}`;
  const matches = patternsOf(types, direction).map(
    (pattern) => `MATCH ${pattern} WHERE r.best${where}`,
  );
  // One pattern with a condition on the direction would read all relations that end at a hub.
  const found =
    matches.length === 1
      ? matches.join('')
      : `CALL (e) { ${matches.map((match) => `${match} RETURN r, n`).join(' UNION ALL ')} }`;
  return {
    expression: `COLLECT { ${found}
      WITH r, n ORDER BY n.degree, n.id, r.id LIMIT ${into.bind(limit + 1)}
      RETURN [r.id, type(r), r.fromId, n.id, n.slug, n.degree] }`,
    decode: (value) => {
      const rows = value as readonly unknown[];
      return { links: rows.slice(0, limit).map(decodeLink), complete: rows.length <= limit };
    },
  };
}

/** The relations that a walk follows from `e`. Those of symmetric types have no direction. */
function patternsOf(
  types: readonly RelationType[],
  direction: WalkSpec['direction'],
): readonly string[] {
  if (direction === 'BOTH') return [`(e)-[r:${typesText(types)}]-(n)`];
  const [left, right] = direction === 'OUT' ? ['-', '->'] : ['<-', '-'];
  const symmetric = types.filter((type) => relationOf(type).symmetric);
  const directed = types.filter((type) => !relationOf(type).symmetric);
  return [
    ...(directed.length === 0 ? [] : [`(e)${left}[r:${typesText(directed)}]${right}(n)`]),
    ...(symmetric.length === 0 ? [] : [`(e)-[r:${typesText(symmetric)}]-(n)`]),
  ];
}

function decodeLink(value: unknown): LinkRow {
  const [relationId, type, fromId, neighborId, neighborSlug, neighborDegree] = value as [
    string,
    RelationType,
    string,
    string,
    string,
    number,
  ];
  // A relation never links an entity with itself, so the neighbor shows the direction.
  const forward = fromId !== neighborId;
  return { relationId, type, forward, neighborId, neighborSlug, neighborDegree };
}

/** The best relations of the types between the ids, each once. */
export function relationsAmongPiece(
  ids: readonly string[],
  types: readonly RelationType[],
  limit: number,
  into: StatementBuilder,
): Piece<readonly RelationRecord[]> {
  if (types.length === 0) return { expression: '[]', decode: () => [] };
  const among = into.bind(ids);
  const relation = relationPiece('r');
  return {
    expression: `COLLECT { UNWIND ${among} AS id
      MATCH (:Entity {id: id})-[r:${typesText(types)}]->(n) WHERE r.best AND n.id IN ${among}
      WITH r ORDER BY r.id LIMIT ${into.bind(limit + 1)}
      RETURN ${relation.expression} }`,
    decode: (value) => (value as readonly unknown[]).map(relation.decode),
  };
}
