import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { open } from 'node:fs/promises';

export interface ServerCommand {
  readonly java: string;
  readonly arguments: readonly string[];
  readonly classpath: string;
  readonly home: string;
  /** The file for its output. */
  readonly log: string;
}

export interface ServerProcess {
  readonly pid: number;
  /** Resolves when the process has ended for any reason. */
  readonly exited: Promise<void>;
  /** Kills the process and deletes its home. */
  stop(): Promise<void>;
}

const running = new Map<ChildProcess, string>();

function killAll(): void {
  for (const [child, home] of running) {
    child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
  running.clear();
}

function onSignal(signal: NodeJS.Signals): void {
  killAll();
  // Without another handler, the signal should still end this process.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

let watching = false;

function watchExit(): void {
  if (watching) return;
  watching = true;
  process.once('exit', killAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, onSignal);
}

/** Starts a server process that ends with this one. */
export async function spawnServer(command: ServerCommand): Promise<ServerProcess> {
  watchExit();
  const log = await open(command.log, 'a');
  const child = spawn(command.java, command.arguments, {
    cwd: command.home,
    // The class path of about 25 KB is not an argument, so that `ps` stays readable.
    env: { ...process.env, CLASSPATH: command.classpath },
    stdio: ['ignore', log.fd, log.fd],
  });
  running.set(child, command.home);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  }).finally(() => log.close());
  if (child.pid === undefined) throw new Error(`${command.java} was started without a process id`);
  const stop = async () => {
    // The home is deleted, so an orderly shutdown has no use.
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await exited;
    running.delete(child);
    rmSync(command.home, { recursive: true, force: true, maxRetries: 5 });
  };
  return { pid: child.pid, exited, stop };
}
