import { kindOfId } from '../../../ontology/ids.ts';
import { isJudgedAnew, judgedFacts, judgedRelations } from '../../../ontology/judged-facts.ts';
import type { GraphChange } from '../../graph-store.ts';
import type { UseClassText } from '../../use-class-text.ts';
import type { Transaction } from '../bolt-connection.ts';
import { classLabel, classType, openLabel } from '../class-nodes.ts';
import { toParameter } from '../cypher-statement.ts';
import { inBatches } from './batches.ts';
import type { Doomed } from './removing.ts';
import type { SentStatements } from './sent-statements.ts';
import { sought, soughtEntity } from './sought.ts';
import { propertiesOf } from './write-rows.ts';

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
  await inBatches([...reached], (batch) =>
    tx.send(
      `UNWIND $ids AS id ${soughtEntity('e', 'id')} MATCH (e)-[r:${classType}]->()
       SET e:${openLabel} DELETE r`,
      { ids: batch },
    ),
  );
}

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
  await inBatches([...distinct.values()], (rows) =>
    tx.run(
      `UNWIND $rows AS row MERGE (c:${classLabel} {key: row.key}) SET c.content = row.content`,
      { rows },
    ),
  );
  await inBatches(
    [...classes].map(([id, { key }]) => ({ id, key })),
    (rows) =>
      tx.run(
        `UNWIND $rows AS row ${soughtEntity('e', 'row.id')} ${sought('c', classLabel, 'key', 'row.key')}
         CALL (e) { MATCH (e)-[r:${classType}]->() DELETE r }
         CREATE (e)-[:${classType}]->(c) REMOVE e:${openLabel}`,
        { rows },
      ),
  );
  await tx.run(`MATCH (c:${classLabel}) WHERE NOT EXISTS { (c)<-[:${classType}]-() } DELETE c`);
  return true;
}
