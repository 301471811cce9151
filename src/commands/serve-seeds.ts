import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { seedsDigest } from '../exchange/seeds/seeds-digest.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { loadSeeds, loadSummary, unchangedSummary } from './load-seeds.ts';

const zServed = z.object({
  /** The digest of the seeds, and of the program that reads them. */
  digest: z.string(),
  revision: z.number(),
  changedAt: z.string().nullable(),
  /** The number of entities that are not from the seeds. */
  kept: z.number(),
});
type Served = z.output<typeof zServed>;

/**
 * Loads the seeds into an embedded store, and returns the changes in one line. Statements of
 * earlier seeds are withdrawn; other data sets stay. If the seeds, the store and the program are
 * the same as last time, nothing is read. Null if SEEDS_DIR is "none".
 */
export async function serveSeeds(
  store: GraphStore,
  { seedsDirs, dataDir }: Pick<Config, 'seedsDirs' | 'dataDir'>,
): Promise<string | null> {
  if (seedsDirs === null) return null;
  const note = join(dataDir, 'served-seeds.json');
  const digest = await digestOf(seedsDirs);
  const before = await readNote(note);
  const { revision, changedAt } = await store.state();
  const isSame =
    before !== null &&
    before.digest === digest &&
    before.revision === revision &&
    before.changedAt === changedAt;
  if (isSame) return unchangedSummary(before.kept);
  const report = await loadSeeds(store, seedsDirs);
  const state = await store.state();
  // If another process has written meanwhile, the next start loads again.
  if (digest !== null && state.revision === report.revision) {
    const served: Served = { digest, ...state, kept: report.entities.kept };
    // The file saves a second at the next start. The server also works without it.
    await writeFile(note, `${JSON.stringify(served)}\n`).catch(() => {});
  }
  return loadSummary(report);
}

async function readNote(file: string): Promise<Served | null> {
  try {
    return zServed.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** The digest of the seeds and the program; null if the program is not compiled. */
async function digestOf(seedsDirs: readonly string[]): Promise<string | null> {
  try {
    const program = await readFile(new URL('../.made-from', import.meta.url), 'utf8');
    const seeds = await Promise.all(seedsDirs.map(seedsDigest));
    if (seeds.includes(null)) return null;
    return createHash('sha256').update(program).update(JSON.stringify(seeds)).digest('hex');
  } catch {
    return null;
  }
}
