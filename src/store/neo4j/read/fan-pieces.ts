import { groupBy } from '../../../base/group-by.ts';
import {
  type CountedFan,
  type Fan,
  type RelationType,
  relationOf,
  type SharedNeighbor,
} from '../../../ontology/relations.ts';
import type { CountedFanAt } from '../../reads.ts';
import { sidesOf } from '../../sides.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { typeText } from '../labels.ts';

/** The numbers of the relations of entities by type and side, which Neo4j stores. */
export function fansPiece(
  ownerIds: readonly string[],
  types: readonly RelationType[],
  into: StatementBuilder,
): Piece<ReadonlyMap<string, readonly CountedFan[]>> {
  const fans = types.flatMap((type) => sidesOf(type, 'BOTH').map((side): Fan => ({ type, side })));
  const counts = fans.map((fan) => `COUNT { ${patternOf('e', '', fan, '')} }`);
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
 * looked up in the larger one from their own side, so that a hub is not read.
 */
export function sharedNeighborsPiece(
  pairs: readonly (readonly [CountedFanAt, CountedFanAt])[],
  into: StatementBuilder,
): Piece<readonly (SharedNeighbor | null)[]> {
  const asked = pairs.map(([one, other], index) => {
    const [few, many] = one.total <= other.total ? [one, other] : [other, one];
    return { index, few, many, isTurned: few !== one };
  });
  type Asked = (typeof asked)[number];
  const alike = groupBy(asked, ({ few, many, isTurned }: Asked) =>
    JSON.stringify([few.type, few.side, many.type, many.side, isTurned]),
  );
  const parts = [...alike.values()].map((group) => {
    const { few, many, isTurned } = group[0] as Asked;
    const ends = into.bind(group.map((each) => [each.index, each.few.id, each.many.id]));
    const ids = isTurned ? 's.id, r.id' : 'r.id, s.id';
    return `COLLECT { UNWIND ${ends} AS ends
      MATCH (a:Entity {id: ends[1]}) USING INDEX SEEK a:Entity(id)
      MATCH (b:Entity {id: ends[2]}) USING INDEX SEEK b:Entity(id)
      CALL (a, b) {
        MATCH ${patternOf('a', 'r', few, 'x')} WHERE r.best
        WITH DISTINCT b, r, x
        MATCH ${patternOf('b', 's', many, 'x')} WHERE s.best
        WITH r, s, x ORDER BY x.degree, x.slug, ${ids} LIMIT 1
        RETURN [x.id, x.slug, x.degree, r.id, r.fromId <> x.id, s.id, s.fromId <> x.id] AS shared }
      RETURN [ends[0]] + shared }`;
  });
  return {
    expression: parts.length === 0 ? '[]' : parts.join(' + '),
    decode: (value) => {
      const found = new Map((value as readonly Row[]).map((row) => [Number(row[0]), row]));
      return asked.map(({ index, isTurned }) => {
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

/** The relations of a fan at a node. */
function patternOf(owner: string, relation: string, { type, side }: Fan, end: string): string {
  const between = `[${relation}:${typeText(type)}]`;
  const [left, right] = relationOf(type).symmetric
    ? ['-', '-']
    : side === 'OUT'
      ? ['-', '->']
      : ['<-', '-'];
  return `(${owner})${left}${between}${right}(${end})`;
}
