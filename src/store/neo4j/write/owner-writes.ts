import { identifierKeysOf } from '../../../ontology/outside-identifiers.ts';
import type { GraphChange } from '../../graph-store.ts';
import type { Transaction } from '../bolt-connection.ts';
import { toParameter } from '../cypher-statement.ts';
import { inBatches } from './batches.ts';
import { columnsOf } from './columns.ts';
import { createNodes } from './create-nodes.ts';
import type { SentStatements } from './sent-statements.ts';
import { sought } from './sought.ts';
import { ownersText } from './write-rows.ts';

/**
 * The effect of a change on owners and outside identifiers, and the element ids of nodes to remove.
 */
interface OwnerWork {
  readonly gone: readonly string[];
  readonly identifiers: readonly { readonly key: string; readonly entityId: string }[];
}

/**
 * Finds the effect. It must run before anything is written, since lookups after a deletion take
 * long.
 */
export async function findOwnerWork(tx: Transaction, change: GraphChange): Promise<OwnerWork> {
  const { entities, sources, remove, allNew = false } = change;
  const written = [...entities, ...sources].map(({ record }) => record.id);
  const gone: string[] = [];
  const touched = allNew ? [] : [...written, ...remove.entities, ...remove.sources];
  await inBatches(touched, async (ids) => {
    const { records } = await tx.run(
      `UNWIND $ids AS id ${sought('c', 'Contribution', 'thingId', 'id')} RETURN elementId(c)`,
      { ids },
    );
    for (const record of records) gone.push(String(record.get(0)));
  });
  const wanted = new Map(remove.entities.map((id) => [id, new Set<string>()]));
  for (const { record } of entities) wanted.set(record.id, new Set(identifierKeysOf(record)));
  await inBatches(allNew ? [] : [...wanted.keys()], async (ids) => {
    const { records } = await tx.run(
      `UNWIND $ids AS id ${sought('i', 'Identifier', 'entityId', 'id')} RETURN elementId(i), id, i.key`,
      { ids },
    );
    for (const record of records) {
      const [element, id, key] = [...record.values()] as [string, string, string];
      // An existing identifier is kept.
      if (wanted.get(id)?.delete(key) !== true) gone.push(element);
    }
  });
  const identifiers = [...wanted].flatMap(([entityId, keys]) =>
    [...keys].map((key) => ({ key, entityId })),
  );
  return { gone, identifiers };
}

const identifierColumns = columnsOf<OwnerWork['identifiers'][number]>(['key', 'entityId']);

/** Writes the effect, and the record of the data set. */
export async function writeOwners(
  tx: SentStatements,
  change: GraphChange,
  { identifiers }: OwnerWork,
): Promise<void> {
  const things = [...change.entities, ...change.sources];
  const sets = new Set(things.map(ownersText).filter((names) => names !== null));
  if (sets.size > 0) {
    const text = 'UNWIND $sets AS names MERGE (:OwnerSet {names: names})';
    await tx.send(text, { sets: [...sets] });
  }
  const said = things.flatMap(({ record, contributions = [] }) =>
    contributions.map((contribution) => ({ thingId: record.id, ...contribution })),
  );
  await inBatches(said, (rows) =>
    tx.send('UNWIND $rows AS row CREATE (c:Contribution) SET c = row', { rows }),
  );
  await createNodes(tx, 'Identifier', identifierColumns, identifiers);
  await writeDataset(tx, change);
}

async function writeDataset(tx: SentStatements, { dataset, remove }: GraphChange): Promise<void> {
  if (dataset !== undefined) {
    const { name, place } = dataset;
    await tx.send('MERGE (d:Dataset {name: $name}) SET d.place = $place, d.record = $record', {
      ...{ name, place: toParameter(place), record: JSON.stringify(dataset) },
    });
  }
  if (remove.dataset !== undefined) {
    await tx.send('MATCH (d:Dataset {name: $name}) DELETE d', { name: remove.dataset });
  }
}
