import { spaced, type Tokens, tokenize } from './tokens.ts';
import type { LicenseTarget } from './types.ts';

const dotted = /[0-9]+(?:\.[0-9]+)+/g;

/** The versions that a major number may mean, each with its licenses. */
export type MinorVersions = ReadonlyMap<string, ReadonlyMap<string, readonly LicenseTarget[]>>;

/**
 * Collects the versions of licenses. The key is a name's bare words with the major number in place
 * of its version, as in "lgpl 2".
 */
export function minorVersions(
  names: readonly { readonly text: string; readonly target: LicenseTarget }[],
): MinorVersions {
  const byMajor = new Map<string, Map<string, LicenseTarget[]>>();
  for (const { text, target } of names) {
    for (const match of text.matchAll(dotted)) {
      const [version] = match;
      const major = version.slice(0, version.indexOf('.'));
      const end = match.index + version.length;
      const { bare } = tokenize(`${text.slice(0, match.index)}${major}${text.slice(end)}`, 40);
      const key = spaced(bare);
      const versions = byMajor.get(key) ?? new Map<string, LicenseTarget[]>();
      const minor = version.replace(/(?:\.0+)+$/, '');
      const targets = versions.get(minor) ?? [];
      if (!targets.includes(target)) targets.push(target);
      byMajor.set(key, versions.set(minor, targets));
    }
  }
  return byMajor;
}

/** The licenses that a text may mean by a major number alone, where several versions exist. */
export function sharersOfMajor(minors: MinorVersions, tokens: Tokens): readonly LicenseTarget[] {
  if (tokens.majors.size === 0) return [];
  const versions = minors.get(spaced(tokens.bare));
  if (versions === undefined || versions.size < 2) return [];
  return [...new Set([...versions.values()].flat())];
}
