import { kindOfId } from '../ontology/ids.ts';
import type { RelationRecord } from '../ontology/records.ts';
import type { Disagreement } from '../reasoning/claims/find-disagreements.ts';
import type { JudgedGraph, JudgedModel } from '../reasoning/licensing/consequence.ts';
import { type CompiledLicense, compileLicense } from '../reasoning/licensing/license-terms.ts';
import type { Spool } from '../store/embedded/spool.ts';
import type { EntityInput } from '../store/graph-store.ts';
import { judgedGraphOf, judgedModelOf } from './disagreement-records.ts';
import type { Claim } from './fold-claims.ts';

type PackedModel = Omit<JudgedModel, 'availability'> & {
  readonly availability: readonly (readonly [string, string])[];
};

/** What judges ask of a model or of a license, as JSON; null for other kinds. */
export function packedJudged(
  record: EntityInput,
  relations: readonly RelationRecord[],
): string | null {
  if (record.kind === 'LICENSE') return JSON.stringify(record);
  if (record.kind !== 'MODEL') return null;
  const { availability, ...judged } = judgedModelOf(record, relations);
  return JSON.stringify({ ...judged, availability: [...availability] });
}

function unpackedModel(text: string): JudgedModel {
  const { availability, ...judged } = JSON.parse(text) as PackedModel;
  return { ...judged, availability: new Map(availability) as JudgedModel['availability'] };
}

/** The models that disagreements are about, all that they were made from, and their licenses. */
export function judgedAround(
  disagreements: readonly Disagreement<Claim>[],
  relations: readonly RelationRecord[],
  spool: Spool,
): JudgedGraph {
  const models = readModels(disagreements, spool);
  const named = disagreements.flatMap(({ claims }) => claims.map(({ objectId }) => objectId ?? ''));
  const licenseIds = new Set(named);
  for (const { model } of models.values()) {
    for (const { licenseId } of model.licenses) licenseIds.add(licenseId);
  }
  const licenses = new Map<string, CompiledLicense>();
  const wanted = [...licenseIds].filter((id) => kindOfId(id) === 'LICENSE');
  for (const { id, judged } of spool.entities(wanted).values()) {
    if (judged !== null) licenses.set(id, compileLicense(JSON.parse(judged)));
  }
  return judgedGraphOf(models, licenses, relations);
}

function readModels(
  disagreements: readonly Disagreement<Claim>[],
  spool: Spool,
): ReadonlyMap<string, JudgedModel> {
  const models = new Map<string, JudgedModel>();
  let level = [...new Set(disagreements.map(({ subjectId }) => subjectId))];
  while (level.length > 0) {
    const parents = new Set<string>();
    for (const { id, judged } of spool.entities(level).values()) {
      if (judged === null || kindOfId(id) !== 'MODEL') continue;
      const read = unpackedModel(judged);
      models.set(id, read);
      for (const { parentId } of read.model.derivedFrom) parents.add(parentId);
    }
    level = [...parents].filter((id) => !models.has(id));
  }
  return models;
}
