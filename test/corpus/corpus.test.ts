import { beforeAll, describe, expect, it } from 'vitest';
import { createGraphReader, type GraphReader } from '../../src/loaders/graph-reader.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { describeOnEmbedded } from '../contract/stores.ts';
import {
  answersTo,
  corpusDataset,
  digestOf,
  fillForCorpus,
  nodesOf,
  placeless,
  textOf,
} from './corpus.ts';
import { storedOperations } from './operations.ts';

const operations = storedOperations(await corpusDataset());

/** Answers stored in full for reading. For the others, a digest shows whether they changed. */
const keptInFull = [
  ...['TermPage/1', 'HoverCard', 'PageInfoAlone', 'ModelPage/2', 'LicensePage/2', 'Generations'],
  ...['Between/1', 'Conditional/1', 'ClaimsOnAModel/2', 'FiveTimesFiveTimesFive', 'JsonLd'],
  ...['OneBadFieldAmongMany', 'Graph', 'EntityByReference/1', 'FacetsAlone'],
  ...['Search/1', 'Suggest/1', 'Annotate/1', 'PathBetween/1', 'Neighborhood/3', 'Lineage/1'],
  ...['Prerequisites/1', 'WalksOverTheirBounds'],
];

describeOnEmbedded('stored operations', (stores) => {
  let store: GraphStore;
  let cold: GraphReader;
  beforeAll(async () => {
    store = await fillForCorpus(await stores.empty());
    cold = createGraphReader(store, { revisionCheckMs: null, cacheRows: 1 });
  });

  it('are many', () => {
    expect(operations.length).toBeGreaterThan(150);
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
  });

  it.each(operations)('$name is answered without unexpected errors', async (operation) => {
    const codes = (await answersTo(cold, operation)).flatMap(({ errors = [] }) =>
      errors.map(({ extensions, message }) => extensions.code ?? message),
    );
    expect(new Set(codes)).toEqual(new Set(operation.refused === null ? [] : [operation.refused]));
  });

  it('are unchanged (after an intended change: npx vitest run --project unit test/corpus --update, and read the diff)', async () => {
    const lines: string[] = [];
    for (const operation of operations) {
      const results = await answersTo(cold, operation);
      lines.push(`${digestOf(textOf(results))}  ${operation.file}/${operation.name}`);
      if (!keptInFull.includes(operation.name)) continue;
      const file = `./answers/${operation.name.replace('/', '-')}.txt`;
      await expect(`${JSON.stringify(results.map(placeless), null, 1)}\n`).toMatchFileSnapshot(
        file,
      );
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./answers/sha256.txt');
  });

  it.runIf(stores.name === 'memory')('are answered alike whatever is in the cache', async () => {
    const expected = new Map<string, string>();
    for (const each of operations) expected.set(each.name, textOf(await answersTo(cold, each)));
    const warm = createGraphReader(store, { revisionCheckMs: 60_000, cacheRows: 1_000_000 });
    const small = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 500 });
    for (const reader of [warm, small]) {
      for (const order of [operations, operations.toReversed()]) {
        for (const each of order) {
          expect(textOf(await answersTo(reader, each)), each.name).toBe(expected.get(each.name));
        }
      }
    }
  });

  it.runIf(stores.name === 'memory')('are answered alike when many come at once', async () => {
    const reader = createGraphReader(store, { revisionCheckMs: 1000, cacheRows: 100_000 });
    const together = await Promise.all(operations.map((each) => answersTo(reader, each)));
    for (const [index, each] of operations.entries()) {
      const alone = textOf(await answersTo(cold, each));
      expect(textOf(together[index] ?? []), each.name).toBe(alone);
    }
  });

  describe('walks', () => {
    const groups = new Set(operations.flatMap(({ group }) => group ?? []));
    it.each([...groups])('of %s give the same nodes, each once', async (group) => {
      const [one, ...others] = await Promise.all(
        operations
          .filter((operation) => operation.group === group)
          .map(async (operation) => nodesOf(operation, await answersTo(cold, operation))),
      );
      expect(others.length).toBeGreaterThan(0);
      for (const other of others) expect(other).toEqual(one);
      expect(one?.length).toBeGreaterThan(5);
    });
  });
});
