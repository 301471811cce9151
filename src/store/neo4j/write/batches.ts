/** Rows per statement: keeps a message to the server at some megabytes. */
const batchSize = 2000;

/** Sends the rows in portions, one after the other. */
export async function inBatches<Row>(
  rows: readonly Row[],
  send: (batch: readonly Row[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize) {
    await send(rows.slice(start, start + batchSize));
  }
}
