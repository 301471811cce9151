import type { EntityKind } from '../../ontology/vocabulary.ts';
import { JOINED, type Word } from '../fold/word.ts';
import type { LabelRole } from './label.ts';

/**
 * Which capitals of a label a text has to keep.
 * ANY: none. INITIAL: the first letter, and the form of the word. OWN: all.
 * LETTERS: the one-letter capitals, as in "Command A".
 */
export type CaseRule = 'ANY' | 'INITIAL' | 'OWN' | 'LETTERS';

const invisible = /\p{Cf}/gu;
const letters = /\p{L}/gu;
const capitals = /\p{Lu}/gu;
const loneCapital = /(?<![\p{L}\p{N}])\p{Lu}(?![\p{L}\p{N}])/u;
const digit = /\p{N}/u;
const space = /\s/u;
const separators = /[\s\p{Pd}_./]/gu;

/** A longer word in capitals is a name (NVIDIA) that people also write "Nvidia". */
const longestAbbreviation = 5;

/** The rule for a label, from how it is written and what it names. */
export function caseRuleOf(written: string, kind: EntityKind, role: LabelRole): CaseRule {
  const text = written.normalize('NFKC').replace(invisible, '');
  const small = text.match(letters)?.length ?? 0;
  const large = text.match(capitals)?.length ?? 0;
  if (space.test(text.trim())) return loneCapital.test(text) ? 'LETTERS' : 'ANY';
  if (digit.test(text)) return text.replace(separators, '').length > 2 ? 'ANY' : 'OWN';
  if (large === 0) return small > 1 ? 'ANY' : 'OWN';
  if (small <= longestAbbreviation && large * 2 >= small && (large > 1 || small === 1))
    return 'OWN';
  if (large === small) return 'INITIAL';
  if (large > 1 || !startsWithCapital(text)) return 'ANY';
  // The first capital of a term's name is only that of a title: "Token".
  return kind === 'TERM' && role === 'NAME' ? 'ANY' : 'INITIAL';
}

/**
 * Words with their capitals, but without accents, width and invisible characters. A number that
 * touches its neighbor gets no space.
 */
export function casedText(words: readonly Word[], first = 0, last = words.length - 1): string {
  let cased = '';
  for (let at = first; at <= last; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const touches = word.gap === JOINED && (digit.test(word.cased) || digit.test(cased.slice(-1)));
    cased += at === first || touches ? word.cased : ` ${word.cased}`;
  }
  return cased;
}

/**
 * Whether a text keeps the capitals that the rule asks for. Both texts come from `casedText`, and
 * their folded words are equal.
 */
export function keepsCase(rule: CaseRule, label: string, given: string): boolean {
  switch (rule) {
    case 'ANY':
      return true;
    case 'INITIAL':
      return startsWithCapital(given) && bare(given) === bare(label);
    case 'OWN': {
      const [one, other] = [closed(label), closed(given)];
      return other === one || other === `${one}s` || `${other}s` === one;
    }
    case 'LETTERS': {
      const lones = lonesOf(given);
      return lonesOf(label).every((lone, index) => lones[index] === lone);
    }
  }
}

const loneLetter = /(?<![\p{L}\p{N}])\p{L}(?![\p{L}\p{N}])/gu;

function lonesOf(text: string): readonly string[] {
  return text.match(loneLetter) ?? [];
}

function closed(text: string): string {
  return text.replaceAll(' ', '');
}

function bare(text: string): string {
  return closed(text).toLowerCase();
}

function startsWithCapital(text: string): boolean {
  return /^\P{L}*\p{Lu}/u.test(text);
}
