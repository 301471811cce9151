import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { isImportedSource } from '../exchange/imported.ts';
import { seedsDigest } from '../exchange/seeds-digest.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { loadSeeds, loadSummary, unchangedSummary } from './load-seeds.ts';

const zServed = z.object({
  /** Of the seeds, and of the program that reads them. */
  digest: z.string(),
  revision: z.number(),
  changedAt: z.string().nullable(),
  /** Entities that are not of the seeds. */
  kept: z.number(),
});
type Served = z.output<typeof zServed>;

/**
 * Brings an embedded store to what the seeds say now, and says in a line what that changed: what
 * other seeds, or files that are gone, left in it goes. What was imported stays. Where neither the
 * seeds nor the store nor the program are others than the last time, nothing is read.
 */
export async function serveSeeds(
  store: GraphStore,
  { seedsDir, dataDir }: Pick<Config, 'seedsDir' | 'dataDir'>,
): Promise<string> {
  const note = join(dataDir, 'served-seeds.json');
  const digest = await digestOf(seedsDir);
  const before = await readNote(note);
  const { revision, changedAt } = await store.state();
  const isSame =
    before !== null &&
    before.digest === digest &&
    before.revision === revision &&
    before.changedAt === changedAt;
  if (isSame) return unchangedSummary(before.kept);
  const report = await loadSeeds(store, seedsDir, { prune: true, keeps: isImportedSource });
  const state = await store.state();
  // Somebody may have written since; then the next start looks again.
  if (digest !== null && state.revision === report.revision) {
    const served: Served = { digest, ...state, kept: report.entities.kept };
    // It spares a second at the next start; where it cannot be written, all is well without.
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

/** Of the seeds and of the program; null where it is not compiled, and may be another each time. */
async function digestOf(seedsDir: string): Promise<string | null> {
  try {
    const program = await readFile(new URL('../.made-from', import.meta.url), 'utf8');
    const seeds = await seedsDigest(seedsDir);
    return seeds === null ? null : createHash('sha256').update(program).update(seeds).digest('hex');
  } catch {
    return null;
  }
}
