import type { Artifact } from '../ontology/vocabulary.ts';
import { unknownsOf } from './binding.ts';
import { licensesOf } from './effective-licenses.ts';
import type { ModelBinding } from './model-binding.ts';
import type { LicenseOpenness } from './openness.ts';

const notKnown: LicenseOpenness = {
  name: 'A license of what it was made from, which is not known',
  spdxId: null,
  identifiers: [],
  osiApproved: null,
};

/** The licenses that decide how open an artifact is: one that is not known leaves it open. */
export function opennessLicenses(
  binding: ModelBinding,
  artifact: Artifact,
): readonly LicenseOpenness[] {
  const known = licensesOf(binding, artifact).licenses.map(({ license }) => license);
  return binding.inherited.some((part) => unknownsOf(part).length > 0)
    ? [...known, notKnown]
    : known;
}
