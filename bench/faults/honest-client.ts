import { Agent, request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
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

/** Asks as an honest client does until the time is over, from an address of this machine. */
export async function askHonestly(
  url: URL,
  seconds: number,
  seed: number,
  localAddress: string,
): Promise<Honest> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress });
  const random = new Random(seed);
  const times: number[] = [];
  let failures = 0;
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const [query, values] = random.pick(questions);
    const started = performance.now();
    const well = await answersWell(url, agent, { query, variables: { of: random.pick(values) } });
    times.push(performance.now() - started);
    if (!well) failures += 1;
    await sleep(pauseMs);
  }
  agent.destroy();
  times.sort((a, b) => a - b);
  const p99 = times[Math.min(times.length - 1, Math.floor(times.length * 0.99))] ?? Number.NaN;
  return { requests: times.length, failures, p99 };
}

function answersWell(url: URL, agent: Agent, body: object): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const request = httpRequest(url, { agent, method: 'POST', headers }, (response) => {
      text(response).then(
        (read) => resolve(response.statusCode === 200 && !read.includes('"errors"')),
        reject,
      );
    });
    request.once('error', reject);
    request.end(JSON.stringify(body));
  });
}
