import { kindOfId } from '../../ontology/ids.ts';
import type { RelationRecord } from '../../ontology/records.ts';
import type { Disagreement } from '../../reasoning/claims/find-disagreements.ts';
import type { JudgedGraph, JudgedModel } from '../../reasoning/licensing/consequence.ts';
import { type CompiledLicense, compileLicense } from '../../reasoning/licensing/license-terms.ts';
import type { Spool } from '../../store/embedded/spool/spool.ts';
import type { EntityInput } from '../../store/graph-store.ts';
import type { EntityStatements } from '../statement-stream.ts';
import { judgedGraphOf, judgedModelOf } from './disagreement-records.ts';
import { entityRecord } from './entity-records.ts';
import type { Claim } from './fold-claims.ts';
import { foldEntity } from './fold-entity.ts';

type PackedModel = Omit<JudgedModel, 'availability'> & {
  readonly availability: readonly (readonly [string, string])[];
};

/** The judged parts of a model or license, as JSON; null for other kinds. */
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

/** The models of disagreements, all models that they were derived from, and the licenses. */
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
  for (const [id, judged] of judgedOf(wanted, spool)) {
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
    for (const [id, judged] of judgedOf(level, spool)) {
      if (judged === null || kindOfId(id) !== 'MODEL') continue;
      const read = unpackedModel(judged);
      models.set(id, read);
      for (const { parentId } of read.model.derivedFrom) parents.add(parentId);
    }
    level = [...parents].filter((id) => !models.has(id));
  }
  return models;
}

/** For entities of the load, and for others that were read for it. */
function judgedOf(ids: readonly string[], spool: Spool): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  for (const id of spool.entities(ids).keys()) found.set(id, null);
  for (const [id, judged] of spool.judged(ids)) found.set(id, judged);
  return found;
}

/**
 * Stores the judged parts of models and licenses that disagreements lead to and that are not in the
 * load. `statedOf` gives the statements about some of them.
 */
export async function spoolJudged(
  disagreements: readonly Disagreement<Claim>[],
  spool: Spool,
  statedOf: (ids: readonly string[]) => Promise<readonly EntityStatements[]>,
): Promise<void> {
  const seen = new Set<string>();
  let level = disagreements.flatMap(({ subjectId, claims }) => [
    subjectId,
    ...claims.map(({ objectId }) => objectId ?? ''),
  ]);
  while (level.length > 0) {
    const asked = [...new Set(level)].filter((id) => kindOfId(id) !== null && !seen.has(id));
    for (const id of asked) seen.add(id);
    const unknown = asked.filter((id) => !judgedOf(asked, spool).has(id));
    if (unknown.length > 0) {
      const folds = (await statedOf(unknown)).map((stated) => foldEntity(stated, (id) => id));
      spool.addJudged(
        folds.map(({ head, claims, relations }) => {
          return [head.id, packedJudged(entityRecord(head, claims, 0), relations)] as const;
        }),
      );
    }
    level = [...judgedOf(asked, spool)].flatMap(([id, judged]) => {
      if (judged === null || kindOfId(id) !== 'MODEL') return [];
      const { model } = unpackedModel(judged);
      return [
        ...model.derivedFrom.map(({ parentId }) => parentId),
        ...model.licenses.map(({ licenseId }) => licenseId),
      ];
    });
  }
}
