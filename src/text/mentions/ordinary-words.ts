import { SENTENCE } from '../fold/word.ts';
import { wordsOf } from '../fold/words.ts';

/** The folded words that running texts write in lower case. Such a word is not always a name. */
export function ordinaryWordsOf(texts: readonly string[]): ReadonlySet<string> {
  const ordinary = new Set<string>();
  for (const text of texts) {
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
