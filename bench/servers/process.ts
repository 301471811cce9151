import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);
const startDeadlineMs = 120_000;

/** A server under measurement, in its own process. */
export interface ServerProcess {
  readonly url: URL;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface ServerCommand {
  /** The arguments of node. */
  readonly arguments: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Whether this machine can pin a process to a core. */
export async function canPin(): Promise<boolean> {
  if (availableParallelism() < 2) return false;
  return run('taskset', ['-c', '0', 'true']).then(
    () => true,
    () => false,
  );
}

/** Moves this process, the client, off the servers' core. */
export async function pinClient(): Promise<void> {
  const last = availableParallelism() - 1;
  await run('taskset', ['-a', '-c', '-p', `1-${last}`, String(process.pid)]);
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a server, pinned to core 0 where possible, and waits until it prints its address. */
export async function startServer(command: ServerCommand, pinned: boolean): Promise<ServerProcess> {
  const [program, ...first] = pinned
    ? ['taskset', '-c', '0', process.execPath]
    : [process.execPath];
  const child = spawn(program as string, [...first, ...command.arguments], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...command.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.once('exit', () => running.delete(child));
  running.add(child);
  const url = await addressOf(child);
  return {
    url,
    pid: child.pid as number,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

function addressOf(child: ChildProcess): Promise<URL> {
  let printed = '';
  const late = setTimeout(() => child.kill('SIGKILL'), startDeadlineMs);
  return new Promise<URL>((resolve, reject) => {
    const take = (data: Buffer) => {
      printed = (printed + data).slice(-10_000);
      const address = /GraphQL +(http:\S+)/.exec(printed)?.[1];
      if (address !== undefined) resolve(new URL(address.replace('localhost', '127.0.0.1')));
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`A server ended with ${code}:\n${printed}`)));
  }).finally(() => clearTimeout(late));
}
