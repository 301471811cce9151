import { groupBy } from '../../../base/group-by.ts';
import type { RelationRecord } from '../../../ontology/records.ts';
import type { RelationType } from '../../../ontology/relations.ts';
import type { LinkRow, WalkSpec } from '../../reads.ts';
import { type Followed, followedFans } from '../../sides.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { kindCondition, sidePattern, typesText } from '../labels.ts';
import { relationPiece } from '../relation-rows.ts';

interface Links {
  readonly links: readonly LinkRow[];
  readonly complete: boolean;
}

/**
 * The links of the entity at `e`, neighbors with the fewest relations first. The order requires
 * reading all relations of the types, unless more than the limit are as good as none.
 */
export function linksPiece(spec: WalkSpec, into: StatementBuilder): Piece<Links> {
  const matches = linkMatches(spec);
  if (matches.length === 0) {
    return { expression: '[]', decode: () => ({ links: [], complete: true }) };
  }
  // One pattern with a condition on the direction would read all relations that end at a hub.
  const found =
    matches.length === 1
      ? matches.join('')
      : `CALL (e) { ${matches.map((match) => `${match} RETURN r, n`).join(' UNION ALL ')} }`;
  const beyond = into.bind(spec.limit + 1);
  // Of too many, nothing is read but that they are there: one row of nulls says so.
  const some = spec.allOrNone
    ? `UNWIND [COLLECT { ${found} RETURN [r, n] LIMIT ${beyond} }] AS found
      UNWIND CASE WHEN size(found) < ${beyond} THEN found ELSE [[null, null]] END AS link
      WITH link[0] AS r, link[1] AS n`
    : found;
  return {
    expression: `COLLECT { ${some}
      WITH r, n ORDER BY n.degree, n.id, r.id LIMIT ${beyond}
      RETURN [r.id, type(r), r.fromId, n.id, n.slug, n.degree] }`,
    decode: (value) => {
      const rows = value as readonly (readonly unknown[])[];
      if (rows[0]?.[0] === null) return { links: [], complete: false };
      return {
        links: rows.slice(0, spec.limit).map(decodeLink),
        complete: rows.length <= spec.limit,
      };
    },
  };
}

/**
 * Matches for the relations `r` that a walk follows from `e`, each in one of them. What leads to
 * none of the kinds is left out: at a hub, all of its neighbors would be read.
 */
export function linkMatches(followed: Followed): readonly string[] {
  const { neighborKinds } = followed;
  const where = neighborKinds === null ? '' : ` AND ${kindCondition('n', neighborKinds)}`;
  const ofTypes = groupBy(followedFans(followed), ({ type }) => type);
  // Both sides of a type are one pattern, without a direction.
  const onSides = groupBy(ofTypes, ([, [fan, other]]) =>
    fan === undefined || other !== undefined ? 'SYMMETRIC' : fan.side,
  );
  return [...onSides].map(([side, found]) => {
    const types = typesText(found.map(([type]) => type));
    return `MATCH ${sidePattern('e', `r:${types}`, side, 'n')} WHERE r.best${where}`;
  });
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
