import type { NearbyRow, SurroundingsSpec } from '../../reads.ts';
import { type Followed, followedFans } from '../../sides.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { fanName, hubFanLabel } from '../hub-fans.ts';
import { labelOf } from '../labels.ts';
import { placeInKey } from '../sort-copies.ts';
import { aboveAllKeys } from './edge-match.ts';
import { linkMatches } from './walk-pieces.ts';

/**
 * The entities around one, level by level in one statement. A level is only read while entities are
 * lacking, and no further than needed.
 */
export function surroundingsPiece(
  ofId: string,
  { types, neighborKinds, depth, limit }: SurroundingsSpec,
  into: StatementBuilder,
): Piece<readonly NearbyRow[] | null> {
  const most = into.bind(limit + 1);
  const followed = { types, direction: 'BOTH', neighborKinds } as const;
  const expanded = linkMatches(followed).map(
    (match) => `UNWIND CASE WHEN size(near) < ${most} THEN [m] ELSE [] END AS at
          MATCH (e:Entity {id: at}) USING INDEX SEEK e:Entity(id)
          ${match} RETURN n.degree AS degree, n.id AS id
          UNION ALL
          `,
  );
  const steps = expanded.length === 0 ? 0 : Math.trunc(depth);
  const near = nearText(followed, most, into);
  const place = placeInKey('key');
  const levels = Array.from({ length: steps }, (_, index) => {
    const [known, rows, level] = [`known${index}`, `rows${index}`, `level${index}`];
    return `CALL (${known}, ${level}) {
        UNWIND CASE WHEN size(${known}) < ${most} THEN ${level} ELSE [] END AS m
        ${near}
        CALL (m, near) {
          ${expanded.join('')}
          UNWIND CASE WHEN size(near) < ${most} THEN [] ELSE near END AS key
          RETURN ${place.value} AS degree, ${place.id} AS id }
        WITH DISTINCT degree, id WHERE NOT id IN ${known}
        WITH degree, id ORDER BY degree, id LIMIT ${most}
        RETURN collect([id, degree]) AS found${index} }
      WITH ${known}, ${rows}, found${index}[..${most} - size(${known})] AS more${index}
      WITH ${rows} + more${index} AS rows${index + 1}, [row IN more${index} | row[0]] AS level${index + 1}, ${known}
      WITH rows${index + 1}, level${index + 1}, ${known} + level${index + 1} AS known${index + 1}`;
  });
  return {
    expression: `head(COLLECT { MATCH (e:Entity {id: ${into.bind(ofId)}}) USING INDEX SEEK e:Entity(id)
      WITH [e.id] AS known0, [[e.id, e.degree]] AS rows0, [e.id] AS level0
      ${levels.join('\n      ')}
      RETURN rows${steps} })`,
    decode: (value) => {
      const rows = value as readonly (readonly [id: string, degree: number])[] | null;
      return rows?.map(([id, degree]) => ({ id, degree: Number(degree) })) ?? null;
    },
  };
}

/**
 * The first neighbors of the entity `m` as `near`, from the lists of its fans. They are all up to
 * the lowest bound of these. Too few are found for an entity that is no hub, and for a hub of which
 * few neighbors are wanted.
 */
function nearText(followed: Followed, most: string, into: StatementBuilder): string {
  const { neighborKinds } = followed;
  const fans = into.bind(followedFans(followed).map(fanName));
  // Only the first keys of a list can be among the first of all.
  const listed = neighborKinds === null ? `f.near[..${most}]` : 'f.near';
  const beginnings = neighborKinds?.map((kind) => `${labelOf(kind)}:`) ?? [];
  const id = placeInKey('key').id;
  const wanted =
    neighborKinds === null
      ? ''
      : ` AND any(start IN ${into.bind(beginnings)} WHERE ${id} STARTS WITH start)`;
  return `WITH m, COLLECT { MATCH (f:${hubFanLabel} {ownerId: m}) USING INDEX SEEK f:${hubFanLabel}(ownerId)
            WHERE f.fan IN ${fans} RETURN [f.bound, ${listed}] } AS fans
        WITH m, fans, reduce(low = ${into.bind(aboveAllKeys)}, fan IN fans |
          CASE WHEN fan[0] < low THEN fan[0] ELSE low END) AS bound
        WITH m, COLLECT { UNWIND fans AS fan UNWIND fan[1] AS key
          WITH DISTINCT key WHERE key <= bound${wanted}
          RETURN key ORDER BY key LIMIT ${most} } AS near`;
}
