import type { Artifact, DerivationMethod, Evidence } from '../../ontology/vocabulary.ts';
import type { CompiledLicense } from './license-terms.ts';

// What a caller loads before it asks about models: the models, everything they were made from, and
// their licenses. Three batched reads per level of the lineage fill it for a whole page of models.

/** A LICENSED_UNDER relation. */
export interface LicenseEdge {
  readonly relationId: string;
  readonly licenseId: string;
  /** Null: the whole release. */
  readonly artifact: Artifact | null;
  readonly expression: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly evidence: Evidence | null;
}

/** A DERIVED_FROM relation. */
export interface DerivationEdge {
  readonly relationId: string;
  readonly parentId: string;
  readonly method: DerivationMethod | null;
  readonly evidence: Evidence | null;
}

export interface LineageModel {
  readonly id: string;
  readonly name: string;
  readonly releasedOn: string | null;
  /** See `isMultimodal`; null: not known. */
  readonly multimodal: boolean | null;
  /** Empty: not known. */
  readonly developerIds: readonly string[];
  /** The best relations, of all periods. */
  readonly licenses: readonly LicenseEdge[];
  readonly derivedFrom: readonly DerivationEdge[];
}

export interface LineageGraph {
  readonly models: ReadonlyMap<string, LineageModel>;
  readonly licenses: ReadonlyMap<string, CompiledLicense>;
}
