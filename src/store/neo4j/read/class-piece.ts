import { splitByCells } from '../../cell-conditions.ts';
import type { Condition } from '../../list-condition.ts';
import type { ClassesFound, Read } from '../../reads.ts';
import {
  cellClassType,
  classLabel,
  classType,
  licensorLabel,
  licensorType,
  openLabel,
  variantLabel,
  variantOfType,
  variantType,
} from '../class-nodes.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { cellMatch } from './cell-match.ts';
import { conditionText, placesText } from './cypher-conditions.ts';
import { listMatch } from './list-piece.ts';

type Asked = Read<'useClasses'>;
type Row = readonly [key: string, places: string, count: number];

/** The classes of the models that meet a condition, and those models without a class. */
export function classesPiece(asked: Asked, into: StatementBuilder): Piece<ClassesFound> {
  const { where, mostClasses, mostOpen } = asked;
  const most = into.bind(mostClasses + 1);
  const { known, rest } = splitByCells('MODEL', where);
  // Sizes of classes are stored. Otherwise the models of the list are looked at.
  const isSummed = where === null || (known.length > 0 && rest === null);
  const counted =
    where === null
      ? allClasses()
      : isSummed
        ? classesInCells(known, into)
        : sharesAmong(asked, into);
  const apart = isSummed ? allApart(asked, into) : null;
  const wanted = where === null ? 'true' : conditionText('e', where, into);
  const rows = (text: string) => `COLLECT { ${text} LIMIT ${most} RETURN [key, places, size] }`;
  return {
    expression: `[${rows(counted)}, ${apart === null ? '[]' : rows(apart)},
      COLLECT { MATCH (e:${openLabel}) WHERE ${wanted} RETURN e.id LIMIT ${into.bind(mostOpen + 1)} }]`,
    decode: (value) => {
      const [shares, apartShares, openIds] = value as readonly [
        readonly Row[],
        readonly Row[],
        readonly string[],
      ];
      const found = sharesOf(shares, apartShares).slice(0, mostClasses + 1);
      return {
        keys: found.map(([key]) => key).join(' '),
        places: asked.rivals.length === 0 ? null : found.map(([, places]) => places),
        counts: found.map(([, , count]) => count),
        openIds,
      };
    },
  };
}

/** The sizes of all classes. They are degrees, which Neo4j stores. */
function allClasses(): string {
  return `MATCH (c:${classLabel})
    WITH c.key AS key, '' AS places, COUNT { (c)<-[:${classType}]-() } AS size
    WITH key, places, size WHERE size > 0 WITH key, places, size`;
}

/** The numbers of models of classes in the cells that meet conditions. */
function classesInCells(known: readonly Condition[], into: StatementBuilder): string {
  return `${cellMatch(known, into)} MATCH (cell)-[p:${cellClassType}]->(c:${classLabel})
    WITH c.key AS key, '' AS places, sum(p.models) AS size`;
}

/** The shares with rivals as licensors, in whole classes. Null without rivals. */
function allApart({ where, rivals }: Asked, into: StatementBuilder): string | null {
  if (rivals.length === 0) return null;
  const models =
    where === null
      ? `COUNT { (v)<-[:${variantType}]-() }`
      : `COUNT { MATCH (v)<-[:${variantType}]-(e) WHERE ${conditionText('e', where, into)} }`;
  const asked = into.bind(rivals);
  return `UNWIND ${asked} AS id MATCH (:${licensorLabel} {id: id})<-[:${licensorType}]-(v:${variantLabel})
    WITH DISTINCT v MATCH (v)-[:${variantOfType}]->(c:${classLabel})
    WITH c.key AS key, ${placesText('(v)', asked, into)} AS places,
      ${models} AS models
    WITH key, places, sum(models) AS size WHERE size > 0 WITH key, places, size`;
}

/** The shares of classes in a list. */
function sharesAmong({ where, rivals }: Asked, into: StatementBuilder): string {
  const found = `${listMatch({ kind: 'MODEL', where }, into)} MATCH (e)-[:${classType}]->(c:${classLabel})`;
  if (rivals.length === 0) return `${found} WITH c.key AS key, '' AS places, count(*) AS size`;
  return `${found} OPTIONAL MATCH (e)-[:${variantType}]->(v:${variantLabel})
    WITH c, v, count(*) AS models
    WITH c.key AS key, models,
      CASE WHEN v IS NULL THEN '' ELSE ${placesText('(v)', into.bind(rivals), into)} END AS places
    WITH key, places, sum(models) AS size`;
}

/** The shares, where the models of some are counted apart and as well with their class. */
function sharesOf(shares: readonly Row[], apart: readonly Row[]): readonly Row[] {
  const less = new Map<string, number>();
  for (const [key, , count] of apart) less.set(key, (less.get(key) ?? 0) + Number(count));
  const rest = shares.map(([key, places, count]): Row => {
    return [key, places, Number(count) - (less.get(key) ?? 0)];
  });
  return [
    ...rest.filter(([, , count]) => count > 0),
    ...apart.map(([key, places, count]): Row => [key, places, Number(count)]),
  ];
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
