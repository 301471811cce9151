import { type Certainty, NO, UNSURE, YES } from '../claims/certainty.ts';

/** The parts of a license that openness depends on. */
export interface LicenseOpenness {
  readonly name: string;
  readonly spdxId: string | null;
  readonly identifiers: readonly { readonly value: string }[];
  readonly osiApproved: boolean | null;
}

/** Alternatives of which one holds: the user chooses, or it is not known which. */
interface LicenseAlternatives {
  readonly kind: 'CHOICE' | 'DISPUTED';
  readonly of: readonly (readonly BoundLicense[])[];
}

/** A part of the licenses that bind an artifact. */
export type BoundLicense = LicenseOpenness | LicenseAlternatives;

/** Whether licenses are of a kind, and the name of the license that decides. */
interface SortJudgment {
  readonly met: Certainty;
  readonly name: string;
}

type IsOf = (license: LicenseOpenness) => boolean | null;

/** Whether all parts that bind together are of a kind. The worst part decides. */
export function allAreOf(parts: readonly BoundLicense[], isOf: IsOf): SortJudgment {
  const judged = parts.map((part) => ('of' in part ? oneIsOf(part, isOf) : isOfSort(part, isOf)));
  const worst = Math.min(YES, ...judged.map(({ met }) => met));
  return judged.find(({ met }) => met === worst) ?? { met: YES, name: '' };
}

function isOfSort(license: LicenseOpenness, isOf: IsOf): SortJudgment {
  const is = isOf(license);
  return { met: is === null ? UNSURE : is ? YES : NO, name: license.name };
}

/**
 * A user who chooses takes the best alternative. If it is not known which holds, all must agree.
 */
function oneIsOf({ kind, of }: LicenseAlternatives, isOf: IsOf): SortJudgment {
  const judged = of.map((parts) => allAreOf(parts, isOf));
  const best = Math.max(NO, ...judged.map(({ met }) => met));
  const chosen = judged.find(({ met }) => met === best) ?? { met: UNSURE, name: '' };
  if (kind === 'CHOICE') return chosen;
  const named = judged.map(({ name }) => name).filter((name) => name !== '');
  const agreed = judged.every(({ met }) => met === best);
  return { met: agreed ? chosen.met : UNSURE, name: [...new Set(named)].join(' or ') };
}
