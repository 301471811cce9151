import type { ClassesFound, Read } from '../../reads.ts';
import { classLabel, classType, openLabel } from '../class-nodes.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { conditionText } from './cypher-conditions.ts';
import { listMatch } from './list-piece.ts';

/** The classes of the models that meet a condition, and those models without a class. */
export function classesPiece(
  { where, mostClasses, mostOpen }: Read<'useClasses'>,
  into: StatementBuilder,
): Piece<ClassesFound> {
  const counted =
    where === null
      ? `MATCH (c:${classLabel}) WITH c, COUNT { (c)<-[:${classType}]-() } AS size WHERE size > 0`
      : `${listMatch({ kind: 'MODEL', where }, into)}
         MATCH (e)-[:${classType}]->(c:${classLabel}) WITH c, count(*) AS size`;
  const wanted = where === null ? 'true' : conditionText('e', where, into);
  return {
    expression: `[COLLECT { ${counted} ORDER BY size DESC, c.key LIMIT ${into.bind(mostClasses + 1)}
        RETURN [c.key, size] },
      COLLECT { MATCH (e:${openLabel}) WHERE ${wanted} RETURN e.id LIMIT ${into.bind(mostOpen + 1)} }]`,
    decode: (value) => {
      const [classes, openIds] = value as readonly [
        readonly (readonly [string, number])[],
        readonly string[],
      ];
      return {
        classes: classes.map(([key, count]) => ({ key, count: Number(count) })),
        openIds,
      };
    },
  };
}

/** The contents of classes, by key. */
export function classContentsPiece(
  keys: readonly string[],
  into: StatementBuilder,
): Piece<ReadonlyMap<string, string>> {
  return {
    expression: `COLLECT { UNWIND ${into.bind(keys)} AS key MATCH (c:${classLabel} {key: key})
      RETURN [c.key, c.content] }`,
    decode: (value) => new Map(value as readonly (readonly [string, string])[]),
  };
}
