import { type RelationType, relationTypes } from '../../../ontology/relations.ts';
import { type GraphChange, StoreError } from '../../graph-store.ts';
import type { Transaction } from '../bolt-connection.ts';
import { typeText } from '../labels.ts';
import { edgeCopies } from '../sort-copies.ts';
import { inBatches } from './batches.ts';
import { type Column, literalOf, valuesOf } from './columns.ts';
import type { Sharing } from './mark-shared.ts';
import type { SentStatements } from './sent-statements.ts';
import { SharedTexts } from './shared-texts.ts';
import { soughtEntity } from './sought.ts';
import {
  lastOfEach,
  type RelationRow,
  relationColumns,
  relationRow,
  rewrittenRow,
} from './write-rows.ts';

/** Writes relations. Their ends must exist. */
export async function writeRelations(
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
      rows.filter(({ record }) => there.has(record.id)),
      rewriting(type),
      (batch) => ({ rows: batch.map(rewrittenRow) }),
    );
    await write(
      rows.filter(({ record }) => !there.has(record.id)),
      creating(type),
      (batch) => {
        const shared = new SharedTexts();
        const sent = batch.map((row) => valuesOf(columns, row, shared));
        return { rows: sent, texts: shared.texts };
      },
    );
  }
  function write(
    rows: readonly RelationRow[],
    text: string,
    sent: (batch: readonly RelationRow[]) => Readonly<Record<string, unknown>>,
  ) {
    return inBatches(rows, (batch) =>
      tx.send(text, sent(batch), async ({ records }) => {
        if (Number(records[0]?.get(0)) !== batch.length) await failForMissingEnd(tx, batch);
      }),
    );
  }
}

function rewriting(type: RelationType): string {
  return `UNWIND $rows AS row
    ${soughtEntity('a', 'row.fromId')} ${soughtEntity('b', 'row.toId')}
    MERGE (a)-[r:${typeText(type)} {id: row.id}]->(b)
    SET r = row.properties
    SET ${copyText(type, 'from', 'a', 'r')}, ${copyText(type, 'to', 'b', 'r')}
    RETURN count(*)`;
}

const ends: readonly Column<RelationRow>[] = [
  { name: 'from', of: ({ record }) => record.fromId, shared: true },
  { name: 'to', of: ({ record }) => record.toId, shared: true },
];
const columns = [...ends, ...relationColumns];

function creating(type: RelationType): string {
  const copies = edgeCopies(type).map(
    ({ name, side, nodeKey }) => `${name}: ${side === 'from' ? 'a' : 'b'}.${nodeKey}`,
  );
  const properties = literalOf(relationColumns, 'row', ends.length, copies);
  return `UNWIND $rows AS row
    ${soughtEntity('a', '$texts[row[0]]')} ${soughtEntity('b', '$texts[row[1]]')}
    CREATE (a)-[r:${typeText(type)} ${properties}]->(b)
    RETURN count(*)`;
}

/** The order keys of an end. All relations to one neighbor have the same. */
export function copyText(
  type: RelationType,
  side: 'from' | 'to',
  node: string,
  relation: string,
): string {
  return edgeCopies(type)
    .filter((copy) => copy.side === side)
    .map(({ name, nodeKey }) => `${relation}.${name} = ${node}.${nodeKey}`)
    .join(', ');
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
    { rows: rows.map(({ record: { id, fromId, toId } }) => ({ id, fromId, toId })) },
  );
  const [id, end] = [...(records[0]?.values() ?? [])];
  throw missingEnd(String(id), String(end));
}
