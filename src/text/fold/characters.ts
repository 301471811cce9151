/** What a folded character does to the word around it. */
const SEPARATOR = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** A character that is a word by itself, as in scripts written without spaces. */
export const IDEOGRAPH = 3;
/** Dropped, and does not end a word: joiners, soft hyphens, direction marks. */
export const IGNORED = 4;
/** Dropped, but belongs to the letter before it: accents. */
export const MARK = 5;
export type CharacterClass = 0 | 1 | 2 | 3 | 4 | 5;

/** One folded character and its class. */
export interface Folded {
  readonly text: string;
  readonly type: CharacterClass;
  /** Whether the character is written as a capital, whatever its width or accents. */
  readonly capital: boolean;
}

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const letter = /[\p{L}\p{Mc}]/u;
const digit = /\p{N}/u;
const mark = /[\p{Mn}\p{Me}]/u;
const format = /\p{Cf}/u;

/** Letters that Unicode does not decompose, and the letters that people type in their place. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['ς', 'σ'],
]);

function classOf(character: string): CharacterClass {
  if (mark.test(character)) return MARK;
  if (letter.test(character)) return ideograph.test(character) ? IDEOGRAPH : LETTER;
  if (digit.test(character)) return DIGIT;
  return format.test(character) ? IGNORED : SEPARATOR;
}

function decompose(character: string): readonly Folded[] {
  const folded: Folded[] = [];
  for (const written of character.normalize('NFKD')) {
    const lower = written.toLowerCase();
    const capital = lower !== written;
    for (const part of lower.normalize('NFKD')) {
      for (const text of plainLetters.get(part) ?? part) {
        folded.push({ text, type: classOf(text), capital });
      }
    }
  }
  return folded;
}

const ascii: readonly (readonly Folded[])[] = Array.from({ length: 128 }, (_, code) =>
  decompose(String.fromCharCode(code)),
);
/** Code points looked up before. The map has a size limit, so that no text can fill the memory. */
const known = new Map<number, readonly Folded[]>();
const knownLimit = 8192;

/** A code point with case, accent and width folded: usually one character, sometimes several. */
export function foldCodePoint(codePoint: number): readonly Folded[] {
  const quick = ascii[codePoint] ?? known.get(codePoint);
  if (quick !== undefined) return quick;
  const folded = decompose(String.fromCodePoint(codePoint));
  if (known.size < knownLimit) known.set(codePoint, folded);
  return folded;
}

/**
 * The plain form of a sign, so that a full-width sign means the same. Other characters stay as they
 * are.
 */
export function plainSign(codePoint: number): string {
  const [first, ...more] = foldCodePoint(codePoint);
  return first?.type === SEPARATOR && more.length === 0
    ? first.text
    : String.fromCodePoint(codePoint);
}

/** The offset of the next visible character. Joiners and soft hyphens are skipped. */
export function skipIgnored(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0;
    const folded = foldCodePoint(codePoint);
    if (folded.length === 0 || folded.some(({ type }) => type !== IGNORED)) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}

/** Whether the code point can be part of a word: a letter or a digit of any script. */
export function isWordCodePoint(codePoint: number): boolean {
  const type = foldCodePoint(codePoint)[0]?.type ?? SEPARATOR;
  return type === LETTER || type === DIGIT || type === IDEOGRAPH;
}
