/**
 * The tokens of a name: lower-case words, numbers ("2.0" is "2"), and every symbol that does not
 * only separate. Words and numbers are split where they touch: "llama3.1" is "llama 3.1", "GPLv3"
 * is "gpl v 3".
 */
export interface Tokens {
  readonly all: readonly string[];
  /** The tokens without "the", "license", "agreement", and without "version" before a number. */
  readonly bare: readonly string[];
  /** Numbers written without a dot. "2" may mean 2.0 or 2.1; "2.0" may not. */
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

/** The tokens of a text, at most `limit`. */
export function tokenize(text: string, limit = 400): Tokens {
  const { words, majors } = read(text, limit);
  return tokensOf(words, majors);
}

/** The same for words already split, with the numbers that were written without a dot. */
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

/** Words joined by spaces. Two keys are equal only where the texts split alike. */
export function spaced(all: readonly string[]): string {
  return all.join(' ');
}

/** The shortest key without spaces. Shorter names are compared word by word: "M IT" is not MIT. */
const shortestCompact = 5;

/** Words without spaces, so that "Open RAIL" is "OpenRAIL"; null where the result is too short. */
export function compact(all: readonly string[]): string | null {
  const key = joinedWords(all);
  return key.length >= shortestCompact ? key : null;
}

/** Words without spaces. A mark keeps numbers apart. */
export function joinedWords(all: readonly string[]): string {
  let key = '';
  for (const [at, word] of all.entries()) {
    const before = all[at - 1];
    const numbersTouch = before !== undefined && isNumber.test(before) && isNumber.test(word);
    key += numbersTouch ? `_${word}` : word;
  }
  return key;
}

/** The numbers of a text in order. They tell versions apart. */
export function numbersOf(all: readonly string[]): string {
  return all.filter((word) => isNumber.test(word)).join(' ');
}
