import { rank } from './license-candidates.ts';
import type { Named } from './look-up.ts';
import type {
  LicenseCandidate,
  LicenseExpression,
  LicenseResolution,
  LicenseTarget,
} from './types.ts';

/** A resolution without its input text. */
export type Outcome = Omit<LicenseResolution, 'input'>;

export const blank = { target: null, expression: null, candidates: [] } as const;

export function nothing(reasons: readonly string[]): Outcome {
  return { ...blank, kind: 'NONE', reasons };
}

export function one(target: LicenseTarget, reasons: readonly string[]): Outcome {
  const notes = [...reasons];
  if (target.license === null) notes.push('It is on the SPDX list and not in this graph.');
  if (target.spdx?.deprecated === true) {
    notes.push(
      'SPDX has deprecated this identifier: it leaves open whether later versions may be chosen.',
    );
  }
  return {
    ...blank,
    kind: target.license === null ? 'SPDX_LICENSE' : 'LICENSE',
    target,
    reasons: notes,
  };
}

export function answered(named: Named): Outcome {
  if (named.kind === 'ONE') return one(named.target, [named.reason]);
  return {
    ...blank,
    kind: 'CANDIDATES',
    candidates: rank(named.candidates),
    reasons: [named.reason],
  };
}

export function expressed(
  expression: LicenseExpression,
  targets: readonly (LicenseTarget | null)[],
): Outcome {
  const reasons = [`The text is the SPDX expression “${expression.text}”.`];
  if (targets.includes(null))
    reasons.push('A LicenseRef in it is defined by its own document only.');
  return { ...blank, kind: 'EXPRESSION', expression, reasons };
}

export function candidatesOf(
  targets: readonly LicenseTarget[],
  reasons: readonly string[],
): Outcome {
  const reason = reasons[0] ?? '';
  const candidates = rank(
    targets.map((target, at) => ({ target, confidence: 0.8 - at * 0.02, reason })),
  );
  return candidates.length === 0
    ? nothing(reasons)
    : { ...blank, kind: 'CANDIDATES', candidates, reasons };
}

export function candidatesIn(outcome: Outcome): readonly LicenseCandidate[] {
  const reason = outcome.reasons[0] ?? '';
  return [
    ...outcome.candidates,
    ...targetsOf(outcome).map((target) => ({ target, confidence: 0.85, reason })),
  ];
}

export function targetsOf(outcome: Outcome): readonly LicenseTarget[] {
  if (outcome.target !== null) return [outcome.target];
  if (outcome.expression === null) return outcome.candidates.map(({ target }) => target);
  const walk = (node: LicenseExpression['root']): LicenseTarget[] =>
    node.type === 'LICENSE'
      ? node.target === null
        ? []
        : [node.target]
      : node.operands.flatMap(walk);
  return walk(outcome.expression.root);
}
