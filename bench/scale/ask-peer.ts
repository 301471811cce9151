import { performance } from 'node:perf_hooks';
import { graphql } from 'graphql';
import { createGraphReader } from '../../src/loaders/graph-reader.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { run } from '../../test/support/execute.ts';
import { databaseHits } from '../measure/profile.ts';
import { benchDriver } from '../peer/driver.ts';
import { recordingContext, type SentStatement } from '../peer/execution-context.ts';
import { peerSchema } from '../peer/schema.ts';
import type { Place } from '../texts/place.ts';
import { operationsOf } from './operations.ts';
import { peerOperations } from './peer-operations.ts';
import { hubIndexes, hubTypeDefs } from './peer-type-defs.ts';

/** What an operation took the peer, which gave the same rows and numbers as we do. */
export interface PeerAsked {
  readonly name: string;
  readonly p50: number;
  readonly p99: number;
  /** Database hits of one request. */
  readonly hits: number;
}

const times = 40;
const fewTimes = 3;
/** An operation that takes longer than this, in milliseconds, is asked few times. */
const long = 2000;

/** Asks @neo4j/graphql for what it has of our operations, in this process and without HTTP, as ours. */
export async function askPeer(
  store: GraphStore,
  place: Extract<Place, { store: 'neo4j' }>,
  count: number,
): Promise<readonly PeerAsked[]> {
  const driver = benchDriver(place);
  const sent: SentStatement[] = [];
  const contextValue = {
    executionContext: recordingContext(driver, sent),
    sessionConfig: { database: 'neo4j' },
  };
  try {
    for (const index of hubIndexes) await driver.executeQuery(index);
    await driver.executeQuery('CALL db.awaitIndexes(300)');
    await driver.executeQuery('CALL db.prepareForReplanning(60)');
    const schema = await peerSchema(hubTypeDefs);
    const ours = new Map(operationsOf(count).map((operation) => [operation.name, operation.query]));
    const reader = createGraphReader(store, { revisionCheckMs: null, cacheRows: 1 });
    const found: PeerAsked[] = [];
    for (const { name, query } of peerOperations) {
      const ask = async () => {
        const begun = performance.now();
        const { data, errors } = await graphql({ schema, source: query, contextValue });
        if (errors?.[0] !== undefined) throw errors[0];
        return { data, took: performance.now() - begun };
      };
      sent.length = 0;
      const first = await ask();
      // It asks once for the version of the database.
      const statements = sent.filter(({ text }) => !text.includes('dbms.components'));
      const { result } = await run(reader, { query: ours.get(name) ?? '' });
      const [theirs, own] = [first.data, result.data].map((data) => JSON.stringify(valuesIn(data)));
      if (theirs !== own) throw new Error(`${name}: the peer answers ${theirs}, and we ${own}`);
      const took: number[] = [];
      const most = first.took > long ? fewTimes : times;
      while (took.length < most) took.push((await ask()).took);
      took.sort((one, other) => one - other);
      const at = (share: number) => took[Math.floor(share * (took.length - 1))] ?? Number.NaN;
      let hits = 0;
      for (const statement of statements) hits += await databaseHits(driver, statement);
      found.push({ name, p50: at(0.5), p99: at(0.99), hits });
    }
    return found;
  } finally {
    await driver.close();
  }
}

/** The slugs and numbers of an answer, in its order. */
function valuesIn(value: unknown, key = ''): readonly unknown[] {
  if (typeof value === 'number' || key === 'slug') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, each]) => valuesIn(each, name));
}
