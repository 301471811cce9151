import { keysOf, type LicenseIndex } from './license-index.ts';
import { lookUp, type Named, titleOf } from './look-up.ts';
import { negates } from './qualifiers.ts';
import { type Tokens, tokensOf } from './tokens.ts';
import type { LicenseCandidate, LicenseTarget } from './types.ts';

/** The licenses named within a longer text. */
export interface Mentions {
  readonly found: readonly LicenseCandidate[];
  /** Words that no mention covers. */
  readonly leftOver: readonly string[];
  /** Licenses that the text says it is not under. */
  readonly denied: ReadonlySet<LicenseTarget>;
}

const longestName = 12;
/** How many words such as "license", "version" and "v" may stand within a name. */
const fillers = 3;

interface Mention {
  readonly named: Named;
  readonly words: readonly string[];
  readonly at: number;
}

/**
 * Finds names within a text, the longest first, from left to right. Each word belongs to one name.
 */
export function mentionsIn(index: LicenseIndex, { all: words, majors }: Tokens): Mentions {
  const leftOver: string[] = [];
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; ) {
    const mention = longestAt(index, words, majors, at);
    if (mention === null) leftOver.push(words[at] ?? '');
    else mentions.push(mention);
    at += mention?.words.length ?? 1;
  }
  const denied = new Set<LicenseTarget>();
  const found: LicenseCandidate[] = [];
  for (const mention of mentions) {
    const targets = targetsOf(mention.named);
    if (negates(words[mention.at - 1])) {
      for (const { target } of targets) denied.add(target);
    } else {
      found.push(...targets.map((one) => weighed(one, mention, words.length)));
    }
  }
  return { found, leftOver, denied };
}

function longestAt(
  index: LicenseIndex,
  words: readonly string[],
  majors: ReadonlySet<string>,
  at: number,
): Mention | null {
  const known = index.longestFrom.get(words[at] ?? '');
  if (known === undefined) return null;
  const most = Math.min(longestName, known + fillers, words.length - at);
  for (let length = most; length > 0; length -= 1) {
    const part = words.slice(at, at + length);
    const tokens = tokensOf(part, majors);
    if (!mayName(index, tokens)) continue;
    const named = lookUp(index, tokens);
    if (named !== null) return { named, words: part, at };
  }
  return null;
}

/** A cheap check before the full lookup. A word of two letters is never a mention. */
function mayName(index: LicenseIndex, { all: part, bare }: Tokens): boolean {
  if (part.length === 1 && (part[0] ?? '').length < 3) return false;
  if (bare.length === 0) return false;
  const keys = [...keysOf(part), ...keysOf(bare)];
  return keys.some((key) => index.exact.has(key) || index.bare.has(key) || index.shared.has(key));
}

function targetsOf(named: Named): readonly LicenseCandidate[] {
  if (named.kind === 'ONE') {
    return [{ target: named.target, confidence: 0.9, reason: named.reason }];
  }
  // A one-word identifier of the SPDX list may be an ordinary word in running text.
  return named.candidates.length === 1 && named.candidates[0]?.target.license === null
    ? named.candidates.map((one) => ({ ...one, confidence: 0.3 }))
    : named.candidates;
}

function weighed(one: LicenseCandidate, mention: Mention, total: number): LicenseCandidate {
  const share = mention.words.length / total;
  return {
    target: one.target,
    confidence: one.confidence * (0.45 + 0.45 * share),
    reason: `The text mentions ${titleOf(one.target)} among other words: ${one.reason}`,
  };
}
