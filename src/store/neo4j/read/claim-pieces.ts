import { type ClaimRecord, zClaimRecord } from '../../../ontology/records.ts';
import type { ClaimPage, ClaimPageSpec, ClaimSpec } from '../../reads.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { aboveAllKeys } from './edge-match.ts';
import { pageOf, rowsToRead } from './page-parts.ts';
import { checked } from './row-check.ts';

const ownerProperties = {
  subject: 'subjectId',
  relation: 'relationId',
  source: 'sourceId',
} as const satisfies Record<ClaimSpec['of'], keyof ClaimRecord>;

const properties = Object.keys(zClaimRecord.shape);

/** A claim as the list of its properties. */
export function claimPiece(variable: string, into: StatementBuilder): Piece<ClaimRecord> {
  return {
    expression: into.bindProperties(variable, properties),
    decode: (value) => checked(zClaimRecord, () => 'a claim', decodeRecord(properties, value)),
  };
}

/** One page of an owner's claims. `owner` is a variable with its id. */
export function claimPagePiece(
  owner: string,
  spec: ClaimPageSpec,
  into: StatementBuilder,
): Piece<ClaimPage> {
  const { after, before, backward } = spec.window;
  const column = `c.${ownerProperties[spec.of]}`;
  const bounds = [
    `c.sort > ${into.bind(after === null ? '' : String(after.value))}`,
    `c.sort < ${into.bind(before === null ? aboveAllKeys : String(before.value))}`,
  ];
  const where = [`${column} = ${owner}`, ...bounds, ...filterTexts(spec, into)].join(' AND ');
  const order = [column, 'c.sort'].map((key) => (backward ? `${key} DESC` : key)).join(', ');
  const claim = claimPiece('c', into);
  return {
    expression: `COLLECT { ${matchText(spec)} WHERE ${where}
      WITH c ORDER BY ${order} LIMIT ${into.bind(rowsToRead(spec.window))} RETURN ${claim.expression} }`,
    decode: (value) => pageOf(value, spec.window, claim.decode),
  };
}

/** The number of the owner's claims that match the spec. */
export function claimCountPiece(
  owner: string,
  spec: ClaimSpec,
  into: StatementBuilder,
): Piece<number> {
  const where = [`c.${ownerProperties[spec.of]} = ${owner}`, "c.sort > ''"];
  where.push(...filterTexts(spec, into));
  return {
    expression: `COUNT { ${matchText(spec)} WHERE ${where.join(' AND ')} }`,
    decode: Number,
  };
}

function matchText(spec: ClaimSpec): string {
  return `MATCH (c:Claim) USING INDEX SEEK c:Claim(${ownerProperties[spec.of]}, sort)`;
}

function filterTexts(spec: ClaimSpec, into: StatementBuilder): readonly string[] {
  const filters: string[] = [];
  if (spec.property !== null) filters.push(`c.property = ${into.bind(spec.property)}`);
  if (spec.contested !== null) filters.push(`c.contested = ${into.bind(spec.contested)}`);
  if (spec.ranks === 'BEST') filters.push('c.best');
  if (spec.ranks === 'CURRENT') filters.push("c.rank <> 'DEPRECATED'");
  return filters;
}

/** The record of a row of properties. A missing value becomes null. */
export function decodeRecord(
  names: readonly string[],
  value: unknown,
): Readonly<Record<string, unknown>> {
  const row = value as readonly unknown[];
  const record: Record<string, unknown> = {};
  for (let index = 0; index < names.length; index++) {
    record[names[index] as string] = row[index] ?? null;
  }
  return record;
}
