import { compareText } from '../../src/base/compare-text.ts';
import { groupBy } from '../../src/base/group-by.ts';
import type { CheckedSeeds } from '../../src/exchange/checks/seed-check.ts';
import type { DatasetEntity } from '../../src/exchange/load/dataset-reading.ts';
import {
  disagreementRecords,
  judgedGraphOf,
  judgedModelOf,
} from '../../src/exchange/load/disagreement-records.ts';
import { entityRecord, locatorKeys } from '../../src/exchange/load/entity-records.ts';
import {
  type Claim,
  ClaimCollection,
  claimRecords,
  relationRecords,
} from '../../src/exchange/load/fold-claims.ts';
import {
  type LoadOptions,
  type LoadReport,
  loadStream,
  seedsDataset,
} from '../../src/exchange/load/load.ts';
import { statementsOfRecords } from '../../src/exchange/load/plain-statements.ts';
import { seedStatements } from '../../src/exchange/seeds/seed-statements.ts';
import type { Statements } from '../../src/exchange/statement.ts';
import type { StatementStream } from '../../src/exchange/statement-stream.ts';
import type { DisagreementRecord } from '../../src/ontology/disagreement.ts';
import type { ClaimRecord, RelationRecord, SourceRecord } from '../../src/ontology/records.ts';
import type { EntityKind } from '../../src/ontology/vocabulary.ts';
import { contestedIds } from '../../src/reasoning/claims/contested.ts';
import { disagreementsAmong } from '../../src/reasoning/claims/find-disagreements.ts';
import type { JudgedModel } from '../../src/reasoning/licensing/consequence.ts';
import {
  type CompiledLicense,
  compileLicense,
} from '../../src/reasoning/licensing/license-terms.ts';
import type { EntityInput, GraphStore } from '../../src/store/graph-store.ts';
import type { Locator } from '../../src/store/reads.ts';

/** Complete records for a store. Each list is sorted by id. */
export interface Dataset {
  readonly entities: readonly DatasetEntity[];
  readonly relations: readonly RelationRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly sources: readonly SourceRecord[];
  readonly disagreements: readonly DisagreementRecord[];
}

function byId<Item extends { readonly id: string }>(items: Iterable<Item>): Item[] {
  return [...items].sort((one, other) => compareText(one.id, other.id));
}

/**
 * Makes records from statements: the best values, one relation for each edge, and a claim for every
 * statement. It is linear. The same statements always give the same records.
 */
export function buildDataset(statements: Statements): Dataset {
  const heads = byId(statements.entities);
  const names = new Map(heads.map(({ id, name }) => [id, name]));
  const collection = new ClaimCollection();
  for (const fact of statements.facts) collection.addFact(fact);
  for (const edge of statements.edges) {
    collection.addEdge(edge, names.get(edge.objectId) ?? edge.objectId);
  }
  const claims = [...collection.byId.values()];
  const contested = contestedIds(claims);
  const relations = relationRecords(claims, contested);
  const degrees = new Map<string, number>();
  for (const { best, fromId, toId } of relations) {
    if (!best) continue;
    degrees.set(fromId, (degrees.get(fromId) ?? 0) + 1);
    degrees.set(toId, (degrees.get(toId) ?? 0) + 1);
  }
  const own = groupBy(claims, ({ subjectId }) => subjectId);
  const records = heads.map((head) =>
    entityRecord(head, own.get(head.id) ?? [], degrees.get(head.id) ?? 0),
  );
  const locators = locatorsOf(records);
  return {
    entities: records.map((record) => ({ record, locators: locators.get(record.id) ?? [] })),
    relations: byId(relations),
    claims: byId(claimRecords(claims, relations, contested)),
    sources: byId(statements.sources),
    disagreements: byId(disagreementsOf(claims, records, relations)),
  };
}

/** The disagreements between sources, with their consequences in this dataset. */
function disagreementsOf(
  claims: readonly Claim[],
  entities: readonly EntityInput[],
  relations: readonly RelationRecord[],
): readonly DisagreementRecord[] {
  const models = new Map<string, JudgedModel>();
  const licenses = new Map<string, CompiledLicense>();
  const from = groupBy(relations, ({ fromId }) => fromId);
  for (const entity of entities) {
    if (entity.kind === 'LICENSE') licenses.set(entity.id, compileLicense(entity));
    if (entity.kind !== 'MODEL') continue;
    models.set(entity.id, judgedModelOf(entity, from.get(entity.id) ?? []));
  }
  const graph = judgedGraphOf(models, licenses, relations);
  return disagreementRecords(disagreementsAmong(claims), graph);
}

/** The records of checked seeds. Throws if the check found errors. */
export function seedsToDataset(checked: CheckedSeeds): Dataset {
  if (!checked.ok) throw new Error('The seeds have errors; only checked seeds make a dataset.');
  return buildDataset(seedStatements(checked.index));
}

/** The locators of all entities. A current slug wins, then the smaller id. */
function locatorsOf(records: readonly EntityInput[]): ReadonlyMap<string, readonly Locator[]> {
  const holder = new Map<string, string>();
  const at = (kind: EntityKind, key: string) => `${kind} ${key}`;
  for (const { id, kind, slug } of records) holder.set(at(kind, slug), id);
  const found = new Map<string, readonly Locator[]>();
  for (const record of records) {
    const { id, kind } = record;
    const own = locatorKeys(record).filter((key) => {
      const name = at(kind, key);
      if (!holder.has(name)) holder.set(name, id);
      return holder.get(name) === id;
    });
    found.set(
      id,
      own.map((key) => ({ kind, key })),
    );
  }
  return found;
}

/** The statements that give the records of a dataset. */
export function datasetStream({
  entities,
  relations,
  claims,
  sources,
}: Pick<Dataset, 'entities' | 'relations' | 'claims' | 'sources'>): StatementStream {
  const about = groupBy(claims, ({ subjectId }) => subjectId);
  const edges = new Map(relations.map((relation) => [relation.id, relation]));
  return {
    sources: () => sources,
    *entities() {
      for (const { record } of entities) {
        yield statementsOfRecords(record, about.get(record.id) ?? [], edges);
      }
    },
  };
}

/** Loads records as if a single data set stated them. */
export function loadDataset(
  store: GraphStore,
  dataset: Dataset,
  options: Partial<LoadOptions> = {},
): Promise<LoadReport> {
  return loadStream(store, datasetStream(dataset), { dataset: seedsDataset, ...options });
}
