import { handStatements } from '../hand/statements.ts';
import { databaseHits } from '../measure/profile.ts';
import { benchDriver, type Neo4jAddress } from '../peer/driver.ts';
import type { ExploreCell } from './cells.ts';

const keysProfiled = 8;

/** Database hits of one request of each hand-written statement, on average over some keys. */
export async function handHits(
  address: Neo4jAddress,
  cells: readonly ExploreCell[],
): Promise<ReadonlyMap<string, number>> {
  const driver = benchDriver(address);
  const found = new Map<string, number>();
  try {
    for (const { id, hand } of cells) {
      const text = handStatements[id]?.text;
      if (hand === null || text === undefined) continue;
      const keys = hand.variables.slice(0, keysProfiled);
      let hits = 0;
      for (const parameters of keys) hits += await databaseHits(driver, { text, parameters });
      found.set(id, hits / keys.length);
    }
    return found;
  } finally {
    await driver.close();
  }
}
