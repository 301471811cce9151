import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { bare, type Ended, type Env } from './cli.ts';

const script = fileURLToPath(new URL('./warm-process.mjs', import.meta.url));
/** End of transmission, which no command writes. */
const mark = '\u0004';

interface Warm {
  readonly child: ChildProcess;
  readonly said: { stdout: string; stderr: string };
  /** Fails when the process ends. */
  readonly closed: Promise<never>;
}

/** One for all files of a worker. It ends with the worker. */
let warm: Warm | null = null;
let last: Promise<unknown> = Promise.resolve();

function started(): Warm {
  const child = fork(script, [mark], { env: bare({}), stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      said[name] += chunk;
    });
  }
  const closed = once(child, 'close').then(() => {
    warm = null;
    throw new Error(`a command ended the process: ${JSON.stringify(said)}`);
  });
  closed.catch(() => {});
  return { child, said, closed };
}

async function answer(args: readonly string[], env: Env): Promise<Ended> {
  warm ??= started();
  const { child, said, closed } = warm;
  const answered = once(child, 'message');
  child.send({ args, env: bare(env) });
  const [code] = (await Promise.race([answered, closed])) as [number];
  for (const name of ['stdout', 'stderr'] as const) {
    while (!said[name].endsWith(mark)) {
      await Promise.race([once(child[name] as Readable, 'data'), closed]);
    }
  }
  const [stdout, stderr] = [said.stdout.slice(0, -1), said.stderr.slice(0, -1)];
  Object.assign(said, { stdout: '', stderr: '' });
  return { code, stdout, stderr };
}

/**
 * Runs the built command line like `run`, one command after another in a process that has its modules
 * loaded. To load them takes a command most of its time. A process of its own is for what depends on
 * how it ends, and for one run of each command.
 */
export function runWarm(args: readonly string[], env: Env = {}): Promise<Ended> {
  const ended = last.then(() => answer(args, env));
  last = ended.catch(() => {});
  return ended;
}
