import { entityKinds, sortPropertiesOf } from '../../../ontology/kinds.ts';
import { type RelationType, relationTypes } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { type GraphChange, StoreError } from '../../graph-store.ts';
import type { Transaction } from '../bolt-connection.ts';
import { cellKeyName, cellType } from '../cell-nodes.ts';
import { classLabel, openLabel } from '../class-nodes.ts';
import { toParameter } from '../cypher-statement.ts';
import { defaultHubBounds, hubFanLabel } from '../hub-fans.ts';
import { labelOf, typeText } from '../labels.ts';
import { nodeKeyName } from '../sort-copies.ts';
import { firstColumn, inBatches } from './batches.ts';
import { tallyCells } from './cell-tally.ts';
import { findCellWork, licensedModels, nothingMoved, writeCells } from './cell-writes.ts';
import { findClaims, writeClaims } from './claim-writes.ts';
import { findReclassed, leaveClassesOpen } from './class-writes.ts';
import { createNodes } from './create-nodes.ts';
import { fillHubs } from './hub-lists.ts';
import { findHubWork, readHubLists, writeHubs } from './hub-writes.ts';
import { findLabelWork, writeLabels } from './label-writes.ts';
import { findSharing, markOthers } from './mark-shared.ts';
import { findOwnerWork, writeOwners } from './owner-writes.ts';
import { copyText, writeRelations } from './relation-writes.ts';
import { findDoomed, nothingDoomed, removeDoomed } from './removing.ts';
import { findTouched, recordTouched } from './revision-log.ts';
import { SentStatements } from './sent-statements.ts';
import { sought, soughtEntity } from './sought.ts';
import {
  entityColumns,
  entityProperties,
  entityRow,
  lastOfEach,
  locatorColumns,
  locatorRows,
  plainRow,
  sourceRow,
  type WriteRow,
} from './write-rows.ts';

/** The version of the derived data: order keys, copies, marks, search data, classes, cells, hubs. */
export const formatVersion = 12;

/** Applies the change in the transaction. Returns the new revision. */
export async function applyChange(
  transaction: Transaction,
  change: GraphChange,
  hubBounds = defaultHubBounds,
): Promise<number> {
  const tx = new SentStatements(transaction);
  const revision = await raiseRevision(tx, change);
  const touched = await findTouched(tx, change);
  const labels = await findLabelWork(tx, change);
  const doomed = await findDoomed(tx, change);
  const sharing = await findSharing(tx, change, doomed);
  const reclassed = await findReclassed(tx, change, doomed);
  const cells = await findCellWork(tx, change, doomed);
  const hubs = await findHubWork(tx, change, doomed, hubBounds);
  const owners = await findOwnerWork(tx, change);
  const claimsThere = await findClaims(tx, change);
  await upsertNodes(tx, 'Source', change.sources.map(sourceRow));
  await writeEntities(tx, change, revision);
  await writeOwners(tx, change, owners);
  const unused = await writeLabels(tx, labels);
  await writeRelations(tx, change, sharing);
  await markOthers(tx, sharing);
  await writeClaims(tx, change, claimsThere);
  await upsertNodes(tx, 'Disagreement', change.disagreements.map(plainRow));
  await inBatches(change.touch, (ids) =>
    tx.send(
      `UNWIND $ids AS id ${soughtEntity('e', 'id')} SET e.revision = $revision, e.updatedAt = $at`,
      { ids, revision: toParameter(revision), at: change.at },
    ),
  );
  await leaveClassesOpen(tx, reclassed);
  await writeCells(tx, cells);
  const nodes = [...doomed.nodes, ...labels.gone, ...unused, ...owners.gone, ...hubs.gone];
  const lists = await readHubLists(tx, hubs, doomed, hubBounds);
  await removeDoomed(tx, { ...doomed, nodes });
  await writeHubs(tx, hubs, lists, hubBounds);
  await recordTouched(tx, revision, change.at, touched);
  await tx.settled();
  return revision;
}

/**
 * Applies a change of a first load to a graph that is being filled. Nothing is looked for that such
 * a graph cannot have: all things are new, models have no classes, and nobody knows an earlier
 * revision. Entities keep the revision that wrote them. Models get their cell with their licenses;
 * `endFilling` places all others.
 *
 * The revision comes last, since it takes the lock of all writers: most of the work is done while
 * the change before is committed.
 */
export async function applyFilling(
  transaction: Transaction,
  change: GraphChange & { readonly follows: number },
): Promise<number> {
  const tx = new SentStatements(transaction);
  const revision = change.follows + 1;
  const labels = await findLabelWork(tx, change);
  const sharing = await findSharing(tx, change, nothingDoomed);
  const owners = await findOwnerWork(tx, change);
  await upsertNodes(tx, 'Source', change.sources.map(sourceRow));
  await createEntities(tx, change, revision);
  await writeOwners(tx, change, owners);
  await writeLabels(tx, labels);
  await writeRelations(tx, change, sharing);
  await markOthers(tx, sharing);
  await writeClaims(tx, change, new Set());
  await upsertNodes(tx, 'Disagreement', change.disagreements.map(plainRow));
  const cells = licensedModels(change);
  await writeCells(tx, cells);
  await tx.settled();
  const raised = await raiseRevision(tx, change, true);
  await refuseDisturbed(tx, cells.models);
  return raised;
}

/**
 * Another process may have ended the load: it found classes for models without their licenses, or
 * placed models after this transaction read their cells. The change is refused, so that the load is
 * planned again.
 */
async function refuseDisturbed(tx: Transaction, models: readonly string[]): Promise<void> {
  const text = `UNWIND $ids AS id ${soughtEntity('e', 'id')}
    WHERE COUNT { (e)-[:${cellType}]->() } > 1 RETURN id LIMIT 1`;
  const [twice] = await firstColumn(tx, text, models);
  const { records } = await tx.run(`MATCH (c:${classLabel}) RETURN 1 LIMIT 1`);
  if (twice === undefined && records.length === 0) return;
  throw new StoreError('STORE_CONFLICT', 'Another process ended the first load meanwhile.');
}

/**
 * Puts those of the models that have no cell into theirs, and gives all of them its key. It takes
 * the lock of all writers. `raises` raises the revision if any had none. Otherwise only its time
 * changes, so that nobody who knows it trusts what was read before.
 */
export async function placeModels(
  transaction: Transaction,
  ids: readonly string[],
  raises: boolean,
): Promise<void> {
  const tx = new SentStatements(transaction);
  const at = await lockWriters(tx);
  await inBatches(ids, (batch) =>
    tx.send(
      `UNWIND $ids AS id ${soughtEntity('e', 'id')} MATCH (e)-[:${cellType}]->(cell)
       SET e.${cellKeyName} = cell.key`,
      { ids: batch },
    ),
  );
  const text = `UNWIND $ids AS id ${soughtEntity('e', 'id')}
    WHERE NOT EXISTS { (e)-[:${cellType}]->() } RETURN id`;
  const models = await firstColumn(tx, text, ids);
  if (raises && models.length > 0) await raiseRevision(tx, { at });
  await writeCells(tx, { ...nothingMoved, models });
  await tx.settled();
}

/** Makes the lists of those of the entities that are hubs. Without lists, walks find the same. */
export async function placeHubs(
  transaction: Transaction,
  ids: readonly string[],
  bounds = defaultHubBounds,
): Promise<void> {
  const tx = new SentStatements(transaction);
  await lockWriters(tx);
  await tx.send(`UNWIND $ids AS id ${sought('f', hubFanLabel, 'ownerId', 'id')} DELETE f`, { ids });
  await fillHubs(tx, ids, bounds);
  await tx.settled();
}

/** Counts the values of the models of these cells. */
export async function countCells(transaction: Transaction, keys: readonly string[]): Promise<void> {
  const tx = new SentStatements(transaction);
  await lockWriters(tx);
  await tallyCells(tx, keys);
}

/** Returns the time that it sets. */
async function lockWriters(tx: SentStatements): Promise<string> {
  const at = new Date().toISOString();
  await tx.run('MATCH (g:GraphRevision {id: 1}) SET g.changedAt = $at', { at });
  return at;
}

/** Raises the revision. Throws STORE_CONFLICT if the change was planned for another one. */
async function raiseRevision(
  tx: Transaction,
  { at, follows }: Pick<GraphChange, 'at' | 'follows'>,
  fills = false,
): Promise<number> {
  // Setting the time first takes the lock, so that writers wait for each other and each gets its
  // own revision.
  const { records } = await tx.run(
    `MERGE (g:GraphRevision {id: 1}) SET g.changedAt = $at, g.format = $format
     WITH g SET g.revision = coalesce(g.revision, 0) + 1
     ${fills ? 'WITH g SET g.filling = g.revision ' : ''}RETURN g.revision`,
    { at, format: toParameter(formatVersion) },
  );
  const revision = Number(records[0]?.get(0));
  if (follows === undefined || follows === revision - 1) return revision;
  const message = `The graph has revision ${revision - 1}; the change was planned for ${follows}.`;
  throw new StoreError('STORE_CONFLICT', message);
}

/** Deletes the locators of the entities, except the keys that they keep. */
function dropLocators(
  tx: SentStatements,
  rows: readonly { id: string; keys: readonly string[] }[],
) {
  return tx.send(
    `UNWIND $rows AS row ${sought('l', 'Locator', 'entityId', 'row.id')}
     WHERE NOT l.key IN row.keys DELETE l`,
    { rows },
  );
}

async function upsertNodes(
  tx: SentStatements,
  label: 'Source' | 'Disagreement',
  rows: readonly WriteRow[],
): Promise<void> {
  await inBatches(rows, (batch) =>
    tx.send(`UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row.properties`, {
      rows: batch,
    }),
  );
}

async function writeEntities(
  tx: SentStatements,
  change: GraphChange,
  revision: number,
): Promise<void> {
  if (change.allNew === true) return createEntities(tx, change, revision);
  await inBatches(
    change.entities.map(({ record, locators }) => ({
      id: record.id,
      keys: locators.map(({ kind, key }) => `${kind}/${key}`),
    })),
    (rows) => dropLocators(tx, rows),
  );
  for (const kind of entityKinds) {
    const rows = change.entities
      .filter(({ record }) => record.kind === kind)
      .map((upsert) => entityRow(upsert, revision, change.at));
    const open = kind === 'MODEL' ? `ON CREATE SET e:${openLabel} ` : '';
    await inBatches(rows, async (batch) => {
      const moved = await movedIds(tx, kind, batch);
      await tx.send(
        `UNWIND $rows AS row MERGE (e:Entity {id: row.id}) ${open}SET e = row.properties, e:${labelOf(kind)}`,
        { rows: batch },
      );
      if (moved.length > 0) await copyOrderKeys(tx, moved);
    });
  }
  await inBatches(locatorRows(change), (rows) =>
    tx.send('UNWIND $rows AS row MERGE (l:Locator {key: row.key}) SET l.entityId = row.entityId', {
      rows,
    }),
  );
}

/** The same for entities that the store does not have. */
async function createEntities(
  tx: SentStatements,
  change: GraphChange,
  revision: number,
): Promise<void> {
  const upserts = lastOfEach(change.entities);
  for (const kind of entityKinds) {
    const columns = entityColumns(kind);
    const rows = upserts
      .filter(({ record }) => record.kind === kind)
      .map((upsert) => entityProperties(upsert, revision, change.at));
    const open = kind === 'MODEL' ? `:${openLabel}` : '';
    await createNodes(tx, `Entity:${labelOf(kind)}${open}`, columns, rows);
  }
  await createNodes(tx, 'Locator', locatorColumns, locatorRows(change));
}

/** Existing entities whose place changes in some order. */
async function movedIds(
  tx: Transaction,
  kind: EntityKind,
  rows: readonly WriteRow[],
): Promise<readonly string[]> {
  const keys = sortPropertiesOf(kind).map(({ property }) => nodeKeyName(property));
  const { records } = await tx.run(
    `UNWIND $ids AS id ${soughtEntity('e', 'id')} RETURN id, [${keys.map((key) => `e.${key}`).join(', ')}]`,
    { ids: rows.map(({ id }) => id) },
  );
  const before = new Map(records.map((record) => [...record.values()] as [string, string[]]));
  return rows
    .filter(({ id, properties }) =>
      before.get(id)?.some((value, index) => value !== properties[keys[index] ?? '']),
    )
    .map(({ id }) => id);
}

/** Copies the current order keys of the entities to their relationships. */
async function copyOrderKeys(tx: SentStatements, ids: readonly string[]): Promise<void> {
  const types = relationTypes.map(typeText).join('|');
  const { records } = await tx.run(
    `UNWIND $ids AS id ${soughtEntity('e', 'id')}
     RETURN id, COLLECT { MATCH (e)-[r:${types}]->() RETURN DISTINCT type(r) },
       COLLECT { MATCH (e)<-[r:${types}]-() RETURN DISTINCT type(r) }`,
    { ids },
  );
  const rows = records.map((record) => [...record.values()] as [string, string[], string[]]);
  for (const type of relationTypes) {
    const starts = rows.filter(([, out]) => out.includes(type)).map(([id]) => id);
    const ends = rows.filter(([, , into]) => into.includes(type)).map(([id]) => id);
    await copyAt(tx, type, 'from', `(e)-[r:${type}]->()`, starts);
    await copyAt(tx, type, 'to', `()-[r:${type}]->(e)`, ends);
  }
}

async function copyAt(
  tx: SentStatements,
  type: RelationType,
  side: 'from' | 'to',
  pattern: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.send(
    `UNWIND $ids AS id ${soughtEntity('e', 'id')} MATCH ${pattern} SET ${copyText(type, side, 'e', 'r')}`,
    { ids },
  );
}
