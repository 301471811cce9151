import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { LabelRole } from './label.ts';

/**
 * What of a label's capitals a text has to keep.
 * ANY: nothing. INITIAL: the first letter, and the form of the word. OWN: everything.
 * LETTERS: its one-letter capitals, as in "Command A".
 */
export type CaseRule = 'ANY' | 'INITIAL' | 'OWN' | 'LETTERS';

const letters = /\p{L}/gu;
const capitals = /\p{Lu}/gu;
const loneCapital = /(?<![\p{L}\p{N}])\p{Lu}(?![\p{L}\p{N}])/u;
const digit = /\p{N}/u;
const space = /\s/u;
const separators = /[\s\p{Pd}_./]/gu;

/** Longer words in capitals are names (NVIDIA), and names are written Nvidia, too. */
const longestAbbreviation = 5;

/** The rule for a label, from how it is written and what it names. */
export function caseRuleOf(text: string, kind: EntityKind, role: LabelRole): CaseRule {
  const small = text.match(letters)?.length ?? 0;
  const large = text.match(capitals)?.length ?? 0;
  if (space.test(text.trim())) return loneCapital.test(text) ? 'LETTERS' : 'ANY';
  if (digit.test(text)) return text.replace(separators, '').length > 2 ? 'ANY' : 'OWN';
  if (large === 0) return small > 1 ? 'ANY' : 'OWN';
  if (small <= longestAbbreviation && large * 2 >= small && (large > 1 || small === 1))
    return 'OWN';
  if (large === small) return 'INITIAL';
  if (large > 1 || !startsWithCapital(text)) return 'ANY';
  // A capital at the front of a term's name is only that of a title: "Token".
  return kind === 'TERM' && role === 'NAME' ? 'ANY' : 'INITIAL';
}

/** Whether the text, as written, keeps what the rule asks; the folded words are equal already. */
export function keepsCase(rule: CaseRule, label: string, written: string): boolean {
  switch (rule) {
    case 'ANY':
      return true;
    case 'INITIAL':
      return startsWithCapital(written) && bare(written) === bare(label);
    case 'OWN': {
      const own = label.replace(separators, '');
      const given = written.replace(separators, '');
      return given === own || given === `${own}s`;
    }
    case 'LETTERS':
      return lonesOf(label).every((lone, index) => lonesOf(written)[index] === lone);
  }
}

const loneLetter = /(?<![\p{L}\p{N}])\p{L}(?![\p{L}\p{N}])/gu;

function lonesOf(text: string): readonly string[] {
  return text.match(loneLetter) ?? [];
}

function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(separators, '');
}

function startsWithCapital(text: string): boolean {
  return /^\P{L}*\p{Lu}/u.test(text);
}
