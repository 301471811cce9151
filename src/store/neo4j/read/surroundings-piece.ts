import type { NearbyRow, SurroundingsSpec } from '../../reads.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { kindCondition, typesText } from '../labels.ts';

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
  const where = neighborKinds === null ? '' : ` AND ${kindCondition('n', neighborKinds)}`;
  const steps = types.length === 0 ? 0 : Math.trunc(depth);
  const levels = Array.from({ length: steps }, (_, index) => {
    const [known, level] = [`known${index}`, `level${index}`];
    return `CALL (${known}, ${level}) {
        UNWIND CASE WHEN size(${known}) < ${most} THEN ${level} ELSE [] END AS m
        MATCH (m)-[r:${typesText(types)}]-(n) WHERE r.best${where}
        WITH DISTINCT n WHERE NOT n IN ${known}
        WITH n ORDER BY n.degree, n.id LIMIT ${most}
        RETURN collect(n) AS found${index} }
      WITH ${known}, found${index}[..${most} - size(${known})] AS level${index + 1}
      WITH ${known} + level${index + 1} AS known${index + 1}, level${index + 1}`;
  });
  return {
    expression: `head(COLLECT { MATCH (e:Entity {id: ${into.bind(ofId)}}) USING INDEX SEEK e:Entity(id)
      WITH [e] AS known0, [e] AS level0
      ${levels.join('\n      ')}
      RETURN [n IN known${steps} | [n.id, n.degree]] })`,
    decode: (value) => {
      const rows = value as readonly (readonly [id: string, degree: number])[] | null;
      return rows?.map(([id, degree]) => ({ id, degree })) ?? null;
    },
  };
}
