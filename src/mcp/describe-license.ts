import type { AskGraph } from '../explorer/ask.ts';
import { documentWords, dutyWords } from '../explorer/words.ts';
import { type Answer, listed } from './answer.ts';
import { addFacts } from './claims.ts';
import type { ClauseEffect } from './documents/types.ts';
import { foundOne } from './documents.ts';
import { headOf } from './entity-head.ts';
import { deedLines, deedsTitle } from './license-answers.ts';

/** The words before the text of a clause, by its effect. */
const effects: Readonly<Record<ClauseEffect, string>> = {
  FORBIDS: 'Forbids',
  WITHHOLDS_GRANT: 'Withholds rights',
  NEEDS_SEPARATE_LICENSE: 'Asks for an agreement',
  REQUIRES: 'Requires',
  TERMINATES: 'Ends the rights',
  PERMITS: 'Permits',
};

/** The order of clauses in an answer. */
const order = Object.keys(effects) as readonly ClauseEffect[];

/**
 * The description of a license: what it allows, its clauses with their places, and the models under
 * it.
 */
export async function describeLicense(ask: AskGraph, slug: string): Promise<Answer> {
  const license = await foundOne(ask, 'license', { slug }, (data) => data.license);
  const answer = headOf(license, 'license');
  if (license.licenseClass !== null) answer.line(`Class: ${license.licenseClass.name}.`);
  const next = (license.supersededBy?.nodes ?? []).map(({ name }) => name);
  if (next.length > 0) answer.line(`Replaced by: ${listed(next)}.`);
  answer.section(deedsTitle);
  for (const line of deedLines(license)) answer.item(line);
  answer.section('Clauses, in our words');
  if (!license.clausesComplete) {
    answer.line('Its text was not read to the end: a clause that is missing here proves nothing.');
  }
  const clauses = [...(license.clauses ?? [])].sort(
    (one, other) => order.indexOf(one.effect) - order.indexOf(other.effect),
  );
  for (const { effect, text, section, document, duty, source, asOf, evidence } of clauses) {
    const kind =
      duty === null
        ? ''
        : ` (${dutyWords[duty.kind].toLowerCase()}${duty.name === null ? '' : ` “${duty.name}”`})`;
    const place = [document?.title, section === null ? null : `section ${section}`]
      .filter((each) => typeof each === 'string')
      .join(', ');
    answer.item(`${effects[effect]}${kind}: ${text}${place === '' ? '' : ` (${place})`}`, {
      source,
      asOf,
      evidence,
    });
  }
  answer.section('Documents');
  for (const { kind, title, url, publishedOn } of license.documents ?? []) {
    answer.item(
      `${documentWords[kind]}: ${title}${publishedOn === null ? '' : `, ${publishedOn}`} ${url ?? ''}`.trim(),
    );
  }
  const models = (license.models?.nodes ?? []).map(({ name }) => name);
  if (models.length > 0) {
    const total = license.models?.totalCount ?? models.length;
    answer
      .section(`Models that are or were under it (${total}, the newest first)`)
      .line(listed(models, total, 30));
  }
  addFacts(answer, license);
  return answer;
}
