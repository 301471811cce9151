import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../data/random.ts';

const pauseMs = 20;
const questions: readonly (readonly [string, readonly string[]])[] = [
  [
    'query ($of: String!) { term(slug: $of) { name summary related(first: 10) { nodes { name } } } }',
    ['open-weights', 'transformer', 'graph-rag', 'large-language-model'],
  ],
  ['query ($of: String!) { resolveLicense(text: $of) { input } }', ['MIT', 'apache 2', 'LGPLv2']],
  [
    'query ($of: String!) { search(query: $of, first: 10) { nodes { name } } }',
    ['permissive', 'retrieval', 'mixture of experts', 'open weights license'],
  ],
];

/** What a client met that asks for one page after the other. */
export interface Honest {
  readonly requests: number;
  readonly failures: number;
  /** Of the time to an answer, in milliseconds. */
  readonly p99: number;
}

/** Asks as an honest client does until the time is over. */
export async function askHonestly(url: URL, seconds: number, seed: number): Promise<Honest> {
  const random = new Random(seed);
  const times: number[] = [];
  let failures = 0;
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const [query, values] = random.pick(questions);
    const started = performance.now();
    const well = await answersWell(url, { query, variables: { of: random.pick(values) } });
    times.push(performance.now() - started);
    if (!well) failures += 1;
    await sleep(pauseMs);
  }
  times.sort((a, b) => a - b);
  const p99 = times[Math.min(times.length - 1, Math.floor(times.length * 0.99))] ?? Number.NaN;
  return { requests: times.length, failures, p99 };
}

async function answersWell(url: URL, body: object): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return response.status === 200 && !text.includes('"errors"');
}
