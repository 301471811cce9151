import { compareText } from '../base/compare-text.ts';
import { groupBy } from '../base/group-by.ts';
import type { DisagreementRecord } from '../ontology/disagreement.ts';
import type { ClaimRecord, RelationRecord, SourceRecord } from '../ontology/records.ts';
import { contestedIds } from '../reasoning/claims/contested.ts';
import type { EntityInput, Owned } from '../store/graph-store.ts';
import type { Locator } from '../store/reads.ts';
import { disagreementRecords } from './disagreement-records.ts';
import { entityRecord, locatorsOf } from './entity-records.ts';
import { ClaimCollection, claimRecords, relationRecords } from './fold-claims.ts';
import type { CheckedSeeds } from './seed-check.ts';
import { seedStatements } from './seed-statements.ts';
import type { Statements } from './statement.ts';

/** An entity with its locators. */
export interface DatasetEntity extends Owned {
  readonly record: EntityInput;
  readonly locators: readonly Locator[];
}

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
    disagreements: byId(disagreementRecords(claims, records, relations)),
  };
}

/** The records of checked seeds. Throws if the check found errors. */
export function seedsToDataset(checked: CheckedSeeds): Dataset {
  if (!checked.ok) throw new Error('The seeds have errors; only checked seeds make a dataset.');
  return buildDataset(seedStatements(checked.index));
}
