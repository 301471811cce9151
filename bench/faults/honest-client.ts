import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../test/support/random.ts';
import { post } from './post.ts';

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

/** The results of a client that asks for one page after another. */
export interface Honest {
  readonly requests: number;
  readonly failures: number;
  /** Of the time to an answer, in milliseconds. */
  readonly p99: number;
}

/** Sends requests as an honest client until the time is over, from an address of this machine. */
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

async function answersWell(url: URL, agent: Agent, asked: object): Promise<boolean> {
  const { status, body } = await post(url, agent, asked);
  return status === 200 && !body.includes('"errors"');
}
