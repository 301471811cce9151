import type { Transaction } from '../bolt-connection.ts';

/** Rows for each statement, so that a message to the server has some megabytes. */
const batchSize = 2000;

/** Sends the rows in portions, one after another. */
export async function inBatches<Row>(
  rows: readonly Row[],
  send: (batch: readonly Row[]) => PromiseLike<unknown>,
  together = batchSize,
): Promise<void> {
  for (let start = 0; start < rows.length; start += together) {
    await send(rows.slice(start, start + together));
  }
}

/** The first column of a statement that takes `$ids`, as texts. Sends the ids in portions. */
export async function firstColumn(
  tx: Transaction,
  text: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  await inBatches(ids, async (batch) => {
    const { records } = await tx.run(text, { ids: batch });
    for (const record of records) found.push(String(record.get(0)));
  });
  return found;
}
