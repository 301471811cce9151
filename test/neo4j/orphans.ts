import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isAlive } from './alive.ts';

const run = promisify(execFile);

/** The prefix of the home folders of test servers. */
export const HOME_PREFIX = 'glossgraph-neo4j-';

const OWNER_FILE = 'owner';

/** Records in a home the process that owns it, and the process that serves from it. */
export async function claimHome(home: string, server?: number): Promise<void> {
  const facts = [hostname(), process.pid, server ?? 0];
  await writeFile(join(home, OWNER_FILE), facts.join(' '));
}

async function servesFrom(pid: number, home: string): Promise<boolean> {
  // Process ids are reused, so the command line shows whether it is still our server.
  const { stdout } = await run('ps', ['-o', 'args=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.includes(`--home-dir=${home} `);
}

async function sweepHome(home: string): Promise<void> {
  const [host, owner, server] = (await readFile(join(home, OWNER_FILE), 'utf8')).split(' ');
  // Another host or container with the same folder has its own process ids.
  if (host !== hostname() || isAlive(Number(owner))) return;
  const pid = Number(server);
  if (pid > 0 && isAlive(pid) && (await servesFrom(pid, home))) process.kill(pid, 'SIGKILL');
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
}

/** Ends the servers and deletes the homes of harness processes that were killed. */
export async function sweepOrphans(): Promise<void> {
  const names = await readdir(tmpdir());
  const homes = names.filter((name) => name.startsWith(HOME_PREFIX));
  // A home that cannot be removed is left: it may belong to another user, or be under construction.
  await Promise.allSettled(homes.map((name) => sweepHome(join(tmpdir(), name))));
}
