/** What a folded character does to the word around it. */
export const SEPARATOR = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** A character that is a word of its own: scripts written without spaces. */
export const IDEOGRAPH = 3;
/** Leaves no trace and does not end a word: joiners, soft hyphens, direction marks. */
export const IGNORED = 4;
/** Leaves no trace, but belongs to the letter before it: accents. */
export const MARK = 5;
export type CharacterClass = 0 | 1 | 2 | 3 | 4 | 5;

/** One folded character and its class. */
export interface Folded {
  readonly text: string;
  readonly type: CharacterClass;
}

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const letter = /[\p{L}\p{Mc}]/u;
const digit = /\p{N}/u;
const mark = /[\p{Mn}\p{Me}]/u;
const format = /\p{Cf}/u;

/** Letters that Unicode does not decompose although a keyboard without them writes others. */
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
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    for (const text of plainLetters.get(part) ?? part) folded.push({ text, type: classOf(text) });
  }
  return folded;
}

const ascii: readonly (readonly Folded[])[] = Array.from({ length: 128 }, (_, code) =>
  decompose(String.fromCharCode(code)),
);
/** What was looked up before; it stops growing, so that no text can fill the memory. */
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

/** Whether words can be made of it: a letter or a digit of any script. */
export function isWordCodePoint(codePoint: number): boolean {
  const type = foldCodePoint(codePoint)[0]?.type ?? SEPARATOR;
  return type === LETTER || type === DIGIT || type === IDEOGRAPH;
}
