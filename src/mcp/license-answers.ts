import { answerWords } from '../explorer/words.ts';
import type { AnswersFragment } from './documents/types.ts';
import { questionFor } from './use-arguments.ts';

/** The words for an activity, by the name of its field in the document. */
const deeds = {
  run: 'run it',
  fineTune: 'fine-tune it',
  product: 'offer a product that uses it',
  host: 'host it for others',
  redistribute: 'pass it on',
  train: 'train other models on its outputs',
  sell: 'sell its outputs',
} as const;
type Deed = keyof typeof deeds;

export const deedsTitle = 'What it allows in commercial use, if nothing else is known';

/** What a license allows. Activities with the same answer share a line. */
export function deedLines(license: AnswersFragment): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const deed of Object.keys(deeds) as readonly Deed[]) {
    const answer = answerTo(license[deed]);
    lines.set(answer, [...(lines.get(answer) ?? []), deeds[deed]]);
  }
  return [...lines].map(([answer, words]) => `${words.join('; ')}: ${answer}`);
}

function answerTo(verdict: AnswersFragment[Deed]): string {
  if (verdict === null) return 'not known';
  const { answer, missing } = verdict;
  const open = missing.map(questionFor).join(' ');
  return open === '' ? answerWords[answer] : `${answerWords[answer]}. ${open}`;
}
