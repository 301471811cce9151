import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * A text as somebody wrote it, and the expected result:
 *   =slug        the license of the graph with this slug, and no other
 *   spdx:ID      the license of the SPDX list with this id, which the graph does not have
 *   expr:TEXT    this SPDX expression
 *   ?a,b         no answer; the candidates contain a (among the first three) and b. An id with an
 *                upper-case letter is an SPDX id
 *   ~            no answer: candidates or nothing
 *   -            nothing, with a reason
 */
export type Pair = readonly [text: string, expected: string];

/**
 * "tuned" strings were used for tuning, "held" ones were not, and "wild" ones were collected later.
 */
export type Part = 'tuned' | 'held' | 'wild';

export interface LicenseString {
  readonly text: string;
  readonly expected: string;
  readonly group: string;
  readonly part: Part;
}

const groups = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])));

function groupsIn(file: string): Readonly<Record<string, readonly Pair[]>> {
  return groups.parse(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')));
}

/** Assigns each text to a half, by a hash of its letters (FNV-1a). */
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

/**
 * Every string of the evaluation.
 *
 * `collected.json` comes from the facts' table of licenses and its sources, the SPDX list and
 * specification, ScanCode's keys, Hugging Face's list of tags and front matter of public model cards,
 * PyPI classifiers, and the conventions of CRAN, Fedora, Debian, Maven, Cargo and npm.
 *
 * `wild.json` was collected after the resolver was written: fields of public model cards, the copyright
 * files of a Debian machine, metadata of packages, READMEs, and texts made to mislead. They were labeled
 * before the first run, with these exceptions. The label of MIT-0 was corrected after it. Two strings from
 * Debian that mix "or" with "and" were added after one of them got a wrong answer. The strings of the last
 * group also got wrong answers. Since then, a major version with an open minor version is not an answer,
 * so the labels of "LGPLv2+" and "LGPL-2+" changed from an answer to candidates.
 */
export const licenseStrings: readonly LicenseString[] = [
  ...read(groupsIn('collected.json'), halfOf),
  ...read(groupsIn('wild.json'), () => 'wild'),
];
