import { kindOfId } from '../../../ontology/ids.ts';
import { isJudgedAnew, judgedFacts, judgedRelations } from '../../../ontology/judged-facts.ts';
import type { GraphChange } from '../../graph-store.ts';
import type { UseClassText } from '../../use-class-text.ts';
import type { Transaction } from '../bolt-connection.ts';
import { cellType } from '../cell-nodes.ts';
import {
  cellClassType,
  classLabel,
  classType,
  licensorLabel,
  licensorType,
  openLabel,
  variantLabel,
  variantOfType,
  variantType,
} from '../class-nodes.ts';
import { toParameter } from '../cypher-statement.ts';
import { inBatches } from './batches.ts';
import type { Doomed } from './removing.ts';
import type { SentStatements } from './sent-statements.ts';
import { sought, soughtEntity } from './sought.ts';
import { propertiesOf } from './write-rows.ts';

type Parameters = Readonly<Record<string, unknown>>;

const judgedTypes = judgedRelations.join('|');

/**
 * Finds the models that a change may move to another class, without their derivatives. It must run
 * before anything is written. Empty if no model has a class yet.
 */
export async function findReclassed(
  tx: Transaction,
  change: GraphChange,
  doomed: Doomed,
): Promise<readonly string[]> {
  const { records } = await tx.run(`MATCH (c:${classLabel}) RETURN 1 LIMIT 1`);
  if (records.length === 0) return [];
  const { remove } = change;
  const judged = change.relations.filter(({ record }) => judgedRelations.includes(record.type));
  const undone = doomed.relationships.filter(({ type }) => judgedRelations.includes(type));
  const changed = await changedIds(tx, change);
  const licenses = changed.filter((id) => kindOfId(id) === 'LICENSE');
  return [
    ...new Set([
      ...judged.map(({ record }) => record.fromId),
      ...undone.map(({ fromId }) => fromId),
      ...remove.entities,
      ...changed,
      ...(await modelsAt(tx, remove.entities, judgedTypes)),
      ...(await modelsAt(tx, licenses, 'LICENSED_UNDER')),
    ]),
  ].filter((id) => kindOfId(id) === 'MODEL');
}

/** Existing entities with a change in a fact that decides on uses. */
async function changedIds(tx: Transaction, { entities }: GraphChange): Promise<readonly string[]> {
  const changed: string[] = [];
  const judged = entities.filter(({ record }) => judgedFacts[record.kind] !== undefined);
  await inBatches(judged, async (batch) => {
    const names = [...new Set(batch.flatMap(({ record }) => judgedFacts[record.kind] ?? []))];
    const { records } = await tx.run(
      `UNWIND $ids AS id ${soughtEntity('e', 'id')} RETURN id, [name IN $names | e[name]]`,
      { ids: batch.map(({ record }) => record.id), names },
    );
    const before = new Map(
      records.map((row) => {
        const [id, values] = [...row.values()] as [string, unknown[]];
        return [id, Object.fromEntries(names.map((name, at) => [name, values[at] ?? null]))];
      }),
    );
    for (const { record, digest } of batch) {
      const was = before.get(record.id);
      const now = propertiesOf(record, digest);
      if (was !== undefined && isJudgedAnew(record.kind, was, now)) changed.push(record.id);
    }
  });
  return changed;
}

/** The entities with relations of the types to any of these. */
async function modelsAt(
  tx: Transaction,
  ids: readonly string[],
  types: string,
): Promise<readonly string[]> {
  const found = new Set<string>();
  await inBatches(ids, async (batch) => {
    const { records } = await tx.run(
      `UNWIND $ids AS id ${soughtEntity('e', 'id')} MATCH (e)<-[:${types}]-(m) RETURN DISTINCT m.id`,
      { ids: batch },
    );
    for (const record of records) found.add(String(record.get(0)));
  });
  return [...found];
}

/** Removes the classes of the models and of all their derivatives. */
export async function leaveClassesOpen(tx: SentStatements, ids: readonly string[]): Promise<void> {
  const reached = new Set(ids);
  for (let level: readonly string[] = ids; level.length > 0; ) {
    const children = await modelsAt(tx, level, 'DERIVED_FROM');
    level = children.filter((id) => !reached.has(id));
    for (const id of level) reached.add(id);
  }
  await inBatches([...reached], async (batch) => {
    await countInCells(tx, batch, -1);
    await tx.send(
      `UNWIND $ids AS id ${soughtEntity('e', 'id')} MATCH (e)-[r:${memberTypes}]->(c)
       SET e:${openLabel} DELETE r WITH DISTINCT c ${sweepText}`,
      { ids: batch },
    );
  });
}

/**
 * Adds models to the numbers of their classes in their cells, or takes them off before their class
 * or cell changes.
 */
export async function countInCells(
  tx: Pick<SentStatements, 'send'>,
  ids: readonly string[],
  sign: 1 | -1,
): Promise<void> {
  if (ids.length === 0) return;
  // Without any class, as in a first load, it looks at no model.
  const pairs = `MATCH (known:${classLabel}) WITH known LIMIT 1
    UNWIND $ids AS id ${soughtEntity('e', 'id')} MATCH (e)-[:${classType}]->(c) MATCH (e)-[:${cellType}]->(cell)
    WITH cell, c, count(*) AS models`;
  await tx.send(
    sign === 1
      ? `${pairs} MERGE (cell)-[p:${cellClassType}]->(c)
         SET p.models = coalesce(p.models, 0) + models`
      : `${pairs} MATCH (cell)-[p:${cellClassType}]->(c) SET p.models = p.models - models
         WITH p WHERE p.models = 0 DELETE p`,
    { ids },
  );
}

const memberTypes = `${classType}|${variantType}`;
/** Deletes the class or variant `c` if no model is left in it. */
const sweepText = `WHERE NOT EXISTS { (c)<-[:${memberTypes}]-() } DETACH DELETE c`;

/** Stores the classes of models, unless the graph was written since the revision. */
export async function assignClasses(
  tx: Transaction,
  classes: ReadonlyMap<string, UseClassText>,
  revision: number,
): Promise<boolean> {
  // Setting a property takes the lock of all writers.
  const { records } = await tx.run(
    'MATCH (g:GraphRevision {id: 1}) SET g.format = g.format RETURN g.revision = $revision',
    { revision: toParameter(revision) },
  );
  if (records[0]?.get(0) !== true) return false;
  const distinct = new Map([...classes.values()].map((each) => [each.key, each]));
  await inBatches(
    [...distinct.values()].map(({ key, content }) => ({ key, content })),
    (rows) =>
      tx.run(
        `UNWIND $rows AS row MERGE (c:${classLabel} {key: row.key}) SET c.content = row.content`,
        { rows },
      ),
  );
  await createVariants(tx, classes);
  const left = new Set<string>();
  const members = [...classes].map(([id, { key, variant }]) => {
    return { id, key, variant: variant?.key ?? null };
  });
  const counting = {
    send: async (text: string, given: Parameters) => void (await tx.run(text, given)),
  };
  await inBatches(members, async (rows) => {
    const ids = rows.map(({ id }) => id);
    await countInCells(counting, ids, -1);
    const { records: before } = await tx.run(
      `UNWIND $rows AS row ${soughtEntity('e', 'row.id')} MATCH (e)-[r:${memberTypes}]->(c)
       DELETE r RETURN DISTINCT c.key`,
      { rows },
    );
    for (const record of before) left.add(String(record.get(0)));
    await tx.run(
      `UNWIND $rows AS row ${soughtEntity('e', 'row.id')} ${sought('c', classLabel, 'key', 'row.key')}
       CREATE (e)-[:${classType}]->(c) REMOVE e:${openLabel}`,
      { rows },
    );
    await tx.run(
      `UNWIND $rows AS row WITH row WHERE row.variant IS NOT NULL
       ${soughtEntity('e', 'row.id')} ${sought('v', variantLabel, 'key', 'row.variant')}
       CREATE (e)-[:${variantType}]->(v)`,
      { rows },
    );
    await countInCells(counting, ids, 1);
  });
  for (const label of left.size === 0 ? [] : [classLabel, variantLabel]) {
    await inBatches([...left], (keys) =>
      tx.run(`UNWIND $keys AS key ${sought('c', label, 'key', 'key')} WITH c ${sweepText}`, {
        keys,
      }),
    );
  }
  return true;
}

/** Creates those variants that are not there yet, with their licensors. */
async function createVariants(
  tx: Transaction,
  classes: ReadonlyMap<string, UseClassText>,
): Promise<void> {
  const distinct = new Map(
    [...classes.values()].flatMap(({ key, variant }) =>
      variant === null ? [] : [[variant.key, { ...variant, of: key }] as const],
    ),
  );
  await inBatches([...distinct.values()], async (batch) => {
    const { records } = await tx.run(
      `UNWIND $keys AS key ${sought('v', variantLabel, 'key', 'key')} RETURN key`,
      { keys: batch.map(({ key }) => key) },
    );
    const there = new Set(records.map((record) => String(record.get(0))));
    const rows = batch.filter(({ key }) => !there.has(key));
    const ids = new Set(rows.flatMap(({ licensors }) => licensors.map(([id]) => id)));
    if (rows.length === 0) return;
    await tx.run(`UNWIND $ids AS id MERGE (:${licensorLabel} {id: id})`, { ids: [...ids] });
    await tx.run(
      `UNWIND $rows AS row ${sought('c', classLabel, 'key', 'row.of')}
       CREATE (v:${variantLabel} {key: row.key})-[:${variantOfType}]->(c)
       WITH v, row UNWIND row.licensors AS licensor
       ${sought('o', licensorLabel, 'id', 'licensor[0]')}
       CREATE (v)-[:${licensorType} {place: licensor[1]}]->(o)`,
      { rows },
    );
  });
}
