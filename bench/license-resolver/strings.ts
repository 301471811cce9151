import { collectedGroups } from './collected.ts';
import { wildGroups } from './wild.ts';

/**
 * A text as somebody wrote it, and what it says:
 *   =slug        that license of the graph, and nothing else
 *   spdx:ID      that license of the SPDX list, which the graph does not have
 *   expr:TEXT    that SPDX expression
 *   ?a,b         no answer; the candidates hold a (among the first three) and b. An id with an
 *                upper-case letter is one of the SPDX list
 *   ~            no answer: candidates or nothing
 *   -            nothing, with the reason
 */
export type Pair = readonly [text: string, expected: string];

/** Tuned on; held apart while tuning; or collected when the resolver was written already. */
export type Part = 'tuned' | 'held' | 'wild';

export interface LicenseString {
  readonly text: string;
  readonly expected: string;
  readonly group: string;
  readonly part: Part;
}

/** Halves the list by a hash of the letters (FNV-1a). */
function halfOf(text: string): Part {
  let hash = 0x811c9dc5;
  for (const letter of text) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return (hash >>> 7) % 2 === 0 ? 'tuned' : 'held';
}

function read(
  groups: Readonly<Record<string, readonly Pair[]>>,
  partOf: (text: string) => Part,
): LicenseString[] {
  return Object.entries(groups).flatMap(([group, pairs]) =>
    pairs.map(([text, expected]) => ({ text, expected, group, part: partOf(text) })),
  );
}

/** Every string of the evaluation. */
export const licenseStrings: readonly LicenseString[] = [
  ...read(collectedGroups, halfOf),
  ...read(wildGroups, () => 'wild'),
];
