import { beforeAll, describe, expect, it } from 'vitest';
import { createGraphReader, type GraphReader } from '../../../src/loaders/graph-reader.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import type { Read } from '../../../src/store/reads.ts';
import { run } from '../../support/execute.ts';
import { coldReader, smallStore } from '../support.ts';

const query = `query ($first: Int, $with: Boolean = true, $without: Boolean = false, $on: Date) {
  models(first: $first) {
    nodes {
      slug
      name @include(if: $with)
      licenses(on: $on) @skip(if: $without) { nodes { slug spdxId @include(if: $with) } }
      ... @include(if: $with) { developers { nodes { website } } }
    }
  }
}`;

interface Model {
  readonly slug: string;
  readonly name?: string;
  readonly licenses?: { readonly nodes: readonly { readonly slug: string }[] };
  readonly developers?: object;
}

describe('what is planned ahead', () => {
  let store: GraphStore;
  let reader: GraphReader;
  beforeAll(async () => {
    store = await smallStore();
    reader = coldReader(store);
  });

  const ask = async (variables: Record<string, unknown>, of = reader) => {
    const { result, statements } = await run(of, { query, variables });
    expect(result.errors).toBeUndefined();
    const { models } = result.data as { models: { nodes: readonly Model[] } };
    return { models: models.nodes, statements, text: JSON.stringify(result.data) };
  };

  it('depends on the variables, not on those of the first request', async () => {
    const one = await ask({ first: 1, with: true });
    const three = await ask({ first: 3, with: false });
    const again = await ask({ first: 1, with: true });
    expect([one.models.length, three.models.length]).toEqual([1, 3]);
    expect(again.text).toBe(one.text);
    expect(three.models.every(({ name, developers }) => !name && !developers)).toBe(true);
    expect(one.models[0]).toMatchObject({ name: 'Dark', developers: { nodes: [] } });
  });

  it('respects @skip and @include', async () => {
    for (const include of [true, false]) {
      for (const skip of [true, false]) {
        const { models, statements } = await ask({ first: 4, with: include, without: skip });
        expect(statements).toEqual(['list:MODEL']);
        for (const model of models) {
          expect('name' in model).toBe(include);
          expect('developers' in model).toBe(include);
          expect('licenses' in model).toBe(!skip);
        }
      }
    }
  });

  it('fetches nothing that is skipped or not included', async () => {
    const reads: Read[] = [];
    const watched: GraphStore = {
      name: store.name,
      findsRoutes: store.findsRoutes,
      open: () => store.open(),
      version: () => store.version(),
      revision: (options) => store.revision(options),
      state: (options) => store.state(options),
      changesSince: (known, options) => store.changesSince(known, options),
      read: (asked, options) => {
        reads.push(...asked);
        return store.read(asked, options);
      },
      write: (change) => store.write(change),
      get writes() {
        return store.writes;
      },
      held: store.held,
      classes: store.classes,
      close: () => store.close(),
    };
    const types = async (variables: Record<string, unknown>) => {
      reads.length = 0;
      await ask({ first: 1, ...variables }, coldReader(watched));
      const [read] = reads;
      const select = read !== undefined && 'select' in read ? read.select : undefined;
      return [select?.properties, select?.edges.flatMap(({ spec }) => spec.types)];
    };
    expect(await types({ with: true, without: true })).toEqual([
      ['name', 'slug'],
      ['DEVELOPED_BY'],
    ]);
    expect(await types({ with: false, without: false })).toEqual([['slug'], ['LICENSED_UNDER']]);
    expect(await types({ with: false, without: true })).toEqual([['slug'], []]);
  });

  it('depends on the day of the request', async () => {
    const licensesOn = async (day: string) => {
      const operation = { query: '{ model(slug: "early") { licenses { nodes { slug } } } }' };
      const { result } = await run(reader, operation, day);
      return JSON.stringify(result.data);
    };
    expect(await licensesOn('2024-01-01')).toContain('draft');
    expect(await licensesOn('2024-07-01')).toContain('house');
    expect(await licensesOn('2026-01-01')).not.toMatch(/draft|house/);
  });

  it('depends on dates in variables', async () => {
    const licensesOn = async (on: string | null) => {
      const { models } = await ask({ first: 4, on });
      const early = models.find(({ slug }) => slug === 'early');
      return [...new Set(early?.licenses?.nodes.map(({ slug }) => slug))].sort();
    };
    expect(await licensesOn('2024-01-01')).toEqual(['draft', 'mit']);
    expect(await licensesOn('2024-07-01')).toEqual(['house', 'mit']);
    expect(await licensesOn(null)).toEqual(['mit']);
    expect(await licensesOn('2024-01-01')).toEqual(['draft', 'mit']);
  });

  it('is the same for variables in another order, or for literals', async () => {
    const one = await ask({ first: 2, with: true });
    const other = await ask({ with: true, first: 2 });
    expect(other.text).toBe(one.text);
    const literal = query
      .replace(/query [^{]*\{/, '{')
      .replaceAll('$first', '2')
      .replaceAll('$without', 'false')
      .replaceAll('$with', 'true')
      .replaceAll('(on: $on)', '');
    const { result } = await run(reader, { query: literal });
    expect(JSON.stringify(result.data)).toBe(one.text);
  });

  it('stays apart for requests that run at once', async () => {
    const warm = createGraphReader(store, { revisionCheckMs: 1000, cacheRows: 1000 });
    const sets = [1, 2, 3, 4].flatMap((first) =>
      [true, false].flatMap((include) =>
        ['2024-01-01', '2025-06-01'].map((on) => ({ first, with: include, on })),
      ),
    );
    const alone: string[] = [];
    for (const variables of sets) alone.push((await ask(variables)).text);
    const together = await Promise.all(sets.map((variables) => ask(variables, warm)));
    expect(together.map(({ text }) => text)).toEqual(alone);
  });

  it('reads a fragment once, however often others spread it', async () => {
    // If every spread were read, sixty doubling fragments would never end.
    const depth = 60;
    const doubling = Array.from(
      { length: depth },
      (_, index) => `fragment F${index} on Model { ...F${index + 1} ...F${index + 1} }`,
    );
    const doubled = `{ models(first: 2) { nodes { ...F0 } } }
      ${doubling.join('\n')}
      fragment F${depth} on Model { slug }`;
    const { result } = await run(reader, { query: doubled });
    expect(result.errors).toBeUndefined();
    expect(result.data).toMatchObject({ models: { nodes: [{}, {}] } });
  });

  it('does not depend on variables that a field does not use', async () => {
    const two = `query ($slug: String!, $first: Int!) {
      model(slug: $slug) { slug }
      models(first: $first) { nodes { slug } }
    }`;
    const sizes: number[] = [];
    for (const [slug, first] of [
      ['a', 1],
      ['b', 1],
      ['b', 2],
    ] as const) {
      const { result } = await run(reader, { query: two, variables: { slug, first } });
      sizes.push((result.data as { models: { nodes: unknown[] } }).models.nodes.length);
    }
    expect(sizes).toEqual([1, 1, 2]);
  });
});
