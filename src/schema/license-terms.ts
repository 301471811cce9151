import { planSelection } from '../loaders/plan.ts';
import {
  type CompiledLicense,
  compileLicense,
  type LicenseTerms,
} from '../reasoning/license-terms.ts';
import type { MaybePromise } from '../store/graph-store.ts';
import type { EntityPart } from '../store/reads.ts';
import type { GraphContext } from './context.ts';
import { andThen } from './promises.ts';

const termsSelection = planSelection([
  'slug',
  'name',
  'spdxId',
  'identifiers',
  'osiApproved',
  'documents',
  'clauses',
  'clausesComplete',
]);

/** Records stay the same objects for as long as pages are held, so each is made ready once. */
const compiled = new WeakMap<EntityPart, CompiledLicense>();

function compile(license: EntityPart): CompiledLicense {
  let ready = compiled.get(license);
  if (ready === undefined) {
    ready = compileLicense(license as EntityPart & LicenseTerms);
    compiled.set(license, ready);
  }
  return ready;
}

/** A license made ready for verdicts; null where there is none of the id. */
export function licenseTerms(
  id: string,
  { loaders }: Pick<GraphContext, 'loaders'>,
): MaybePromise<CompiledLicense | null> {
  return andThen(loaders.entity(id, termsSelection), (license) =>
    license === null ? null : compile(license),
  );
}

/** The license of a verdict as its type gives it: what reasoning read of it has come already. */
export function licensePart(terms: LicenseTerms): EntityPart {
  return { ...terms, kind: 'LICENSE' };
}
