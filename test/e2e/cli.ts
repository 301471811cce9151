import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The result of a command. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Env = Readonly<Record<string, string>>;

function start(args: readonly string[], env: Env, cwd?: string): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [main, ...args], { env: bare(env), cwd });
}

/** An environment with only the variables that a process needs. */
export function bare(env: Env): Env {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, ...env };
}

async function endOf(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, stdout, stderr };
}

/** Runs the built command line to its end. */
export async function run(
  args: readonly string[],
  env: Env = {},
  stdin = '',
  cwd?: string,
): Promise<Ended> {
  const child = start(args, env, cwd);
  child.stdin.end(stdin);
  return endOf(child);
}

/**
 * Runs a command with a limit on the size of files, in blocks. SQLite reports the same error for a
 * full disk.
 */
export function runWithinBlocks(blocks: number, args: readonly string[], env: Env): Promise<Ended> {
  const script = `ulimit -f ${blocks}; exec "$0" "$@"`;
  return endOf(spawn('sh', ['-c', script, process.execPath, main, ...args], { env: bare(env) }));
}

/** A server that has printed its address. */
export interface Serving {
  readonly banner: string;
  readonly origin: string;
  signal(name: NodeJS.Signals): void;
  /** Resolves when a log line has this message. */
  logged(message: string): Promise<void>;
  readonly ended: Promise<Ended>;
}

/** Starts the built server on a free port and waits for its banner. */
export async function serve(env: Env, cwd?: string): Promise<Serving> {
  const child = start(['serve'], { PORT: '0', ...env }, cwd);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, stdout, stderr }));
  while (!stdout.includes('Ctrl-C')) {
    const early = await Promise.race([once(child.stdout, 'data'), ended]);
    if ('code' in early) throw new Error(`serve ended: ${JSON.stringify(early)}`);
  }
  return {
    banner: stdout,
    origin: /http:\/\/localhost:\d+/.exec(stdout)?.[0] ?? '',
    signal: (name) => child.kill(name),
    async logged(message) {
      while (!stderr.includes(`"msg":"${message}"`)) await once(child.stderr, 'data');
    },
    ended,
  };
}

/** A folder that is removed after the tests. */
export async function scratchFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'glossgraph-e2e-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Seeds that load quickly: one organization and its source. */
export async function smallSeeds(into: string): Promise<void> {
  for (const file of ['organizations/ai2.yaml', 'sources/glossgraph-editorial.yaml']) {
    await cp(join('seeds', file), join(into, file), { recursive: true });
  }
}

/** Seeds of terms, large enough for several portions, without the checks of the real ones. */
export async function manyTerms(into: string, count: number): Promise<void> {
  await mkdir(join(into, 'terms'), { recursive: true });
  await mkdir(join(into, 'sources'), { recursive: true });
  await writeFile(join(into, 'sources/readings.yaml'), 'id: readings\ntitle: Readings\n');
  const definition = 'What it means, at some length. '.repeat(30).trim();
  for (let n = 0; n < count; n += 1) {
    const head = `id: term-${n}\nslug: term-${n}\nname: Term ${n}\nsummary: One sentence.\n`;
    const said = `termKind: CONCEPT\ndefinition: ${definition}\n`;
    const cite = 'cite: { source: readings, evidence: PUBLISHER }\n';
    const linked = n === 0 ? '' : `relations: { RELATED_TO: [term-${n - 1}] }\n`;
    await writeFile(join(into, `terms/term-${n}.yaml`), head + said + cite + linked);
  }
}

/** Posts a query to a server. */
export async function ask(origin: string, query: string): Promise<Response> {
  return fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
}
