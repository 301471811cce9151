import type { ClauseRecord } from '../../ontology/clause.ts';
import type { LicenseLeaf } from './binding.ts';
import {
  binds,
  type CompiledClause,
  type CompiledLicense,
  type LicenseTerms,
} from './license-terms.ts';

/** A conflict between two licenses that both bind, from the point of view of one of them. */
export interface LicenseConflict {
  /** The other license. */
  readonly license: LicenseTerms;
  readonly ours: ClauseRecord;
  readonly theirs: ClauseRecord;
  readonly explanation: string;
}

/**
 * A license that a model states, and an inherited clause that allows less than the license grants.
 */
interface Clash {
  readonly label: CompiledLicense;
  readonly grant: ClauseRecord;
  readonly inherited: CompiledLicense;
  readonly clause: ClauseRecord;
  readonly explanation: string;
}

/** The grants that hold for everybody and every purpose. */
function openGrants({ clauses }: CompiledLicense): readonly CompiledClause[] {
  return clauses.filter(
    ({ role, record }) =>
      role === 'GRANT' && record.appliesWhen.length === 0 && record.exceptWhen.length === 0,
  );
}

function hasDuty({ clauses }: CompiledLicense, { duty }: ClauseRecord): boolean {
  return clauses.some(
    ({ record }) => record.duty?.kind === duty?.kind && record.duty?.name === duty?.name,
  );
}

/**
 * The clashes between a stated license and an inherited one: the stated one grants to everybody
 * what the other limits, or it lacks a duty that the other has for the same activity.
 */
export function clashesOf(
  label: CompiledLicense,
  { license: inherited, path, subject }: LicenseLeaf,
): readonly Clash[] {
  if (label.terms.id === inherited.terms.id) return [];
  const grants = openGrants(label);
  return inherited.clauses.flatMap((clause) => {
    const { role, record, activities, sentence } = clause;
    if ((role !== 'LIMIT' && role !== 'DUTY') || !binds(clause, path, subject)) return [];
    const grant = grants.find((one) => (one.activities & activities) !== 0);
    if (grant === undefined || (role === 'DUTY' && hasDuty(label, record))) return [];
    const does = role === 'DUTY' ? 'ties to a duty' : 'limits';
    const explanation = `${label.terms.name} promises what ${inherited.terms.name} ${does}. ${sentence}`;
    return [{ label, grant: grant.record, inherited, clause: record, explanation }];
  });
}

/** The clashes of a license, from its point of view. Each pair of clauses is listed once. */
export function conflictsOf(licenseId: string, clashes: readonly Clash[]): LicenseConflict[] {
  const seen = new Set<string>();
  return clashes.flatMap(({ label, grant, inherited, clause, explanation }): LicenseConflict[] => {
    const isLabel = label.terms.id === licenseId;
    const key = `${grant.id} ${clause.id}`;
    if ((!isLabel && inherited.terms.id !== licenseId) || seen.has(key)) return [];
    seen.add(key);
    return isLabel
      ? [{ license: inherited.terms, ours: grant, theirs: clause, explanation }]
      : [{ license: label.terms, ours: clause, theirs: grant, explanation }];
  });
}
