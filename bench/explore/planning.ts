import { openOurCapture } from '../measure/capture-ours.ts';
import { spreadOf } from '../measure/statistics.ts';
import { benchDriver, type Neo4jAddress } from '../peer/driver.ts';
import type { ExploreCell } from './cells.ts';

const tries = 3;

/** The milliseconds that Neo4j takes to plan the statements of our first request, by cell. */
export async function planningTimes(
  address: Neo4jAddress,
  cells: readonly ExploreCell[],
): Promise<ReadonlyMap<string, number>> {
  const driver = benchDriver(address);
  const ours = await openOurCapture(address);
  const found = new Map<string, number>();
  try {
    for (const { id, ours: spelling } of cells) {
      const [variables = {}] = spelling.variables;
      // The first request of its kind may also load the text indexes, which later ones use.
      await ours.statements(spelling.query, variables);
      const texts = new Map(
        (await ours.statements(spelling.query, variables)).map((sent) => [sent.text, sent]),
      );
      let milliseconds = 0;
      for (const { text, parameters } of texts.values()) {
        const times: number[] = [];
        for (let each = 0; each < tries; each++) {
          const session = driver.session();
          const begun = performance.now();
          await session.run(`CYPHER replan=force EXPLAIN ${text}`, parameters);
          times.push(performance.now() - begun);
          await session.close();
        }
        milliseconds += spreadOf(times).median;
      }
      found.set(id, milliseconds);
    }
    return found;
  } finally {
    await ours.close();
    await driver.close();
  }
}
