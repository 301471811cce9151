import type { ModelRecord, RelationRecord } from '../../ontology/records.ts';
import type { CompiledLicense } from './license-terms.ts';
import { isMultimodal } from './subject.ts';

// The data that a caller loads before it asks about models: the models, all models they were
// derived from, and their licenses. One read for each level of the lineages loads a whole page of
// models.

/** A LICENSED_UNDER relation. A null artifact means the whole release. */
export type LicenseEdge = Pick<
  RelationRecord,
  'artifact' | 'expression' | 'since' | 'until' | 'evidence'
> & { readonly relationId: string; readonly licenseId: string };

/** A DERIVED_FROM relation. */
export type DerivationEdge = Pick<RelationRecord, 'method' | 'evidence'> & {
  readonly relationId: string;
  readonly parentId: string;
};

export interface LineageModel {
  readonly id: string;
  readonly name: string;
  readonly releasedOn: string | null;
  /** See `isMultimodal`; null means not known. */
  readonly multimodal: boolean | null;
  /** Empty means not known. */
  readonly developerIds: readonly string[];
  /** The best relations of all periods. */
  readonly licenses: readonly LicenseEdge[];
  readonly derivedFrom: readonly DerivationEdge[];
}

export interface LineageGraph {
  readonly models: ReadonlyMap<string, LineageModel>;
  readonly licenses: ReadonlyMap<string, CompiledLicense>;
}

/** The parts of a model's relations that reasoning uses. */
type JudgedRelation = Pick<
  RelationRecord,
  'id' | 'type' | 'toId' | 'artifact' | 'expression' | 'since' | 'until' | 'evidence' | 'method'
>;

/** The parts of a LICENSED_UNDER relation that reasoning uses. */
export function licenseEdge(relation: Omit<JudgedRelation, 'type' | 'method'>): LicenseEdge {
  const { id: relationId, toId: licenseId, artifact, expression, since, until } = relation;
  return { relationId, licenseId, artifact, expression, since, until, evidence: relation.evidence };
}

/** A model with those of its best relations that its licenses depend on. */
export function lineageModel(
  model: Pick<ModelRecord, 'id' | 'name' | 'releasedOn' | 'inputModalities' | 'outputModalities'>,
  best: readonly JudgedRelation[],
): LineageModel {
  const ofType = (wanted: RelationRecord['type']) => best.filter(({ type }) => type === wanted);
  return {
    id: model.id,
    name: model.name,
    releasedOn: model.releasedOn,
    multimodal: isMultimodal(model.inputModalities, model.outputModalities),
    developerIds: ofType('DEVELOPED_BY').map(({ toId }) => toId),
    licenses: ofType('LICENSED_UNDER').map(licenseEdge),
    derivedFrom: ofType('DERIVED_FROM').map(({ id: relationId, toId: parentId, ...rest }) => ({
      relationId,
      parentId,
      method: rest.method,
      evidence: rest.evidence,
    })),
  };
}
