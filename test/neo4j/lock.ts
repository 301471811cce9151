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
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  taken += 1;
  const mine = `${path}.${process.pid}.${taken}`;
  await writeFile(mine, String(process.pid));
  try {
    while (!(await tryTake(path, mine))) await sleep(100);
    try {
      return await work();
    } finally {
      await rm(path, { force: true });
    }
  } finally {
    await rm(mine, { force: true });
    await rm(`${mine}.dead`, { force: true });
  }
}
