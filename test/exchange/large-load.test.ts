import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { type Contents, contentsOf } from '../support/contents.ts';
import { inFolder } from '../support/in-folder.ts';
import { readOne } from '../support/reads.ts';

const script = fileURLToPath(new URL('./load-hub.ts', import.meta.url));
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossgraph-large-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Given {
  readonly models: number;
  readonly batchSize: number;
  readonly heapMegabytes: number;
  readonly fillsFrom: number;
  readonly killAfter?: number;
}

function start(file: string, given: Given): ChildProcess {
  const limit = `--max-old-space-size=${given.heapMegabytes}`;
  const numbers = [given.models, given.batchSize, given.fillsFrom].map(String);
  const args = [limit, '--import', 'tsx', script, file, ...numbers];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a load to its end, or kills it after a number of progress lines. */
async function load(
  file: string,
  given: Given,
): Promise<{
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly said: string;
}> {
  const child = start(file, given);
  let [printed, said] = ['', ''];
  child.stderr?.on('data', (data: Buffer) => {
    said += data;
  });
  child.stdout?.on('data', (data: Buffer) => {
    printed += data;
    if (printed.split('\n').length > (given.killAfter ?? Number.POSITIVE_INFINITY)) {
      child.kill('SIGKILL');
    }
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lines: printed.trimEnd().split('\n'), said };
}

async function held(file: string): Promise<Contents> {
  const store = createEmbeddedStore({ file });
  await store.open();
  try {
    return await contentsOf(store);
  } finally {
    await store.close();
  }
}

const never = Number.POSITIVE_INFINITY;

async function expectWholeThings(file: string): Promise<void> {
  const { relations, claims, entities } = await held(file);
  for (const { fromId, toId } of relations.values()) {
    expect([entities.has(fromId), entities.has(toId)]).toEqual([true, true]);
  }
  for (const { subjectId } of claims.values()) expect(entities.has(subjectId)).toBe(true);
}

const size = { models: 400, batchSize: 400, heapMegabytes: 256, fillsFrom: never };

describe('a load that is larger than its memory', () => {
  /** A load that nobody kills. */
  let whole: { readonly lines: readonly string[]; readonly contents: Contents };
  beforeAll(
    () =>
      inFolder({}, async (own) => {
        const file = join(own, 'whole.db');
        const { lines } = await load(file, size);
        whole = { lines, contents: await held(file) };
      }),
    300_000,
  );

  it.each([
    ['fills', 1],
    ['writes', never],
  ])(
    '%s a file in a process that could not hold what it loads',
    async (_, fillsFrom) => {
      const file = join(folder, 'graph.db');
      const { code, lines, said } = await load(file, {
        ...{ models: 5000, batchSize: 2000, heapMegabytes: 64, fillsFrom },
      });
      expect([code, said]).toEqual([0, '']);
      expect(lines.at(-1)).toMatch(/^revision \d+$/);
      expect((await held(file)).entities.size).toBe(5000 + 40 + 3 + 60 + 250);
    },
    300_000,
  );

  it('is finished by the next load after a kill at any moment, with the same graph', async () => {
    const file = join(folder, 'killed.db');
    const moments = [1, 4, 2, 7];
    for (const killAfter of moments) {
      expect((await load(file, { ...size, killAfter })).code).toBeNull();
      // The stored part is consistent: every relation has its ends, and every claim its subject.
      await expectWholeThings(file);
    }
    const last = await load(file, size);
    expect(last.code).toBe(0);
    expect(last.lines.length).toBeLessThan(whole.lines.length);
    expect(await held(file)).toEqual(whole.contents);
    // A second load has nothing to write.
    expect((await load(file, size)).lines).toEqual([last.lines.at(-1)]);
  }, 300_000);

  it('gives the same graph when it fills an empty file, killed or not', async () => {
    const filled = join(folder, 'filled.db');
    expect((await load(filled, { ...size, fillsFrom: 1 })).code).toBe(0);
    expect(await held(filled)).toEqual(whole.contents);
    const killed = join(folder, 'killed.db');
    const asking = createEmbeddedStore({ file: killed });
    await asking.open();
    const models = async () =>
      readOne(asking, { kind: 'listCount', spec: { kind: 'MODEL', where: null } });
    expect((await load(killed, { ...size, fillsFrom: 1, killAfter: 9 })).code).toBeNull();
    // Nobody else completes it, so whoever asks is told what does.
    await expect(models()).rejects.toThrow(
      'If it was stopped, load again, or restart the server: whoever opens the file completes it.',
    );
    await expectWholeThings(killed);
    expect(await models()).toBeGreaterThan(0);
    await asking.close();
    expect((await load(killed, { ...size, fillsFrom: 1 })).code).toBe(0);
    expect(await held(killed)).toEqual(whole.contents);
  }, 300_000);
});
