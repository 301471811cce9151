import type { Binding, LicenseLeaf } from './binding.ts';
import type { BoundLicense, LicenseOpenness } from './license-openness.ts';
import { binds } from './license-terms.ts';
import type { ModelBinding } from './model-binding.ts';

function notKnown(name: string): LicenseOpenness {
  return { name, spdxId: null, identifiers: [], osiApproved: null };
}

const ownNotKnown = notKnown('a license of its own, which is not known');
const inheritedNotKnown = notKnown('a license of what it was made from, which is not known');

/** The licenses that decide how open an artifact is, also unknown ones. */
export function opennessLicenses({ own, inherited }: ModelBinding): readonly BoundLicense[] {
  const along = inherited.flatMap((part) => partsOf(part, inheritedNotKnown));
  // Without any known license there is nothing to judge.
  return own.kind === 'UNKNOWN' && along.length === 0
    ? []
    : [...partsOf(own, ownNotKnown), ...along];
}

function partsOf(binding: Binding, unknown: LicenseOpenness): readonly BoundLicense[] {
  switch (binding.kind) {
    case 'LICENSE':
      return counts(binding) ? [binding.license.terms] : [];
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

/** A model's own license always counts; an inherited one counts if one of its clauses binds. */
function counts({ license, path, subject }: LicenseLeaf): boolean {
  return path === 0 || license.clauses.some((clause) => binds(clause, path, subject));
}
