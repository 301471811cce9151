import { answerWords } from '../explorer/words.ts';
import type { AnswersFragment } from './documents/types.ts';
import { questionFor } from './use-arguments.ts';

/** What is done, by the name of its field. */
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

export const deedsTitle = 'May one, commercially, where nothing else is known';

/** What a license lets one do: deeds of the same answer in one line. */
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
  return open === '' ? answerWords[answer] : `${answerWords[answer]}: ${open}`;
}
