import { inBatches } from './batches.ts';
import { type Column, literalOf, valuesOf } from './columns.ts';
import type { SentStatements } from './sent-statements.ts';
import { SharedTexts } from './shared-texts.ts';

/** Creates a node with these labels for each thing. */
export async function createNodes<Thing>(
  tx: SentStatements,
  labels: string,
  columns: readonly Column<Thing>[],
  things: readonly Thing[],
): Promise<void> {
  const text = `UNWIND $rows AS row CREATE (:${labels} ${literalOf(columns, 'row')})`;
  await inBatches(things, (batch) => {
    const shared = new SharedTexts();
    const rows = batch.map((thing) => valuesOf(columns, thing, shared));
    return tx.send(text, { rows, texts: shared.texts });
  });
}
