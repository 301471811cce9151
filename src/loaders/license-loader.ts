import { LRUCache } from 'lru-cache';
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

/** Cached records stay the same objects, so each is compared once. */
const compiled = new WeakMap<EntityPart, CompiledLicense>();

const mostLicenses = 1000;
/** Licenses by their terms. Equal terms give the same object, so judgments by it stay valid. */
const byTerms = new LRUCache<string, CompiledLicense>({ max: mostLicenses });

/** The compiled license with this id, for verdicts; null if there is none. */
export function licenseTerms(
  id: string,
  { loaders }: { readonly loaders: Loaders },
): MaybePromise<CompiledLicense | null> {
  return andThen(loaders.entity(id, termsSelection), (license) =>
    license === null
      ? null
      : madeOnce(compiled, license, () => compiledAs(termsOfLicense(license))),
  );
}

function compiledAs(license: LicenseTerms): CompiledLicense {
  // The record may have been read with more properties, which change without the terms.
  const own = ['id', ...termsSelection.properties].map((name) => [
    name,
    (license as unknown as Record<string, unknown>)[name],
  ]);
  const terms = Object.fromEntries(own) as LicenseTerms;
  return madeOnce<string, CompiledLicense>(byTerms, JSON.stringify(own), () =>
    compileLicense(terms),
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
