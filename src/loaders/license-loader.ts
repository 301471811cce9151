import { madeOnce } from '../base/made-once.ts';
import type { MaybePromise } from '../base/maybe-promise.ts';
import { andThen } from '../base/promises.ts';
import {
  type CompiledLicense,
  compileLicense,
  type LicenseTerms,
} from '../reasoning/licensing/license-terms.ts';
import type { EntityPart } from '../store/reads.ts';
import type { Loaders } from './loaders.ts';
import { planSelection } from './plan.ts';

/** What verdicts need of a license. */
export const termsSelection = planSelection([
  'slug',
  'name',
  'spdxId',
  'identifiers',
  'osiApproved',
  'documents',
  'clauses',
  'clausesComplete',
]);

/** Cached records stay the same objects, so each is compiled once. */
const compiled = new WeakMap<EntityPart, CompiledLicense>();

/** The compiled license with this id, for verdicts; null if there is none. */
export function licenseTerms(
  id: string,
  { loaders }: { readonly loaders: Loaders },
): MaybePromise<CompiledLicense | null> {
  return andThen(loaders.entity(id, termsSelection), (license) =>
    license === null
      ? null
      : madeOnce(compiled, license, () => compileLicense(termsOfLicense(license))),
  );
}

/** An entity that was read with `termsSelection`. */
export function termsOfLicense(license: EntityPart): LicenseTerms {
  return license as EntityPart & LicenseTerms;
}

/** The license of a verdict as an entity, with the properties that were read. */
export function licensePart(terms: LicenseTerms): EntityPart {
  return { ...terms, kind: 'LICENSE' };
}
