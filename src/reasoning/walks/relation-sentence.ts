import { spanOf } from '../../ontology/partial-date.ts';
import type { RelationRecord } from '../../ontology/records.ts';
import { relationOf } from '../../ontology/relations.ts';
import type { DerivationMethod } from '../../ontology/vocabulary.ts';
import { artifactInWords } from './in-words.ts';

/** The parts of a relation that its sentence contains. */
export type SaidRelation = Pick<RelationRecord, 'type' | 'artifact' | 'until' | 'method'>;

interface Phrase {
  readonly forward: string;
  readonly backward: string;
}

const methodPhrases: { readonly [Each in DerivationMethod]: Phrase } = {
  FINETUNE: { forward: 'was fine-tuned from', backward: 'was fine-tuned into' },
  QUANTIZED: { forward: 'was quantized from', backward: 'was quantized into' },
  ADAPTER: { forward: 'is an adapter of', backward: 'has the adapter' },
  MERGE: { forward: 'was merged from', backward: 'was merged into' },
  DISTILLED: { forward: 'was distilled from', backward: 'was distilled into' },
};

/**
 * A sentence about a relation, forward or backward, with the given names of its ends. It names the
 * artifact, the derivation method, and the end of the relation if it is past on the day.
 */
export function relationSentence(
  relation: SaidRelation,
  names: { readonly from: string; readonly to: string },
  forward: boolean,
  today: string,
): string {
  const { type, artifact, until, method } = relation;
  const phrase = method === null ? relationOf(type).phrase : methodPhrases[method];
  // A model's license is that of its weights, so the weights are not mentioned.
  const whole = artifact === null || artifact === 'WEIGHTS';
  const part = whole ? '' : `${artifactInWords[artifact]} of `;
  const over = until !== null && spanOf(until).last <= today;
  const verb = over ? pastOf(phrase) : phrase;
  const said = forward
    ? `${part.replace(/^t/, 'T')}${names.from} ${verb.forward} ${names.to}`
    : `${names.to} ${verb.backward} ${part}${names.from}`;
  return over ? `${said} until ${until}.` : `${said}.`;
}

function pastOf({ forward, backward }: Phrase): Phrase {
  const past = (verb: string) => verb.replace(/^is /, 'was ');
  return { forward: past(forward), backward: past(backward) };
}
