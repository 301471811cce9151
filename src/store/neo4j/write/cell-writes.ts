import { cellKind, cellProperties, cellRelation } from '../../../ontology/filter-cells.ts';
import { kindOfId } from '../../../ontology/ids.ts';
import type { GraphChange } from '../../graph-store.ts';
import type { Transaction } from '../bolt-connection.ts';
import { cellEndType, cellLabel, cellType } from '../cell-nodes.ts';
import { toParameter } from '../cypher-statement.ts';
import { propertyText } from '../labels.ts';
import { firstColumn, inBatches } from './batches.ts';
import { countInCells } from './class-writes.ts';
import type { Doomed } from './removing.ts';
import type { SentStatements } from './sent-statements.ts';
import { sought, soughtEntity } from './sought.ts';

/** Cells that a change may empty, and the models that it may move. */
export interface CellWork {
  readonly models: readonly string[];
  /** New models without relations that decide on cells. */
  readonly fresh: readonly Placed[];
  /** The keys of cells with models that are removed. */
  readonly left: readonly string[];
  /** Relationships that go, by element id, and entities that go. */
  readonly undone: readonly string[];
  readonly removed: readonly string[];
  /** Whether no model has a class yet, so that there is nothing to count. */
  readonly unjudged?: boolean;
}

export const nothingMoved: CellWork = { models: [], fresh: [], left: [], undone: [], removed: [] };

interface Placed {
  readonly id: string;
  readonly key: string;
  readonly before: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly ends: readonly string[];
}

/** Finds them. It must run before anything is written. */
export async function findCellWork(
  tx: Transaction,
  change: GraphChange,
  doomed: Doomed,
): Promise<CellWork> {
  const written = new Set(change.entities.map(({ record }) => record.id));
  const removed = change.remove.entities.filter((id) => !written.has(id));
  const undone = doomed.relationships.filter(({ type }) => type === cellRelation);
  const models = new Set([
    ...change.entities.flatMap(({ record }) => (record.kind === cellKind ? [record.id] : [])),
    ...change.relations.flatMap(({ record }) =>
      record.type === cellRelation ? [record.fromId] : [],
    ),
    ...undone.map(({ fromId }) => fromId),
    ...(await modelsAt(tx, removed)),
  ]);
  for (const id of removed) models.delete(id);
  const fresh = change.allNew === true ? freshIn(change) : [];
  for (const { id } of fresh) models.delete(id);
  return {
    models: [...models],
    fresh,
    left: await keysOf(
      tx,
      removed.filter((id) => kindOfId(id) === cellKind),
    ),
    undone: undone.map(({ element }) => element),
    removed,
  };
}

/** The models that get licenses by a change of a first load. */
export function licensedModels({ relations }: GraphChange): CellWork {
  const models = relations.flatMap(({ record }) =>
    record.type === cellRelation ? [record.fromId] : [],
  );
  return { ...nothingMoved, models: [...new Set(models)], unjudged: true };
}

/** The places of new models whose relations come in a later change. */
function freshIn({ entities, relations }: GraphChange): readonly Placed[] {
  const linked = new Set(
    relations.flatMap(({ record }) => (record.type === cellRelation ? [record.fromId] : [])),
  );
  const records = new Map(entities.map(({ record }) => [record.id, record]));
  return [...records.values()].flatMap((record) => {
    if (record.kind !== cellKind || linked.has(record.id)) return [];
    const values = record as unknown as Readonly<Record<string, unknown>>;
    const own = cellProperties.map((property) => toParameter(values[property] ?? null));
    return [placedBy(record.id, own, [], null)];
  });
}

async function modelsAt(tx: Transaction, ends: readonly string[]): Promise<readonly string[]> {
  return firstColumn(
    tx,
    `UNWIND $ids AS id ${soughtEntity('e', 'id')} MATCH (e)<-[:${cellRelation}]-(m) RETURN DISTINCT m.id`,
    ends,
  );
}

async function keysOf(tx: Transaction, models: readonly string[]): Promise<readonly string[]> {
  return firstColumn(
    tx,
    `UNWIND $ids AS id ${soughtEntity('e', 'id')} MATCH (e)-[:${cellType}]->(cell) RETURN DISTINCT cell.key`,
    models,
  );
}

/** Moves the models to the cells of what they are now. What the change removes is still there. */
export async function writeCells(tx: SentStatements, work: CellWork): Promise<void> {
  const left = new Set(work.left);
  await inBatches(work.fresh, (moved) => moveTo(tx, moved));
  await inBatches(work.models, async (ids) => {
    const moved = (await placed(tx, ids, work)).filter(({ key, before }) => key !== before);
    for (const { before } of moved) if (before !== null) left.add(before);
    await moveTo(tx, moved);
    if (work.unjudged === true) return;
    // Also a model without a cell may have a class: the one that a first load wrote and that was
    // judged before it got its licenses.
    await countInCells(
      tx,
      moved.map(({ id }) => id),
      1,
    );
  });
  await inBatches([...left], (keys) =>
    tx.send(
      `UNWIND $keys AS key ${sought('cell', cellLabel, 'key', 'key')}
       WHERE NOT EXISTS { (cell)<-[:${cellType}]-(e) WHERE NOT e.id IN $removed }
       DETACH DELETE cell`,
      { keys, removed: work.removed },
    ),
  );
}

async function moveTo(tx: SentStatements, moved: readonly Placed[]): Promise<void> {
  if (moved.length === 0) return;
  const cells = [...new Map(moved.map((each) => [each.key, each])).values()];
  await tx.send(
    `UNWIND $cells AS row MERGE (cell:${cellLabel} {key: row.key})
     ON CREATE SET cell += row.properties, cell.fresh = true
     WITH cell, row WHERE cell.fresh REMOVE cell.fresh
     WITH cell, row UNWIND row.ends AS linked ${soughtEntity('l', 'linked')}
     CREATE (cell)-[:${cellEndType}]->(l)`,
    { cells: cells.map(({ key, properties, ends }) => ({ key, properties, ends })) },
  );
  const placed = moved.filter(({ before }) => before !== null).map(({ id }) => id);
  if (placed.length > 0) {
    await countInCells(tx, placed, -1);
    await tx.send(
      `UNWIND $ids AS id ${soughtEntity('e', 'id')} MATCH (e)-[r:${cellType}]->() DELETE r`,
      {
        ids: placed,
      },
    );
  }
  await tx.send(
    `UNWIND $rows AS row ${soughtEntity('e', 'row.id')} ${sought('cell', cellLabel, 'key', 'row.key')}
     CREATE (e)-[:${cellType}]->(cell)`,
    { rows: moved.map(({ id, key }) => ({ id, key })) },
  );
}

async function placed(
  tx: Transaction,
  ids: readonly string[],
  { undone, removed }: CellWork,
): Promise<readonly Placed[]> {
  const held = cellProperties.map((property) => `e.${propertyText(property)}`).join(', ');
  // Most changes remove nothing, and element ids are texts that take time to make.
  const staying = [
    ...(undone.length === 0 ? [] : [' AND NOT elementId(r) IN $undone']),
    ...(removed.length === 0 ? [] : [' AND NOT l.id IN $removed']),
  ];
  const { records } = await tx.run(
    `UNWIND $ids AS id ${soughtEntity('e', 'id')}
     RETURN id, [${held}],
       COLLECT { MATCH (e)-[r:${cellRelation}]->(l) WHERE r.best${staying.join('')}
         RETURN DISTINCT l.id },
       head(COLLECT { MATCH (e)-[:${cellType}]->(cell) RETURN cell.key })`,
    { ids, undone, removed },
  );
  return records.map((record) => {
    const [id, own, ends, before] = [...record.values()] as [
      ...[string, unknown[], string[]],
      string | null,
    ];
    return placedBy(id, own, ends, before);
  });
}

function placedBy(
  id: string,
  own: readonly unknown[],
  ends: readonly string[],
  before: string | null,
): Placed {
  const properties = Object.fromEntries(
    cellProperties.map((property, at) => [property, own[at] ?? null]),
  );
  const sorted = own.map((value) => (Array.isArray(value) ? [...new Set(value)].sort() : value));
  return { id, before, properties, ends, key: JSON.stringify([...sorted, [...ends].sort()]) };
}
