import { JOINED, SOFT, type Word } from '../fold/word.ts';
import { jointBefore } from './joints.ts';

const capital = /^\p{Lu}/u;
const digits = /^\p{N}+$/u;
const sizeUnits = new Set(['b', 'm', 't']);
const webAddress = /\b(?:https?:\/\/|www\.)[^\s<>"]+/giu;

/** The offsets of web addresses. Names inside them are not mentions. */
export function webAddressesIn(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(webAddress)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
}

/**
 * Whether a name may begin with the word. It may not begin inside a longer word, an identifier, a
 * path or an e-mail address. Underscores for emphasis ("_RAG_") are ignored.
 */
export function canBegin(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || word.gap === JOINED) return false;
  let start = word.start;
  while (plainAt(text, start - 1) === '_') start -= 1;
  const before = plainAt(text, start - 1);
  if (before === '@') return false;
  const touches = words[at - 1]?.end === start - Number(before === '.');
  return !touches || (before !== '.' && start === word.start);
}

/**
 * Whether a name may end with the word. It may not end inside a longer name ("Llama 3" in "Llama
 * 3.1"), a host name, an identifier, or the name of a sibling ("gpt-oss" in "gpt-oss-20b", "R1" in
 * "R1-Zero").
 */
export function canEnd(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined) return false;
  if (next === undefined) return true;
  if (next.gap === JOINED) return false;
  if (next.start === word.end + 1 && /[.@]/.test(plainAt(text, word.end))) return false;
  const joint = jointBefore(text, words, at + 1);
  if (joint === 'UNDERSCORE') return false;
  if (joint !== 'HYPHEN') return true;
  return !digits.test(next.plain) && !(endsInNumber(words, at) && capital.test(next.cased));
}

function plainAt(text: string, at: number): string {
  return text.charAt(at).normalize('NFKC');
}

/** Whether a size follows, as "8B" after "Llama 3.1". The text then means a model of that size. */
export function sizeFollows(words: readonly Word[], at: number): boolean {
  let next = at + 1;
  if (words[next]?.gap !== SOFT || !digits.test(words[next]?.plain ?? '')) return false;
  next += 1;
  if (words[next]?.gap === JOINED && digits.test(words[next]?.plain ?? '')) next += 1;
  const unit = words[next];
  if (unit?.gap !== JOINED || !sizeUnits.has(unit.plain)) return false;
  return words[next + 1]?.gap !== JOINED;
}

/** Whether the word, with the joined word before it, contains a digit: "R1", "V3.2", "70B". */
function endsInNumber(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (digits.test(word.plain)) return true;
  return word.gap === JOINED && digits.test(words[at - 1]?.plain ?? '');
}
