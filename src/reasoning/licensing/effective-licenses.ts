import type { ClauseRecord } from '../../ontology/clause.ts';
import type { Artifact } from '../../ontology/vocabulary.ts';
import { evidenceRank } from '../../ontology/vocabulary.ts';
import { artifactInWords } from '../walks/in-words.ts';
import {
  type DerivationStep,
  disputesOf,
  type LicenseLeaf,
  leavesOf,
  unknownsOf,
} from './binding.ts';
import { clashesOf, conflictsOf, type LicenseConflict } from './license-conflicts.ts';
import { lineageInWords } from './license-outcome.ts';
import { binds, type LicenseTerms } from './license-terms.ts';
import type { ModelBinding } from './model-binding.ts';

/** A license that binds everyone who takes an artifact: the model's own, or an inherited one. */
export interface EffectiveLicense {
  readonly license: LicenseTerms;
  readonly artifact: Artifact;
  /**
   * The id of the model that the license was inherited from; null for a license of the model
   * itself.
   */
  readonly inheritedFrom: string | null;
  readonly via: readonly DerivationStep[];
  /** Whether the model itself also states the license. */
  readonly stated: boolean;
  /** The clauses that bind here. */
  readonly clauses: readonly ClauseRecord[];
  readonly conflicts: readonly LicenseConflict[];
  readonly explanation: string;
}

export interface EffectiveLicenses {
  readonly licenses: readonly EffectiveLicense[];
  /**
   * Cycles, missing models, unknown or disputed licenses, and derivatives by the owner, in words.
   */
  readonly notes: readonly string[];
}

function bindingClauses({ license, path, subject }: LicenseLeaf): readonly ClauseRecord[] {
  return license.clauses
    .filter((clause) => binds(clause, path, subject))
    .map(({ record }) => record);
}

const byThePublisher = evidenceRank('PUBLISHER');

function explain(leaf: LicenseLeaf, artifact: Artifact, stated: boolean): string {
  const { license, subject, path, via, evidence } = leaf;
  const { name } = license.terms;
  if (path === 0) {
    const does = evidence === byThePublisher ? 'states' : 'is recorded under';
    return `${subject.name ?? 'The model'} ${does} ${name} for ${artifactInWords[artifact]}.`;
  }
  const also = stated ? ' The model states it, too.' : ' The model does not state it.';
  return `Clauses of ${name} follow this derivation.${lineageInWords(via)}${also}`;
}

/** One entry for each license: the inherited one if there is one, otherwise the stated one. */
function distinct(leaves: readonly LicenseLeaf[]): readonly LicenseLeaf[] {
  const first = new Map<string, LicenseLeaf>();
  for (const leaf of leaves.toSorted((one, other) => one.via.length - other.via.length)) {
    const { id } = leaf.license.terms;
    const known = first.get(id);
    if (known === undefined || (known.path === 0 && leaf.path !== 0)) first.set(id, leaf);
  }
  return [...first.values()].sort((one, other) => one.via.length - other.via.length);
}

/** The licenses of a binding of an artifact, with their conflicts. */
export function licensesOf(
  { own, inherited, notes: of }: ModelBinding,
  artifact: Artifact,
): EffectiveLicenses {
  const open = [own, ...inherited].flatMap((part) => [...disputesOf(part), ...unknownsOf(part)]);
  const notes = [...new Set([...of, ...open.map(({ explanation }) => explanation)])];
  const stated = leavesOf(own);
  const along = inherited.flatMap(leavesOf).filter((leaf) => bindingClauses(leaf).length > 0);
  const clashes = stated.flatMap((label) =>
    along.flatMap((leaf) => clashesOf(label.license, leaf)),
  );
  const licenses = distinct([...stated, ...along]).map((leaf): EffectiveLicense => {
    const { license, via, path, subject } = leaf;
    const isStated = stated.some((label) => label.license === license);
    return {
      license: license.terms,
      artifact,
      inheritedFrom: path === 0 ? null : subject.modelId,
      via,
      stated: isStated,
      clauses: bindingClauses(isStated ? { ...leaf, path: 0 } : leaf),
      conflicts: conflictsOf(license.terms.id, clashes),
      explanation: explain(leaf, artifact, isStated),
    };
  });
  return { licenses, notes };
}
