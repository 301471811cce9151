/**
 * A text cut into what counts for a name: lower-case words, numbers ("2.0" is "2"), and every
 * symbol that is not mere spacing. Words and numbers part where they touch: "llama3.1" is
 * "llama 3.1", "GPLv3" is "gpl v 3".
 */
export interface Tokens {
  readonly all: readonly string[];
  /** Without "the", "license", "agreement" and the word "version" before a number. */
  readonly bare: readonly string[];
  /** Numbers written without a dot: "2" may be 2.0 or 2.1, "2.0" may not. */
  readonly majors: ReadonlySet<string>;
  readonly saysLicense: boolean;
  readonly saysAgreement: boolean;
}

const token = /\p{L}[\p{L}\p{M}]*|[0-9]+(?:\.[0-9]+)*|[^\s\p{Pd}_.,:'"`’‘“”[\]]/gu;
const isNumber = /^[0-9]/;
const licenseWords: ReadonlySet<string> = new Set(['license', 'licenses', 'licensed']);
const versionWords: ReadonlySet<string> = new Set(['v', 'ver', 'version']);

interface Read {
  readonly words: readonly string[];
  readonly majors: ReadonlySet<string>;
}

function read(text: string, limit: number): Read {
  const words: string[] = [];
  const majors = new Set<string>();
  const lower = text.toLowerCase();
  for (const match of lower.matchAll(token)) {
    if (words.length >= limit) break;
    const word = match[0];
    if (isNumber.test(word)) {
      if (!word.includes('.')) majors.add(word);
      words.push(word.replace(/(?:\.0+)+$/, ''));
    } else if (/^.+v$/u.test(word) && isNumber.test(lower.charAt(match.index + word.length))) {
      words.push(word.slice(0, -1), 'v');
    } else {
      words.push(word.replace(/^licence(s|d)?$/, 'license$1'));
    }
  }
  return { words, majors };
}

/** The words and numbers of a text, at most so many. */
export function tokenize(text: string, limit = 400): Tokens {
  const { words, majors } = read(text, limit);
  return tokensOf(words, majors);
}

/** The same for words already cut, and the numbers among them that were written without a dot. */
export function tokensOf(all: readonly string[], majors: ReadonlySet<string>): Tokens {
  return {
    all,
    bare: all.filter(
      (word, at) =>
        word !== 'the' &&
        word !== 'agreement' &&
        !licenseWords.has(word) &&
        !(versionWords.has(word) && isNumber.test(all[at + 1] ?? '')),
    ),
    majors,
    saysLicense: all.some((word) => licenseWords.has(word)),
    saysAgreement: all.includes('agreement'),
  };
}

/** Words with a space between: equal only where the text parts equally. */
export function spaced(all: readonly string[]): string {
  return all.join(' ');
}

/** Shorter keys are compared word by word: "M IT" is not MIT. */
const shortestCompact = 5;

/** Words run together, so that "Open RAIL" is "OpenRAIL"; null where that would be too short to tell. */
export function compact(all: readonly string[]): string | null {
  const key = joinedWords(all);
  return key.length >= shortestCompact ? key : null;
}

/** Words run together, numbers kept apart. */
export function joinedWords(all: readonly string[]): string {
  let key = '';
  for (const [at, word] of all.entries()) {
    const before = all[at - 1];
    const numbersTouch = before !== undefined && isNumber.test(before) && isNumber.test(word);
    key += numbersTouch ? `_${word}` : word;
  }
  return key;
}

/** The numbers of a text in order: what tells versions apart. */
export function numbersOf(all: readonly string[]): string {
  return all.filter((word) => isNumber.test(word)).join(' ');
}
