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
  const symmetric = types.filter((type) => relationOf(type).symmetric);
  const one = direction !== 'BOTH' && symmetric.length === 0;
  const [left, right] = one ? (direction === 'OUT' ? ['-', '->'] : ['<-', '-']) : ['-', '-'];
  const where = ['r.best'];
  if (direction !== 'BOTH' && !one) {
    const end = direction === 'OUT' ? 'r.fromId' : 'r.toId';
    where.push(`(${end} = e.id OR type(r) IN ${into.bind(symmetric)})`);
  }
  if (neighborKinds !== null) where.push(kindCondition('n', neighborKinds));
  return {
    expression: `COLLECT { MATCH (e)${left}[r:${typesText(types)}]${right}(n) WHERE ${where.join(' AND ')}
      WITH r, n ORDER BY n.degree, n.id, r.id LIMIT ${into.bind(limit + 1)}
      RETURN [r.id, type(r), r.fromId, n.id, n.slug, n.degree] }`,
    decode: (value) => {
      const rows = value as readonly unknown[];
      return { links: rows.slice(0, limit).map(decodeLink), complete: rows.length <= limit };
    },
  };
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
