import { type DisagreementRecord, zDisagreementRecord } from '../../../ontology/disagreement.ts';
import type { DisagreementPage, DisagreementPageSpec, DisagreementSpec } from '../../reads.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { decodeRecord } from './claim-pieces.ts';
import { aboveAllKeys } from './edge-match.ts';
import { pageOf, rowsToRead } from './page-parts.ts';
import { checked } from './row-check.ts';

/** The columns of the indexes: for each part (kind, contested or not), and for one subject. */
export const disagreementIndexes: readonly (readonly string[])[] = [
  ['kind', 'contested', 'sort'],
  ['kind', 'contested', 'property', 'sort'],
  ['subjectId', 'sort'],
];

const properties = Object.keys(zDisagreementRecord.shape);

function decode(row: unknown): DisagreementRecord {
  return checked(zDisagreementRecord, () => 'a disagreement', decodeRecord(properties, row));
}

/** One page: a page of each part by its index, merged. */
export function disagreementPagePiece(
  spec: DisagreementPageSpec,
  into: StatementBuilder,
): Piece<DisagreementPage> {
  const { after, before, backward } = spec.window;
  const bounds = [
    `d.sort > ${into.bind(after === null ? '' : String(after.value))}`,
    `d.sort < ${into.bind(before === null ? aboveAllKeys : String(before.value))}`,
  ];
  const most = into.bind(rowsToRead(spec.window));
  const down = backward ? ' DESC' : '';
  const { index, unwind, where } = partsOf(spec, into);
  const order = index.map((key) => `d.${key}${down}`).join(', ');
  const row = into.bindProperties('d', properties);
  return {
    expression: `COLLECT { ${unwind}UNWIND COLLECT {
        MATCH (d:Disagreement) USING INDEX SEEK d:Disagreement(${index.join(', ')})
        WHERE ${[...where, ...bounds].join(' AND ')}
        WITH d ORDER BY ${order} LIMIT ${most} RETURN d } AS d
      WITH d ORDER BY d.sort${down} LIMIT ${most} RETURN ${row} }`,
    decode: (value) => pageOf(value, spec.window, decode),
  };
}

/** The number of disagreements. */
export function disagreementCountPiece(
  spec: DisagreementSpec,
  into: StatementBuilder,
): Piece<number> {
  const { index, unwind, where } = partsOf(spec, into);
  return {
    expression: `COUNT { ${unwind}MATCH (d:Disagreement)
      USING INDEX SEEK d:Disagreement(${index.join(', ')})
      WHERE ${[...where, "d.sort > ''"].join(' AND ')} RETURN d }`,
    decode: Number,
  };
}

function partsOf(
  { kinds, contested, property, subjectId }: DisagreementSpec,
  into: StatementBuilder,
): { index: readonly string[]; unwind: string; where: readonly string[] } {
  const sides = into.bind(contested === null ? [true, false] : [contested]);
  const named = into.bind(kinds);
  const ofProperty = property === null ? [] : [`d.property = ${into.bind(property)}`];
  if (subjectId !== null) {
    const where = [
      `d.subjectId = ${into.bind(subjectId)}`,
      `d.kind IN ${named}`,
      `d.contested IN ${sides}`,
    ];
    return { index: ['subjectId', 'sort'], unwind: '', where: [...where, ...ofProperty] };
  }
  const index = ['kind', 'contested', ...(property === null ? [] : ['property']), 'sort'];
  const unwind = `UNWIND ${named} AS k UNWIND ${sides} AS s `;
  return { index, unwind, where: ['d.kind = k', 'd.contested = s', ...ofProperty] };
}
