import { z } from 'zod';

// Characters that make a text look different from what is written. LRM, RLM, joiners and variation
// selectors are allowed: Arabic, Hebrew, Persian and emoji need them.
const unfit: readonly (readonly [RegExp, string])[] = [
  [/(?!\n)\p{Cc}/u, 'a control character'],
  [/\p{Cs}/u, 'half of a surrogate pair'],
  [/[\u202A-\u202E\u2066-\u2069]/u, 'a bidirectional control'],
  [/[\u2028\u2029]/u, 'a line separator'],
  [/[\p{Noncharacter_Code_Point}\p{Co}\uFFFD]/u, 'no character of a text'],
  [
    /[\u00AD\u115F\u1160\u180E\u200B\u2060-\u2065\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E00FF}]/u,
    'an invisible character',
  ],
];

/** The first invisible character of a text: "U+202E, a bidirectional control"; null for none. */
function unfitCharacter(text: string): string | null {
  for (const [pattern, what] of unfit) {
    const found = pattern.exec(text)?.[0].codePointAt(0);
    if (found === undefined) continue;
    return `U+${found.toString(16).toUpperCase().padStart(4, '0')}, ${what}`;
  }
  return null;
}

/** The text for a terminal or a log: codes replace invisible characters. */
export function shownText(text: string): string {
  let shown = '';
  for (const character of text) {
    const unseen = character !== '\n' && unfitCharacter(character) !== null;
    const code = character.codePointAt(0) ?? 0;
    shown += unseen ? `\\u{${code.toString(16)}}` : character;
  }
  return shown;
}

const unseen = /[\u00AD\u200B\u2060\uFEFF]/gu;

/**
 * Removes invisible characters that have no meaning in a text: soft hyphens, zero-width spaces, byte
 * order marks.
 */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}

function proseProblem(text: string): string | null {
  if (text.trim() === '') return 'expected some text';
  const character = unfitCharacter(text);
  return character === null ? null : `expected text as it shows; found ${character}`;
}

function lineProblem(text: string): string | null {
  const problem = proseProblem(text);
  if (problem !== null) return problem;
  if (text.includes('\n')) return 'expected one line of text';
  if (text !== text.trim()) return 'expected no spaces around the text';
  return /\s\s/.test(text) ? 'expected single spaces between words' : null;
}

function plainText(problemOf: (text: string) => string | null) {
  return z
    .string()
    .min(1)
    .superRefine((text, context) => {
      const message = text === '' ? null : problemOf(text);
      if (message !== null) context.addIssue({ code: 'custom', message });
    });
}

// YAML ends a block of text with a line break.
const withoutLastBreaks = (text: string) => text.replace(/\n+$/, '');

/** A text of one line: a name, a title. It has no invisible characters or outer spaces. */
export const zLine = plainText((text) => lineProblem(withoutLastBreaks(text))).overwrite(
  withoutLastBreaks,
);

/** A text of any length, in paragraphs, without invisible characters. */
export const zProse = plainText(proseProblem).overwrite((text) => text.trim());
