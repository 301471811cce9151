import { keysOf, type LicenseIndex, type LicenseName } from './license-index.ts';
import { sharersOfMajor } from './minor-versions.ts';
import { spaced, type Tokens, tokensOf } from './tokens.ts';
import type { LicenseCandidate, LicenseTarget } from './types.ts';

/** The meaning of a whole name: one license, or several that share it. */
export type Named =
  | { readonly kind: 'ONE'; readonly target: LicenseTarget; readonly reason: string }
  | {
      readonly kind: 'SHARED';
      readonly candidates: readonly LicenseCandidate[];
      readonly reason: string;
    };

/**
 * Where a text comes from: running text, the tag of a model card, or a field for SPDX identifiers
 * only.
 */
export type Place = 'FREE' | 'TAG' | 'SPDX';

/** The name to show for a target. */
export function titleOf(target: LicenseTarget): string {
  return target.license?.name ?? target.spdx?.name ?? target.spdx?.id ?? 'license';
}

// Publishers that may stand before the name of their model: "Meta Llama 3.1" is Llama 3.1.
const publishers: ReadonlyMap<string, string> = new Map([
  ['meta', 'llama'],
  ['google', 'gemma'],
  ['alibaba', 'qwen'],
  ['tii', 'falcon'],
  ['moonshot', 'kimi'],
  ['xai', 'grok'],
  ['ai21', 'jamba'],
]);

// Identifiers of the SPDX list that are one word and have no other common meaning.
const unmistakable: ReadonlySet<string> = new Set(
  'isc zlib unlicense wtfpl ncsa postgresql beerware hpnd openssl'.split(' '),
);

/** Whether a name is a bare word of the SPDX list, like "Intel" or "Fair". */
export function isPlainWord(name: LicenseName): boolean {
  return (
    name.target.license === null &&
    /^[a-z]+$/i.test(name.text) &&
    !unmistakable.has(name.text.toLowerCase())
  );
}

/** The license or licenses that a text means as one whole name, or null. */
export function lookUp(index: LicenseIndex, tokens: Tokens, place: Place = 'FREE'): Named | null {
  if (tokens.all.length === 0 || tokens.all.length > 40) return null;
  const found = findNames(index, tokens);
  const sharers = sharersOfMajor(index.minors, tokens);
  if (sharers.length > 0 && !found.some((name) => isWrittenSo(name, tokens))) {
    const targets = [...new Set([...found.map(({ target }) => target), ...sharers])];
    const names = targets.slice(0, 6).map((target) => target.spdx?.id ?? titleOf(target));
    return sharedBy(targets, `The major version alone may be any of ${names.join(', ')}.`);
  }
  if (found.length > 0) return settle(index, found, place);
  const shared = index.shared.get(spaced(tokens.all)) ?? index.shared.get(spaced(tokens.bare));
  if (shared !== undefined && shared.targets.length > 0) {
    return sharedBy(
      shared.targets,
      `“${shared.text}” is a name that several licenses or versions share.`,
    );
  }
  const [first, second] = tokens.all;
  if (first !== undefined && publishers.get(first) === second && second !== undefined) {
    return lookUp(index, tokensOf(tokens.all.slice(1), tokens.majors), place);
  }
  return null;
}

/** Whether the name itself has its version without a dot, as "Llama 3 Community License" does. */
function isWrittenSo({ tokens }: LicenseName, { majors }: Tokens): boolean {
  return [...majors].every((number) => tokens.majors.has(number));
}

function findNames(index: LicenseIndex, tokens: Tokens): readonly LicenseName[] {
  for (const key of keysOf(tokens.all)) {
    const names = index.exact.get(key);
    if (names !== undefined) return names;
  }
  for (const key of keysOf(tokens.bare)) {
    const names = index.bare.get(key)?.filter((name) => wordsAllow(name.tokens, tokens)) ?? [];
    if (names.length > 0) return names;
  }
  return [];
}

/**
 * Whether the words for "license" and "agreement" agree. "The DeepSeek license" names the DeepSeek
 * License, "DeepSeek" does not. An agreement that is not called a license may be another document:
 * NVIDIA has an Open Model License and an Open Model Agreement.
 */
function wordsAllow(name: Tokens, given: Tokens): boolean {
  if (name.saysLicense) return given.saysLicense;
  if (given.saysAgreement && !given.saysLicense) return name.saysAgreement;
  return !name.saysAgreement || given.saysAgreement;
}

function settle(index: LicenseIndex, names: readonly LicenseName[], place: Place): Named | null {
  const targets = [...new Set(names.map((name) => name.target))];
  const name = names.find((one) => !isPlainWord(one)) ?? names[0];
  if (name === undefined) return null;
  if (targets.length > 1) return sharedBy(targets, `“${name.text}” names more than one license.`);
  if (isPlainWord(name) && place !== 'SPDX') {
    return sharedBy(
      targets,
      `“${name.text}” is an SPDX identifier and also a common word or the name of something else.`,
    );
  }
  const rivals = rivalsOf(index, name, place);
  if (rivals.length > 0) {
    return sharedBy(
      [name.target, ...rivals],
      `“${name.text}” alone also begins or ends the names of other licenses.`,
    );
  }
  const title = titleOf(name.target);
  const reason =
    name.text === title ? `“${title}” is its name.` : `“${name.text}” is ${name.what} of ${title}.`;
  return { kind: 'ONE', target: name.target, reason };
}

function holds(whole: readonly string[], part: readonly string[]): number {
  return whole.findIndex((_, at) => part.every((word, offset) => whole[at + offset] === word));
}

/**
 * Other licenses of the graph with a name that contains this one: "qwen" is an identifier and the
 * beginning of "Qwen Research License". In a tag an identifier has no rivals, unless it is the end
 * of the other names: "modified-mit" describes a type of license.
 */
function rivalsOf(index: LicenseIndex, name: LicenseName, place: Place): LicenseTarget[] {
  const { license, spdx } = name.target;
  const words = name.tokens.bare;
  if (license === null || spdx !== null || name.tokens.saysLicense) return [];
  const others = (index.namesByWord.get(words[0] ?? '') ?? []).filter((other) => {
    if (other.target === name.target || other.target.license === null) return false;
    if (other.target.spdx !== null || other.tokens.bare.length <= words.length) return false;
    const at = holds(other.tokens.bare, words);
    return place === 'FREE' ? at >= 0 : at > 0;
  });
  return [...new Set(others.map((other) => other.target))];
}

function sharedBy(targets: readonly LicenseTarget[], reason: string): Named {
  const candidates = targets.map((target, at) => ({
    target,
    confidence: Math.max(0.3, (at === 0 ? 0.7 : 0.6) - at * 0.02),
    reason,
  }));
  return { kind: 'SHARED', candidates, reason };
}
