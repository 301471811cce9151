/** Rows for each statement, so that a message to the server has some megabytes. */
const batchSize = 2000;

/** Sends the rows in portions, one after another. */
export async function inBatches<Row>(
  rows: readonly Row[],
  send: (batch: readonly Row[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize) {
    await send(rows.slice(start, start + batchSize));
  }
}
