import type { CountedFan, RelationType, SharedNeighbor } from '../../../ontology/relations.ts';
import type { CountedFanAt } from '../../reads.ts';
import { allFans } from '../../sides.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { fanName, fanPattern } from '../hub-fans.ts';

/** The numbers of the relations of entities by type and side, which Neo4j stores. */
export function fansPiece(
  ownerIds: readonly string[],
  types: readonly RelationType[],
  into: StatementBuilder,
): Piece<ReadonlyMap<string, readonly CountedFan[]>> {
  const fans = allFans.filter(({ type }) => types.includes(type));
  const counts = fans.map((fan) => `COUNT { ${fanPattern('e', '', fan, '')} }`);
  return {
    expression: `COLLECT { UNWIND ${into.bind(ownerIds)} AS o
      MATCH (e:Entity {id: o}) USING INDEX SEEK e:Entity(id) RETURN [o, [${counts.join(', ')}]] }`,
    decode: (value) => {
      const rows = value as readonly (readonly [id: string, totals: readonly number[]])[];
      return new Map(
        rows.map(([id, totals]) => [
          id,
          fans
            .map((fan, at) => ({ ...fan, total: Number(totals[at]) }))
            .filter(({ total }) => total > 0),
        ]),
      );
    },
  };
}

type Row = readonly [
  ...[index: number, id: string, slug: string, degree: number],
  ...[relation: string, forward: boolean, relationOfOther: string, forwardOfOther: boolean],
];

/**
 * The neighbors that the fans of pairs share. Neighbors of the smaller fan are expanded, and then
 * looked up in the larger one from their own side, so that a hub is not read. The text has a branch
 * for each kind of smaller fan: to plan it for all kinds takes as long as ten other statements.
 */
export function sharedNeighborsPiece(
  pairs: readonly (readonly [CountedFanAt, CountedFanAt])[],
  into: StatementBuilder,
): Piece<readonly (SharedNeighbor | null)[]> {
  if (pairs.length === 0) return { expression: '[]', decode: () => [] };
  const asked = pairs.map(([one, other]) => {
    const [few, many] = one.total <= other.total ? [one, other] : [other, one];
    return { few, many, isTurned: few !== one };
  });
  const ends = asked.map(({ few, many, isTurned }, index) => {
    return [index, few.id, fanName(few), many.id, many.type, many.side, isTurned];
  });
  const kinds = new Set(asked.map(({ few }) => fanName(few)));
  const expanded = allFans
    .filter((fan) => kinds.has(fanName(fan)))
    .map(
      (fan) => `WITH a, ends WHERE ends[2] = '${fanName(fan)}'
          MATCH ${fanPattern('a', 'r', fan, 'x')} WHERE r.best RETURN r, x`,
    );
  return {
    expression: `COLLECT { UNWIND ${into.bind(ends)} AS ends
      MATCH (a:Entity {id: ends[1]}) USING INDEX SEEK a:Entity(id)
      MATCH (b:Entity {id: ends[3]}) USING INDEX SEEK b:Entity(id)
      CALL (ends, a, b) {
        CALL (ends, a) {
          ${expanded.join('\n          UNION ALL ')}
        }
        WITH DISTINCT ends, b, r, x
        MATCH (x)-[s]-(b) WHERE type(s) = ends[4] AND s.best
          AND (ends[5] = 'SYMMETRIC' OR (s.fromId = b.id) = (ends[5] = 'OUT'))
        WITH r, s, x ORDER BY x.degree, x.slug,
          CASE WHEN ends[6] THEN s.id ELSE r.id END, CASE WHEN ends[6] THEN r.id ELSE s.id END
          LIMIT 1
        RETURN [x.id, x.slug, x.degree, r.id, r.fromId <> x.id, s.id, s.fromId <> x.id] AS shared }
      RETURN [ends[0]] + shared }`,
    decode: (value) => {
      const found = new Map((value as readonly Row[]).map((row) => [Number(row[0]), row]));
      return asked.map(({ isTurned }, index) => {
        const row = found.get(index);
        if (row === undefined) return null;
        const [, id, slug, degree, near, nearForward, far, farForward] = row;
        const nearest = { relationId: near, forward: nearForward };
        const farther = { relationId: far, forward: farForward };
        const relations = isTurned ? ([farther, nearest] as const) : ([nearest, farther] as const);
        return { id, slug, degree: Number(degree), relations };
      });
    },
  };
}
