import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { main } from '../../test/e2e/cli.ts';

/** Starts the built command line without the environment of this machine. */
function start(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Waits until a log file holds the pages of a transaction, not only its header. */
export async function grown(file: string, signal?: AbortSignal): Promise<void> {
  for (;;) {
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size > 100_000 || signal?.aborted) return;
    await sleep(2);
  }
}

/**
 * Starts a command and kills it after some milliseconds, counted from the start or from the growth
 * of a file. Returns whether it was still running.
 */
export async function killAfter(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  milliseconds: number,
  file: string | null = null,
): Promise<boolean> {
  const child = start(args, env);
  const over = new AbortController();
  const ended = once(child, 'exit').finally(() => over.abort());
  child.stdout?.resume();
  if (file !== null) await grown(file, over.signal);
  await sleep(milliseconds);
  const killed = child.kill('SIGKILL');
  await ended;
  return killed && child.signalCode === 'SIGKILL';
}

/** Runs `seed` to its end. Returns its exit code. */
export async function seedToEnd(env: Readonly<Record<string, string>>): Promise<number | null> {
  const child = start(['seed'], env);
  child.stdout?.resume();
  await once(child, 'exit');
  return child.exitCode;
}

/** Starts `serve`, waits for its address, and kills it. Returns false if it ended before. */
export async function serveToStart(env: Readonly<Record<string, string>>): Promise<boolean> {
  const child = start(['serve'], env);
  const ended = once(child, 'exit');
  const listening = new Promise<boolean>((resolve) => {
    let printed = '';
    child.stdout?.on('data', (data: Buffer) => {
      printed += data;
      if (printed.includes('Ctrl-C')) resolve(true);
    });
    child.once('exit', () => resolve(false));
  });
  const served = await listening;
  child.kill('SIGKILL');
  await ended;
  return served;
}
