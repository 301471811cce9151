import { ALLOWED, disputedAnswer, NOT_ALLOWED, UNKNOWN } from './answer-order.ts';
import type { Binding, LicenseLeaf } from './binding.ts';
import { licenseAnswer } from './license-answer.ts';
import { binds, type CompiledClause } from './license-terms.ts';
import type { UseProfile } from './use-profile.ts';

/**
 * Whether the license may not have existed yet on the day it was taken: it was published later or,
 * without a publication date, first read later. A model's license is as old as the model.
 */
export function isBeforeItsTime(
  { license: { published, firstRead }, taken, subject }: LicenseLeaf,
  { use }: UseProfile,
): boolean {
  if (published !== null) return taken.last < published.first;
  if (subject.modelId !== null || use.obtainedOn === null) return false;
  return firstRead === null || taken.last < firstRead.first;
}

/**
 * Whether a clause on the use comes from a text that was certainly published after the license was
 * taken. The earlier text may differ.
 */
export function isOfLaterText(
  clause: CompiledClause,
  { taken, path, subject }: LicenseLeaf,
  profile: UseProfile,
): boolean {
  const { published, activities, unread } = clause;
  if (published === null || taken.last >= published.first) return false;
  return ((activities | unread) & profile.activities) !== 0 && binds(clause, path, subject);
}

function readsLaterText(leaf: LicenseLeaf, profile: UseProfile): boolean {
  for (const clause of leaf.license.clauses) {
    if (isOfLaterText(clause, leaf, profile)) return true;
  }
  return false;
}

/**
 * The answer of `useVerdict` as a number, without reasons. It allocates nothing, so that many
 * models can be checked.
 */
export function bindingAnswer(binding: Binding, profile: UseProfile): number {
  switch (binding.kind) {
    case 'LICENSE': {
      const { license, subject, path } = binding;
      const answer = licenseAnswer(license, profile, subject, path);
      if (answer >= UNKNOWN) return answer;
      return isBeforeItsTime(binding, profile) || readsLaterText(binding, profile)
        ? UNKNOWN
        : answer;
    }
    case 'UNKNOWN':
      return UNKNOWN;
    case 'ALL': {
      let worst = ALLOWED;
      for (const part of binding.of) worst = Math.max(worst, bindingAnswer(part, profile));
      return worst;
    }
    default: {
      let best = NOT_ALLOWED;
      let worst = ALLOWED;
      for (const branch of binding.of) {
        const answer = bindingAnswer(branch, profile);
        best = Math.min(best, answer);
        worst = Math.max(worst, answer);
      }
      return binding.kind === 'CHOICE' ? best : disputedAnswer(best, worst);
    }
  }
}
