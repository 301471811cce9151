import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './alive.ts';

let taken = 0;

async function tryTake(path: string, mine: string): Promise<boolean> {
  try {
    // A link appears with its content, so a lock always has an owner.
    await link(mine, path);
    return true;
  } catch {
    const owner = Number(await readFile(path, 'utf8').catch(() => ''));
    // Two waiters may both remove the lock of a dead owner. At worst, both then do the work.
    if (owner > 0 && !isAlive(owner)) await rename(path, `${mine}.dead`).catch(() => undefined);
    return false;
  }
}

/** Runs `work` while no other holder of the lock file runs, in this process or another. */
export function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  return withOneLock([path], work);
}

/** Runs `work` with the index of a lock file that nobody else holds, as soon as there is one. */
export async function withOneLock<T>(
  paths: readonly string[],
  work: (index: number) => Promise<T>,
): Promise<T> {
  taken += 1;
  const mine = paths.map((path) => `${path}.${process.pid}.${taken}`);
  const take = async (): Promise<number> => {
    for (;;) {
      for (const [index, path] of paths.entries()) {
        if (await tryTake(path, mine[index] as string)) return index;
      }
      await sleep(100);
    }
  };
  try {
    for (const file of mine) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, String(process.pid));
    }
    const index = await take();
    try {
      return await work(index);
    } finally {
      await rm(paths[index] as string, { force: true });
    }
  } finally {
    for (const file of mine) {
      await rm(file, { force: true });
      await rm(`${file}.dead`, { force: true });
    }
  }
}
