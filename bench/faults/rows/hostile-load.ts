import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { main } from '../../../test/e2e/cli.ts';
import { residentBytes } from '../../measure/memory.ts';
import { figure, megabytes } from '../../report/markdown.ts';
import { startServer } from '../../servers/process.ts';
import type { AttackCounts } from '../attack.ts';
import { inFolder } from '../folder.ts';
import { askHonestly } from '../honest-client.ts';
import type { FaultOptions, FaultRow, Outcome } from '../row.ts';

const connections = 32;
/** The address of the hostile clients, and another address of this machine. */
const shared = '127.0.0.1';
const own = '127.0.0.2';
/** The largest p99 of an honest client under load, as a multiple of its p99 before. */
const maxSlowdown = 3;
const calmSeconds = 60;
/** The memory limit, as a multiple of the memory before and in addition to the caches. */
const memoryRoom = 1.25;

/** Hostile clients beside an honest one. */
export const hostileLoad: FaultRow = {
  name: 'hostile-load',
  run: (options) =>
    inFolder(async (folder) => {
      const env = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' };
      const server = await startServer({ arguments: [main, 'serve'], env }, false);
      try {
        return await measure(server.url, server.pid, options);
      } finally {
        await server.stop();
      }
    }),
};

async function measure(url: URL, pid: number, options: FaultOptions): Promise<readonly Outcome[]> {
  const { seconds, seed, log } = options;
  const aside = Math.max(3, seconds / 4);
  // The first requests compile code and fill caches.
  await askHonestly(url, 3, seed, own);
  const before = await askHonestly(url, aside, seed, own);
  const memoryBefore = await residentBytes(pid);
  log(`before: p99 ${figure(before.p99)} ms`);
  const [during, beside, counts] = await Promise.all([
    askHonestly(url, seconds, seed, own),
    askHonestly(url, seconds, seed + 1, shared),
    attack(url, seconds, seed),
  ]);
  log(`during: p99 ${figure(during.p99)} and ${figure(beside.p99)} ms; ${JSON.stringify(counts)}`);
  const memoryDuring = await residentBytes(pid);
  // Both let the process rest, since garbage is collected when there is time.
  await sleep(calmSeconds * 1000);
  const after = await askHonestly(url, aside, seed, own);
  const memoryAfter = await residentBytes(pid);
  const metrics = await (await fetch(new URL('/metrics', url))).text();
  const kept = keptBytes(metrics);
  const refusals = refusalsByBound(metrics);

  const fault = `${seconds} s of hostile load from ${connections} connections`;
  const slowdown = during.p99 / before.p99;
  const failures = before.failures + during.failures + beside.failures + after.failures;
  const unnamed = Object.values(counts).flatMap((answers) =>
    Object.entries(answers).filter(
      ([words]) => words.startsWith('code') && !words.startsWith('code WORK_LIMIT'),
    ),
  );
  return [
    {
      fault: `${fault}: an honest client of another address`,
      held: failures === 0 && slowdown <= maxSlowdown,
      found: `p99 ${figure(before.p99)} ms before, ${figure(during.p99)} ms during (${figure(slowdown)} ×, of at most ${maxSlowdown} ×), ${figure(after.p99)} ms after; ${before.requests}, ${during.requests} and ${after.requests} requests; one from the address of the hostile ones had p99 ${figure(beside.p99)} ms; ${failures} failed`,
    },
    {
      fault: `${fault}: memory`,
      held: memoryAfter <= memoryBefore * memoryRoom + kept,
      found: `resident ${megabytes(memoryBefore)} before, ${megabytes(memoryDuring)} at its end, ${megabytes(memoryAfter)} after ${calmSeconds} s of rest, of which ${megabytes(kept)} are answers that ANSWER_CACHE_BYTES lets it keep`,
    },
    {
      fault: `${fault}: refusals`,
      held: unnamed.length === 0,
      found: `by bound, as /metrics counts them: ${refusals || 'none'}; without the name of a bound: ${unnamed.map(([words, times]) => `${words} ${times} times`).join(', ') || 'none'}`,
    },
    {
      fault: `${fault}: what was sent`,
      held: Object.values(counts).every((answers) => answers['connection lost'] === undefined),
      found: Object.entries(counts)
        .map(([kind, answers]) => `${kind}: ${listed(answers)}`)
        .join('; '),
    },
  ];
}

function listed(answers: Readonly<Record<string, number>>): string {
  return Object.entries(answers)
    .map(([words, times]) => `${words.replace(/^(bound|code) /, '')} ${times}`)
    .join(', ');
}

async function attack(url: URL, seconds: number, seed: number): Promise<AttackCounts> {
  const file = fileURLToPath(new URL('../attack.ts', import.meta.url));
  const args = [url.href, String(seconds), String(connections), String(seed)];
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`The hostile clients ended with ${code}.`);
  return JSON.parse(printed) as AttackCounts;
}

/** The bytes of cached answers, from /metrics. */
function keptBytes(metrics: string): number {
  return Number(/^glossgraph_answer_cache_bytes (\S+)/m.exec(metrics)?.[1] ?? 0);
}

/** The refusals of each bound, from /metrics. */
function refusalsByBound(metrics: string): string {
  return [...metrics.matchAll(/^glossgraph_limit_rejections_total\{limit="(\w+)"\} (\d+)/gm)]
    .filter(([, , times]) => times !== '0')
    .map(([, limit, times]) => `${limit} ${times}`)
    .join(', ');
}
