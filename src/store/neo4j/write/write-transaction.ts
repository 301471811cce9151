import { entityKinds, sortPropertiesOf } from '../../../ontology/kinds.ts';
import { type RelationType, relationTypes } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { type GraphChange, StoreError } from '../../graph-store.ts';
import type { Transaction } from '../bolt-connection.ts';
import { openLabel } from '../class-nodes.ts';
import { toParameter } from '../cypher-statement.ts';
import { labelOf, typeText } from '../labels.ts';
import { edgeCopies, nodeKeyName } from '../sort-copies.ts';
import { inBatches } from './batches.ts';
import { findCellWork, writeCells } from './cell-writes.ts';
import { findClaims, writeClaims } from './claim-writes.ts';
import { findReclassed, leaveClassesOpen } from './class-writes.ts';
import { findLabelWork, writeLabels } from './label-writes.ts';
import { findSharing, markOthers, type Sharing } from './mark-shared.ts';
import { findOwnerWork, writeOwners } from './owner-writes.ts';
import { findDoomed, removeDoomed } from './removing.ts';
import { findTouched, recordTouched } from './revision-log.ts';
import { SentStatements } from './sent-statements.ts';
import { sought, soughtEntity } from './sought.ts';
import {
  entityRow,
  locatorRows,
  plainRow,
  type RelationRow,
  relationRow,
  sourceRow,
  type WriteRow,
} from './write-rows.ts';

/** The version of the derived data: order keys, copies, marks, search data, classes, cells. */
export const formatVersion = 10;

/** Applies the change in the transaction. Returns the new revision. */
export async function applyChange(transaction: Transaction, change: GraphChange): Promise<number> {
  const tx = new SentStatements(transaction);
  const revision = await raiseRevision(tx, change.at);
  if (change.follows !== undefined && change.follows !== revision - 1) {
    const message = `The graph has revision ${revision - 1}; the change was planned for ${change.follows}.`;
    throw new StoreError('STORE_CONFLICT', message);
  }
  const touched = await findTouched(tx, change);
  const labels = await findLabelWork(tx, change);
  const doomed = await findDoomed(tx, change);
  const sharing = await findSharing(tx, change, doomed);
  const reclassed = await findReclassed(tx, change, doomed);
  const cells = await findCellWork(tx, change, doomed);
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
  const nodes = [...doomed.nodes, ...labels.gone, ...unused, ...owners.gone];
  await removeDoomed(tx, { ...doomed, nodes });
  await recordTouched(tx, revision, change.at, touched);
  await tx.settled();
  return revision;
}

async function raiseRevision(tx: Transaction, at: string): Promise<number> {
  // Setting the time first takes the lock, so that writers wait for each other and each gets its
  // own revision.
  const { records } = await tx.run(
    `MERGE (g:GraphRevision {id: 1}) SET g.changedAt = $at, g.format = $format
     WITH g SET g.revision = coalesce(g.revision, 0) + 1 RETURN g.revision`,
    { at, format: toParameter(formatVersion) },
  );
  return Number(records[0]?.get(0));
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
    const rows = upserts
      .filter(({ record }) => record.kind === kind)
      .map((upsert) => entityRow(upsert, revision, change.at).properties);
    const open = kind === 'MODEL' ? `:${openLabel}` : '';
    await inBatches(rows, (batch) =>
      tx.send(`UNWIND $rows AS row CREATE (e:Entity:${labelOf(kind)}${open}) SET e = row`, {
        rows: batch,
      }),
    );
  }
  await inBatches(locatorRows(change), (rows) =>
    tx.send('UNWIND $rows AS row CREATE (l:Locator) SET l = row', { rows }),
  );
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

/** The order keys of an end. All relations to one neighbor have the same. */
function copyText(type: RelationType, side: 'from' | 'to', node: string, relation: string): string {
  return edgeCopies(type)
    .filter((copy) => copy.side === side)
    .map(({ name, nodeKey }) => `${relation}.${name} = ${node}.${nodeKey}`)
    .join(', ');
}

async function writeRelations(
  tx: SentStatements,
  change: GraphChange,
  { written, there }: Sharing,
): Promise<void> {
  refuseRemovedEnds(change);
  const upserts = lastOfEach(change.relations);
  for (const type of relationTypes) {
    const rows = upserts
      .filter(({ record }) => record.type === type)
      .map((upsert) => relationRow(upsert, written.get(upsert.record.id)));
    // Existing relations are separated, since MERGE on a new one would walk around one of its ends.
    await write(
      rows.filter(({ id }) => there.has(id)),
      'MERGE',
      type,
    );
    await write(
      rows.filter(({ id }) => !there.has(id)),
      'CREATE',
      type,
    );
  }
  function write(rows: readonly RelationRow[], verb: 'MERGE' | 'CREATE', type: RelationType) {
    const key = verb === 'MERGE' ? ' {id: row.id}' : '';
    return inBatches(rows, (batch) =>
      tx.send(
        `UNWIND $rows AS row
         ${soughtEntity('a', 'row.fromId')} ${soughtEntity('b', 'row.toId')}
         ${verb} (a)-[r:${typeText(type)}${key}]->(b)
         SET r = row.properties
         SET ${copyText(type, 'from', 'a', 'r')}, ${copyText(type, 'to', 'b', 'r')}
         RETURN count(*)`,
        { rows: batch },
        async ({ records }) => {
          if (Number(records[0]?.get(0)) !== batch.length) await failForMissingEnd(tx, batch);
        },
      ),
    );
  }
}

/** If an id occurs twice, the last record counts. */
function lastOfEach<Item extends { readonly record: { readonly id: string } }>(
  upserts: readonly Item[],
): readonly Item[] {
  return [...new Map(upserts.map((upsert) => [upsert.record.id, upsert])).values()];
}

/** Removals come before relations, although nothing has been deleted yet. */
function refuseRemovedEnds({ relations, entities, remove }: GraphChange): void {
  const removed = new Set(remove.entities);
  for (const { record } of entities) removed.delete(record.id);
  for (const { record } of removed.size === 0 ? [] : relations) {
    for (const end of [record.fromId, record.toId]) {
      if (removed.has(end)) throw missingEnd(record.id, end);
    }
  }
}

function missingEnd(id: string, end: string): StoreError {
  return new StoreError('STORE_FAILURE', `Relation ${id} links to ${end}, which was not found.`);
}

async function failForMissingEnd(tx: Transaction, rows: readonly RelationRow[]): Promise<never> {
  const { records } = await tx.run(
    `UNWIND $rows AS row UNWIND [row.fromId, row.toId] AS end
     WITH row, end WHERE NOT EXISTS { ${soughtEntity('e', 'end')} } RETURN row.id, end LIMIT 1`,
    { rows: rows.map(({ id, fromId, toId }) => ({ id, fromId, toId })) },
  );
  const [id, end] = [...(records[0]?.values() ?? [])];
  throw missingEnd(String(id), String(end));
}
