import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forgetDataset, loadStream } from '../../../src/exchange/load/load.ts';
import { mergedSource, mergedStatements } from '../../../src/exchange/load/parts.ts';
import { plainStatements } from '../../../src/exchange/load/plain-statements.ts';
import type { EntityHead, Statements } from '../../../src/exchange/statement.ts';
import { type EntityStatements, streamOf } from '../../../src/exchange/statement-stream.ts';
import type { SourceRecord } from '../../../src/ontology/records.ts';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { buildDataset } from '../../support/dataset.ts';
import { allOf, recordsIn } from '../../support/records-in.ts';
import { aFact, anEdge, head, sources } from '../../support/some-statements.ts';

// Slugs of their own: which of two entities a key leads to depends on who came first.
const plainHeads = [
  head('TERM', 't0'),
  head('TERM', 't1'),
  head('TERM', 't2'),
  head('MODEL', 'm0'),
  head('MODEL', 'm1'),
  head('MODEL', 'm2'),
  head('LICENSE', 'l0'),
  head('LICENSE', 'l1'),
];

const aHead = (plain: EntityHead): fc.Arbitrary<EntityHead> =>
  fc
    .record({
      name: fc.constantFrom(plain.name, `Other ${plain.name}`),
      summary: fc.constantFrom(null, 'One.', 'Two.'),
      aliases: fc.subarray(['alias', 'other']),
      exactMatch: fc.subarray(['https://one.example/', 'https://two.example/']),
      status: fc.constantFrom('CURRENT', 'DEPRECATED'),
    })
    .map((given) => ({ ...plain, ...given }) as EntityHead);

/** What a data set may state: of some entities, and of relations among them. */
const someData: fc.Arbitrary<Statements> = fc
  .record({
    entities: fc
      .subarray(plainHeads)
      .chain((some) => fc.tuple(...some.map(aHead)) as fc.Arbitrary<EntityHead[]>),
    facts: fc.array(aFact, { maxLength: 6 }),
    edges: fc.array(anEdge, { maxLength: 14 }),
    cited: fc.constantFrom('title', 'other title'),
  })
  .map(({ entities, facts, edges, cited }) => {
    const has = new Set(entities.map(({ id }) => id));
    return {
      entities,
      sources: sources.map((source) => ({ ...source, title: cited })),
      facts: facts.filter(({ subjectId }) => has.has(subjectId)),
      edges: edges.filter(({ subjectId, objectId }) => has.has(subjectId) && has.has(objectId)),
    };
  });

interface Step {
  readonly dataset: string;
  /** Null: it is forgotten. */
  readonly states: Statements | null;
  readonly batchSize: number;
}

const names = ['one', 'seeds', 'two', 'three'] as const;
const someSteps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    dataset: fc.constantFrom(...names),
    states: fc.option(someData, { freq: 4 }),
    batchSize: fc.constantFrom(1, 7, 1000),
  }),
  { minLength: 1, maxLength: 6 },
);

/** The data sets that are there after the steps, in their order: the seeds first. */
function owned(steps: readonly Step[]): ReadonlyMap<string, Statements> {
  const there = new Map<string, Statements>();
  for (const { dataset, states } of steps) {
    if (states === null) there.delete(dataset);
    else there.set(dataset, states);
  }
  const seeds = there.get('seeds');
  if (seeds === undefined) return there;
  there.delete('seeds');
  return new Map([['seeds', seeds], ...there]);
}

/** One data set that says what all of them say. */
function asOne(all: ReadonlyMap<string, Statements>): Statements {
  const parts = new Map<string, { dataset: string; said: EntityStatements }[]>();
  const cited = new Map<string, { dataset: string; said: SourceRecord }[]>();
  for (const [dataset, statements] of all) {
    const calls = new Map([...statements.entities].map(({ id, name }) => [id, name]));
    for (const each of streamOf(statements).entities() as Iterable<EntityStatements>) {
      const said = plainStatements(each, (id) => calls.get(id) ?? id);
      parts.set(each.head.id, [...(parts.get(each.head.id) ?? []), { dataset, said }]);
    }
    for (const said of statements.sources) {
      cited.set(said.id, [...(cited.get(said.id) ?? []), { dataset, said }]);
    }
  }
  const merged = [...parts.values()].map(mergedStatements);
  return {
    entities: merged.map((each) => each.head),
    sources: [...cited.values()].map(mergedSource),
    facts: merged.flatMap(({ facts }) => facts),
    edges: merged.flatMap(({ edges }) => edges),
  };
}

async function take(store: GraphStore, { dataset, states, batchSize }: Step): Promise<void> {
  const isThere = (await store.held.datasets()).some(({ name }) => name === dataset);
  if (states !== null) await loadStream(store, streamOf(states), { dataset, batchSize });
  else if (isThere) await forgetDataset(store, { dataset, batchSize });
}

async function withStore<Result>(work: (store: GraphStore) => Promise<Result>): Promise<Result> {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe('data sets in one store', () => {
  it('give the graph of the remaining data sets, whatever was loaded and withdrawn', async () => {
    await fc.assert(
      fc.asyncProperty(someSteps, async (steps) => {
        await withStore(async (store) => {
          for (const step of steps) await take(store, step);
          const there = owned(steps);
          const { disagreements, ...expected } = allOf(buildDataset(asOne(there)));
          const { disagreements: found, ...held } = await recordsIn(store);
          expect(held).toEqual(expected);
          // What depends on a disagreement is judged when a data set that has part in it is loaded.
          expect([...found.keys()].sort()).toEqual([...disagreements.keys()].sort());
          const known = (await store.held.datasets()).map(({ name }) => name);
          expect(known).toEqual([...there.keys()]);
        });
      }),
      { numRuns: 120 },
    );
  });

  it('have nothing to write where a load finds what it wrote', async () => {
    await fc.assert(
      fc.asyncProperty(someSteps, async (steps) => {
        await withStore(async (store) => {
          for (const step of steps) await take(store, step);
          const revision = await store.revision();
          for (const [dataset, states] of owned(steps)) {
            const report = await loadStream(store, streamOf(states), { dataset });
            expect(report).toMatchObject({ revision, entities: { changed: 0, added: 0 } });
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});
