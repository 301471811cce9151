import { hashOf } from '../../../base/text-hash.ts';
import { cellKind, cellProperties, cellRelation } from '../../../ontology/filter-cells.ts';
import { kindOfId } from '../../../ontology/ids.ts';
import type { GraphChange } from '../../graph-store.ts';
import type { Transaction } from '../bolt-connection.ts';
import { cellEndType, cellKeyName, cellLabel, cellType } from '../cell-nodes.ts';
import { toParameter } from '../cypher-statement.ts';
import { propertyText } from '../labels.ts';
import { firstColumn, inBatches } from './batches.ts';
import {
  CellTally,
  dropTallies,
  type RangeValues,
  rangeValuesOf,
  rangeValuesText,
} from './cell-tally.ts';
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
  /** The cells and values of models before the change. Null if values are not counted now. */
  readonly before: ReadonlyMap<string, Standing> | null;
}

interface Standing {
  readonly key: string;
  readonly values: RangeValues;
}

export const nothingMoved: CellWork = {
  models: [],
  fresh: [],
  left: [],
  undone: [],
  removed: [],
  before: null,
};

interface Placed {
  readonly id: string;
  readonly key: string;
  readonly before: string | null;
  /** Whether the model still has the key of its cell. */
  readonly named: boolean;
  readonly values: RangeValues;
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
  const lost = removed.filter((id) => kindOfId(id) === cellKind);
  const before = await standingOf(tx, [...models, ...lost]);
  return {
    models: [...models],
    fresh,
    left: [...new Set(lost.flatMap((id) => before.get(id)?.key ?? []))],
    before,
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
    return [{ ...placedBy(record.id, own, [], null, rangeValuesOf(values)), named: false }];
  });
}

async function modelsAt(tx: Transaction, ends: readonly string[]): Promise<readonly string[]> {
  return firstColumn(
    tx,
    `UNWIND $ids AS id ${soughtEntity('e', 'id')} MATCH (e)<-[:${cellRelation}]-(m) RETURN DISTINCT m.id`,
    ends,
  );
}

async function standingOf(
  tx: Transaction,
  models: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const found = new Map<string, Standing>();
  await inBatches(models, async (ids) => {
    const { records } = await tx.run(
      `UNWIND $ids AS id ${soughtEntity('e', 'id')} MATCH (e)-[:${cellType}]->(cell)
       RETURN id, cell.key, ${rangeValuesText('e')}`,
      { ids },
    );
    for (const record of records) {
      const [id, key, values] = [...record.values()] as [string, string, RangeValues];
      found.set(id, { key, values });
    }
  });
  return found;
}

/** Moves the models to the cells of what they are now. What the change removes is still there. */
export async function writeCells(tx: SentStatements, work: CellWork): Promise<void> {
  const left = new Set(work.left);
  const tally = new CellTally();
  for (const { key, values } of work.before?.values() ?? []) tally.count(key, values, -1);
  await inBatches(work.fresh, (moved) => moveTo(tx, moved, true));
  for (const { key, values } of work.fresh) tally.count(key, values, 1);
  await inBatches(work.models, async (ids) => {
    const all = await placed(tx, ids, work);
    for (const { key, values } of all) tally.count(key, values, 1);
    if (work.unjudged !== true) await nameCells(tx, all);
    const moved = all.filter(({ key, before }) => key !== before);
    for (const { before } of moved) if (before !== null) left.add(before);
    await moveTo(tx, moved, work.unjudged !== true);
    if (work.unjudged === true) return;
    // Also a model without a cell may have a class: the one that a first load wrote and that was
    // judged before it got its licenses.
    await countInCells(
      tx,
      moved.map(({ id }) => id),
      1,
    );
  });
  if (work.before !== null) await tally.write(tx);
  await inBatches([...left], async (keys) => {
    await tx.send(
      `UNWIND $keys AS key ${sought('cell', cellLabel, 'key', 'key')}
       WHERE NOT EXISTS { (cell)<-[:${cellType}]-(e) WHERE NOT e.id IN $removed }
       DETACH DELETE cell`,
      { keys, removed: work.removed },
    );
    await dropTallies(tx, keys);
  });
}

/**
 * A first load leaves it to its end to name cells at models. That would lock the models against
 * others that end the load. These may have named cells already, which it removes.
 */
async function moveTo(tx: SentStatements, moved: readonly Placed[], names: boolean): Promise<void> {
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
      `UNWIND $ids AS id ${soughtEntity('e', 'id')} MATCH (e)-[r:${cellType}]->()
       DELETE r REMOVE e.${cellKeyName}`,
      { ids: placed },
    );
  }
  await tx.send(
    `UNWIND $rows AS row ${soughtEntity('e', 'row.id')} ${sought('cell', cellLabel, 'key', 'row.key')}
     CREATE (e)-[:${cellType}]->(cell)${names ? ` SET e.${cellKeyName} = row.key` : ''}`,
    { rows: moved.map(({ id, key }) => ({ id, key })) },
  );
}

/** Rewriting a model removed the key of its cell. */
async function nameCells(tx: SentStatements, models: readonly Placed[]): Promise<void> {
  const rows = models.filter(({ key, before, named }) => key === before && !named);
  if (rows.length === 0) return;
  await tx.send(
    `UNWIND $rows AS row ${soughtEntity('e', 'row.id')} SET e.${cellKeyName} = row.key`,
    { rows: rows.map(({ id, key }) => ({ id, key })) },
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
       head(COLLECT { MATCH (e)-[:${cellType}]->(cell) RETURN cell.key }), ${rangeValuesText('e')},
       e.${cellKeyName} IS NOT NULL`,
    { ids, undone, removed },
  );
  return records.map((record) => {
    const [id, own, ends, before, values, named] = [...record.values()] as [
      ...[string, unknown[], string[], string | null, RangeValues],
      boolean,
    ];
    return { ...placedBy(id, own, ends, before, values), named };
  });
}

function placedBy(
  id: string,
  own: readonly unknown[],
  ends: readonly string[],
  before: string | null,
  values: RangeValues,
): Omit<Placed, 'named'> {
  const properties = Object.fromEntries(
    cellProperties.map((property, at) => [property, own[at] ?? null]),
  );
  const sorted = own.map((value) => (Array.isArray(value) ? [...new Set(value)].sort() : value));
  return {
    id,
    before,
    values,
    properties,
    ends,
    key: hashOf(JSON.stringify([...sorted, [...ends].sort()])),
  };
}
