import type { AskGraph } from '../explorer/ask.ts';
import { dutyWords } from '../explorer/words.ts';
import type { Answer } from './answer.ts';
import { type DataOf, foundOne } from './documents.ts';
import type { Entity } from './find.ts';
import { deedLines, deedsTitle } from './license-answers.ts';

type License = NonNullable<DataOf<'compare-license'>['license']>;

/** Adds what licenses allow and require, row by row. */
export async function compareLicenses(
  ask: AskGraph,
  entities: readonly Entity[],
  answer: Answer,
): Promise<void> {
  const licenses: License[] = [];
  for (const { slug } of entities) {
    licenses.push(await foundOne(ask, 'compare-license', { slug }, ({ license }) => license));
  }
  const row = (name: string, value: (license: License) => string | null) => {
    const values = licenses.map((license) => `${license.name}: ${value(license) ?? 'not known'}`);
    answer.item(`${name}. ${values.join('; ')}.`);
  };
  answer.section('Side by side');
  row('Class', ({ licenseClass }) => licenseClass?.name ?? null);
  row('SPDX identifier', ({ spdxId }) => spdxId ?? 'none');
  row('Approved by the Open Source Initiative', ({ osiApproved }) =>
    osiApproved === null ? null : osiApproved ? 'yes' : 'no',
  );
  answer.section(deedsTitle);
  for (const license of licenses) {
    for (const line of deedLines(license)) answer.item(`${license.name}: ${line}`);
  }
  answer.section('Duties');
  for (const license of licenses) {
    const duties = (license.clauses ?? []).flatMap(({ duty }) =>
      duty === null
        ? []
        : [`${dutyWords[duty.kind].toLowerCase()}${duty.name === null ? '' : ` “${duty.name}”`}`],
    );
    answer.item(`${license.name}: ${[...new Set(duties)].join('; ') || 'none was read'}`);
  }
  answer.section('Limits');
  for (const license of licenses) {
    const limits = (license.clauses ?? []).filter(({ effect }) =>
      ['FORBIDS', 'WITHHOLDS_GRANT', 'NEEDS_SEPARATE_LICENSE'].includes(effect),
    );
    if (limits.length === 0) answer.item(`${license.name}: none was read.`);
    for (const { text } of limits) answer.item(`${license.name}: ${text}`);
  }
  const unread = licenses.filter(({ clausesComplete }) => !clausesComplete);
  if (unread.length > 0) {
    answer.line(`Not read to the end: ${unread.map(({ name }) => name).join(', ')}.`);
  }
  answer.section('What they are');
  for (const { name, summary } of licenses) answer.item(`${name}: ${summary ?? ''}`);
  answer
    .section('Sources')
    .line('The tool “describe” names document, section and source of each clause.');
}
