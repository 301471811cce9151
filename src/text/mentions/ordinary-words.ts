import type { Steps } from '../../base/steps.ts';
import { SENTENCE } from '../fold/word.ts';
import { wordsOf } from '../fold/words.ts';

const textsPerStep = 256;

/** The folded words that running texts write in lower case: they are not names alone. */
export function* ordinaryWordsOf(texts: readonly string[]): Steps<Set<string>> {
  const ordinary = new Set<string>();
  for (const [at, text] of texts.entries()) {
    if (at % textsPerStep === 0) yield;
    for (const word of wordsOf(text)) {
      if (word.gap !== SENTENCE && isLowerCase(text.slice(word.start, word.end))) {
        ordinary.add(word.text);
      }
    }
  }
  return ordinary;
}

function isLowerCase(written: string): boolean {
  return written === written.toLowerCase() && written !== written.toUpperCase();
}
