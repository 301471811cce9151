import type { GraphChange } from '../../graph-store.ts';
import type { Transaction } from '../bolt-connection.ts';
import { firstColumn, inBatches } from './batches.ts';
import type { SentStatements } from './sent-statements.ts';
import { sought } from './sought.ts';
import { plainRow } from './write-rows.ts';

/**
 * The ids of those claims of a change that exist already. It must run before anything is written.
 */
export async function findClaims(
  tx: Transaction,
  { claims, allNew = false }: GraphChange,
): Promise<ReadonlySet<string>> {
  if (allNew) return new Set();
  const ids = [...new Set(claims.map(({ record }) => record.id))];
  return new Set(
    await firstColumn(tx, `UNWIND $ids AS id ${sought('c', 'Claim', 'id', 'id')} RETURN id`, ids),
  );
}

/**
 * Writes claims. They have no relationships: reads find them by the ids of their subject, source and
 * relation, and each relationship would have to be written into the list of a hub.
 */
export async function writeClaims(
  tx: SentStatements,
  { claims }: GraphChange,
  there: ReadonlySet<string>,
): Promise<void> {
  // If an id occurs twice, the last record counts.
  const upserts = new Map(claims.map((upsert) => [upsert.record.id, upsert]));
  const rows = [...upserts.values()].map(plainRow);
  await inBatches(
    rows.filter(({ id }) => !there.has(id)).map(({ properties }) => properties),
    (batch) => tx.send('UNWIND $rows AS row CREATE (c:Claim) SET c = row', { rows: batch }),
  );
  await inBatches(
    rows.filter(({ id }) => there.has(id)).map(({ properties }) => properties),
    (batch) =>
      tx.send(`UNWIND $rows AS row ${sought('c', 'Claim', 'id', 'row.id')} SET c = row`, {
        rows: batch,
      }),
  );
}
