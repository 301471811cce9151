import { openOurCapture } from '../measure/capture-ours.ts';
import { openPeerCapture } from '../measure/capture-peer.ts';
import { databaseHits } from '../measure/profile.ts';
import { benchDriver } from '../peer/driver.ts';
import type { SentStatement } from '../peer/execution-context.ts';
import type { Cell, Spelling } from '../workload/cell.ts';
import type { Ground } from './place.ts';

/** The database cost of one request, averaged over some keys. */
export interface DatabaseWork {
  readonly statements: number;
  readonly hits: number;
}

export interface CellWork {
  readonly ours: DatabaseWork;
  /** By query. */
  readonly peer: ReadonlyMap<string, DatabaseWork>;
}

const keysProfiled = 8;

type Capture = (
  query: string,
  variables: Spelling['variables'][number],
) => Promise<readonly SentStatement[]>;

/** Runs the statements of both sides under PROFILE. */
export async function databaseWork(
  place: Pick<Ground, 'neo4j'>,
  cells: readonly Cell[],
): Promise<ReadonlyMap<string, CellWork>> {
  const driver = benchDriver(place.neo4j);
  const ours = await openOurCapture(place.neo4j);
  try {
    const peerCapture = await openPeerCapture(driver);
    const workOf = async (capture: Capture, spelling: Spelling): Promise<DatabaseWork> => {
      const keys = spelling.variables.slice(0, keysProfiled);
      // The first request of its kind may also load the text indexes, which later ones use.
      if (keys[0] !== undefined) await capture(spelling.query, keys[0]);
      let statements = 0;
      let hits = 0;
      for (const variables of keys) {
        const sent = await capture(spelling.query, variables);
        statements += sent.length;
        for (const statement of sent) hits += await databaseHits(driver, statement);
      }
      return { statements: statements / keys.length, hits: hits / keys.length };
    };
    const found = new Map<string, CellWork>();
    for (const cell of cells) found.set(cell.id, await cellWork(cell));
    return found;

    async function cellWork({ ours: own, peer }: Cell): Promise<CellWork> {
      const spellings = new Map<string, DatabaseWork>();
      for (const spelling of peer)
        spellings.set(spelling.name, await workOf(peerCapture, spelling));
      return { ours: await workOf(ours.statements, own), peer: spellings };
    }
  } finally {
    await ours.close();
    await driver.close();
  }
}
