/**
 * Hostile clients, in a separate process so that they do not slow down the honest one:
 *
 * node --import tsx bench/faults/attack.ts http://127.0.0.1:PORT/graphql SECONDS CONNECTIONS SEED
 *
 * Prints the counts of answers as JSON.
 */
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../test/support/random.ts';
import { attacks, type Request } from './attacks.ts';
import { type Answer, post } from './post.ts';
import { slowBody, slowHeaders } from './slow-clients.ts';

/** The number of answers of each kind, for each kind of request. */
export type AttackCounts = Record<string, Record<string, number>>;

const [address = '', seconds = '', connections = '', seed = ''] = process.argv.slice(2);
const url = new URL(address);
const end = Date.now() + Number(seconds) * 1000;
const random = new Random(Number(seed));
const next = () => random.next();
const counts: AttackCounts = {};
const accept = 'application/graphql-response+json';
let sent = 0;

function count(kind: string, answer: string): void {
  const ofKind = counts[kind] ?? {};
  counts[kind] = ofKind;
  ofKind[answer] = (ofKind[answer] ?? 0) + 1;
}

/** The kind of an answer: answered, refused by a bound, or an error code. */
function wordsOf({ status, body }: Answer): string {
  if (status === 200 && !body.includes('"errors"')) return 'answered';
  const code = /"code":"([A-Z_]+)"/.exec(body)?.[1] ?? 'no code';
  return `${/"limit":"/.test(body) ? 'bound' : 'code'} ${code} ${status}`;
}

async function requests(kind: string, make: () => Request, aborting: boolean): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  while (Date.now() < end) {
    const abortMs = aborting ? next() * 20 : null;
    const answer = await post(url, agent, make(), { accept, abortMs }).then(wordsOf, () =>
      aborting ? 'aborted' : 'connection lost',
    );
    count(kind, answer);
  }
  agent.destroy();
}

async function slowly(kind: string, drip: typeof slowBody): Promise<void> {
  while (Date.now() < end) {
    const answer = await drip(url, end).catch(() => 'connection lost');
    count(
      kind,
      answer === '' ? 'held open to the end' : (/^HTTP\/1.1 (\d+)/.exec(answer)?.[1] ?? answer),
    );
    await sleep(10);
  }
}

const costly = attacks['costliest pages'];
if (costly === undefined) throw new Error('There are no costly pages.');
const clients: readonly (() => Promise<void>)[] = [
  ...Object.entries(attacks).map(
    ([kind, attack]) =>
      () =>
        requests(kind, () => attack(next, sent++), false),
  ),
  () => requests('aborted requests', () => costly(next, sent++), true),
  () => slowly('slow headers', slowHeaders),
  () => slowly('slow bodies', slowBody),
];

await Promise.all(
  Array.from({ length: Number(connections) }, (_, index) => clients[index % clients.length]?.()),
);
process.stdout.write(JSON.stringify(counts));
