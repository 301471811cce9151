import { JOINED, SOFT, type Word } from '../fold/word.ts';

const hyphen = /^[\p{Pd}_]$/u;
const capital = /^\p{Lu}/u;
const digits = /^\p{N}+$/u;
const sizeUnits = new Set(['b', 'm', 't']);
const webAddress = /\b(?:https?:\/\/|www\.)[^\s<>"]+/giu;

/** The places of web addresses: names inside them are not mentions. */
export function webAddressesIn(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(webAddress)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
}

/** Whether a name may begin with the word: not inside a longer one, a path or an e-mail address. */
export function canBegin(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || word.gap === JOINED) return false;
  const before = text[word.start - 1];
  if (before === '_' || before === '@') return false;
  return before !== '.' || words[at - 1]?.end !== word.start - 1;
}

/**
 * Whether a name may end with the word: not inside a longer one ("Llama 3" in "Llama 3.1"), a
 * host name, or the name of a sibling ("gpt-oss" in "gpt-oss-20b", "R1" in "R1-Zero").
 */
export function canEnd(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined) return false;
  if (next === undefined) return text[word.end] !== '_';
  if (next.gap === JOINED) return false;
  if (next.start !== word.end + 1) return text[word.end] !== '_';
  const between = text.slice(word.end, next.start);
  if (between === '.' || between === '_' || between === '@') return false;
  if (!hyphen.test(between)) return true;
  if (digits.test(next.plain)) return false;
  return !(endsInNumber(words, at) && capital.test(text.slice(next.start, next.end)));
}

/** Whether a size follows ("Llama 3.1" before "8B"): then a model of another size is meant. */
export function sizeFollows(words: readonly Word[], at: number): boolean {
  let next = at + 1;
  if (words[next]?.gap !== SOFT || !digits.test(words[next]?.plain ?? '')) return false;
  next += 1;
  if (words[next]?.gap === JOINED && digits.test(words[next]?.plain ?? '')) next += 1;
  const unit = words[next];
  if (unit?.gap !== JOINED || !sizeUnits.has(unit.plain)) return false;
  return words[next + 1]?.gap !== JOINED;
}

/** Whether the last word as written has a digit in it: "R1", "V3.2", "70B". */
function endsInNumber(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (digits.test(word.plain)) return true;
  return word.gap === JOINED && digits.test(words[at - 1]?.plain ?? '');
}
