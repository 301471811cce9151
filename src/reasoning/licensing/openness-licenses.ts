import type { Binding, LicenseLeaf } from './binding.ts';
import type { BoundLicense, LicenseOpenness } from './license-openness.ts';
import { binds } from './license-terms.ts';
import type { ModelBinding } from './model-binding.ts';

function notKnown(name: string): LicenseOpenness {
  return { name, spdxId: null, identifiers: [], osiApproved: null };
}

const ownNotKnown = notKnown('a license of its own, which is not known');
const inheritedNotKnown = notKnown('a license of what it was made from, which is not known');

/** The licenses that decide how open an artifact is: one that is not known leaves it open. */
export function opennessLicenses({ own, inherited }: ModelBinding): readonly BoundLicense[] {
  const along = inherited.flatMap((part) => partsOf(part, inheritedNotKnown));
  // Where no license is known at all there is none to judge.
  return own.kind === 'UNKNOWN' && along.length === 0
    ? []
    : [...partsOf(own, ownNotKnown), ...along];
}

function partsOf(binding: Binding, unknown: LicenseOpenness): readonly BoundLicense[] {
  switch (binding.kind) {
    case 'LICENSE':
      return reaches(binding) ? [binding.license.terms] : [];
    case 'UNKNOWN':
      return [unknown];
    case 'ALL':
      return binding.of.flatMap((part) => partsOf(part, unknown));
    default: {
      const { kind } = binding;
      const of = binding.of.map((part) => partsOf(part, unknown));
      const nothing = ({ length }: readonly BoundLicense[]) => length === 0;
      const free = kind === 'CHOICE' ? of.some(nothing) : of.every(nothing);
      return free ? [] : [{ kind, of }];
    }
  }
}

/** A model's own license counts whatever it says; one that came along, where a clause of it does. */
function reaches({ license, path, subject }: LicenseLeaf): boolean {
  return path === 0 || license.clauses.some((clause) => binds(clause, path, subject));
}
