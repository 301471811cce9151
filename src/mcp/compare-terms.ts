import { type AskGraph, dataIn } from '../explorer/ask.ts';
import { entityReference } from '../explorer/entity-names.ts';
import type { Answer } from './answer.ts';
import { asked, type DataOf, foundOne } from './documents.ts';
import type { Entity } from './find.ts';

type Term = NonNullable<DataOf<'compare-term'>['term']>;

/** Adds the differences between terms: definitions, broader terms, and the paths between them. */
export async function compareTerms(
  ask: AskGraph,
  entities: readonly Entity[],
  answer: Answer,
): Promise<void> {
  const terms: Term[] = [];
  for (const { slug } of entities) {
    terms.push(await foundOne(ask, 'compare-term', { slug }, ({ term }) => term));
  }
  answer.section('Definitions');
  for (const { name, definition } of terms)
    answer.item(`${name}: ${definition ?? 'none is recorded'}`);
  answer.section('How they are related');
  const [first, ...others] = entities;
  for (const other of first === undefined ? [] : others) {
    const ends = { from: entityReference(first as Entity), to: entityReference(other) };
    const path = dataIn(await asked(ask, 'path', ends))?.path ?? null;
    answer.item(path === null ? `There is no short path to ${other.name}.` : path.explanation);
  }
  for (const { name, broader, contrastsWith, examples } of terms) {
    const kinds = (broader?.nodes ?? []).map((each) => each.name).join(', ');
    const unlike = (contrastsWith?.nodes ?? []).map((each) => each.name).join(', ');
    const said = [
      ...(kinds === '' ? [] : [`a kind of ${kinds}`]),
      ...(unlike === '' ? [] : [`in contrast with ${unlike}`]),
      ...((examples?.totalCount ?? 0) === 0 ? [] : [`${examples?.totalCount} models as examples`]),
    ];
    if (said.length > 0) answer.item(`${name}: ${said.join('; ')}`);
  }
  answer.section('Questions people ask');
  for (const { faqs } of terms) {
    for (const faq of faqs ?? []) {
      const mentions = terms.filter(({ name }) =>
        faq.question.toLowerCase().includes(name.toLowerCase()),
      );
      if (mentions.length > 1) answer.item(`${faq.question} ${faq.answer}`);
    }
  }
  answer.section('Sources').line('The tool “describe” names the sources of each definition.');
}
