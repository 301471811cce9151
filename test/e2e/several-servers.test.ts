import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Serving, scratchFolder, serve, smallSeeds } from './cli.ts';
import { boundMs, expectAllToFollow, seedAs } from './several-servers.ts';

describe('two servers over one embedded file', () => {
  let scratch: Awaited<ReturnType<typeof scratchFolder>>;
  let seeds: string;
  let serving: readonly Serving[] = [];
  let env: Record<string, string>;
  beforeAll(async () => {
    scratch = await scratchFolder();
    seeds = join(scratch.path, 'seeds');
    env = { DATA_DIR: join(scratch.path, 'data') };
    await smallSeeds(seeds);
    await seedAs(seeds, 'begun', env);
    const start = () => serve({ ...env, SEEDS_DIR: 'none', REVISION_CHECK_MS: String(boundMs) });
    serving = [await start(), await start()];
  });
  afterAll(async () => {
    for (const each of serving) each.signal('SIGKILL');
    await Promise.all(serving.map(({ ended }) => ended));
    await scratch.remove();
  });

  it('each show what another process loads, within the bound, and never go back', async () => {
    await expectAllToFollow(serving, (version) => seedAs(seeds, version, env));
  });
});
