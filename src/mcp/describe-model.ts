import type { AskGraph } from '../explorer/ask.ts';
import { artifactWords, opennessWords, verdictWords } from '../explorer/words.ts';
import { type Answer, listed } from './answer.ts';
import { addFacts } from './claims.ts';
import { foundOne } from './documents.ts';
import { headOf } from './entity-head.ts';

/**
 * The description of a model: facts with sources, licenses that bind, and openness by each
 * definition.
 */
export async function describeModel(ask: AskGraph, slug: string): Promise<Answer> {
  const model = await foundOne(ask, 'model', { slug }, (data) => data.model);
  const answer = headOf(model, 'model');
  if (model.url !== null) answer.line(`Its page: ${model.url}`);
  addFacts(answer, model);
  answer.section('How open it is');
  for (const { definition, verdict, reasons, missing } of model.openness ?? []) {
    const open = missing.length === 0 ? '' : `Missing: ${missing.join('; ')}.`;
    const why = reasons.slice(0, verdict === 'MEETS' ? 1 : 3).join(' ') || open;
    answer.item(`${opennessWords[definition]}: ${verdictWords[verdict].toLowerCase()}. ${why}`);
  }
  answer.section('Licenses that bind its users');
  for (const { artifact, license, explanation } of model.effectiveLicenses ?? []) {
    answer.item(`${artifactWords[artifact]}: ${license.name} (${license.uri}). ${explanation}`);
  }
  for (const note of model.effectiveLicenseNotes ?? []) answer.item(note);
  answer.section('Related');
  const derivatives = (model.derivatives?.nodes ?? []).map(({ name }) => name);
  if (derivatives.length > 0) {
    const total = model.derivatives?.totalCount ?? derivatives.length;
    answer.item(`Made from it: ${listed(derivatives, total, 20)}`);
  }
  const terms = (model.exemplifies?.nodes ?? []).map(({ name }) => name);
  if (terms.length > 0) answer.item(`Example of: ${listed(terms, undefined, 20)}`);
  return answer;
}
