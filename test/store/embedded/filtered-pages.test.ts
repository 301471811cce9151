import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import type { Condition } from '../../../src/store/list-condition.ts';
import type { Keyset, ListPageSpec, PageWindow, Read } from '../../../src/store/reads.ts';
import { byName, edgePageSpec, page, readOne, selecting } from '../../support/reads.ts';
import { change, license, model, organization, relation, term } from '../../support/records.ts';

const select = selecting('slug');
const newest = { property: 'sortReleasedOn', descending: true } as const;
const named = (n: number) => `m${String(n).padStart(5, '0')}`;

describe('a filtered page of a long list', () => {
  const size = 5000;
  // More than are sorted at once, and all at the end, far beyond the first portions of the list.
  const late = 500;
  let store: GraphStore;
  beforeAll(async () => {
    store = createEmbeddedStore({ file: ':memory:', mostLookedAt: 4500 });
    await store.open();
    const entities = Array.from({ length: size }, (_, n) => {
      const familyName = n >= size - late ? 'late' : 'early';
      return model(named(n), {
        ...{
          familyName,
          folded: `${named(n)} ${familyName}`,
          totalParameters: n === 0 ? null : 1 + n,
        },
      });
    });
    await store.write(change({ entities }));
  });
  afterAll(() => store.close());

  it.each<[string, Condition]>([
    ['a value', { op: 'in', property: 'familyName', values: ['late'] }],
    ['a text', { op: 'contains', property: 'folded', text: 'late' }],
    [
      'a value and a text',
      {
        op: 'all',
        of: [
          { op: 'in', property: 'familyName', values: ['early', 'late'] },
          { op: 'contains', property: 'folded', text: 'late' },
        ],
      },
    ],
    [
      'a value and a range',
      {
        op: 'all',
        of: [
          { op: 'in', property: 'familyName', values: ['early', 'late'] },
          { op: 'range', property: 'totalParameters', min: 4501, max: null },
        ],
      },
    ],
  ])('is found at the end of it: by %s', async (_what, where) => {
    const spec = { kind: 'MODEL', where, order: byName, window: page({ limit: 2 }) } as const;
    const { rows, hasMore } = await readOne(store, { kind: 'list', spec, select });
    expect(rows.map(({ node }) => node.entity.slug)).toEqual([named(4500), named(4501)]);
    expect(hasMore).toBe(true);
  });

  it('is counted in an index, even if there are too many to look at', async () => {
    const range = { op: 'range', property: 'totalParameters', min: 101, max: null } as const;
    const count = (where: Condition) =>
      readOne(store, { kind: 'listCount', spec: { kind: 'MODEL', where } });
    expect(await count(range)).toBe(size - 100);
    expect(await count({ op: 'all', of: [range] })).toBe(size - 100);
    const families = { op: 'in', property: 'familyName', values: ['early', 'late'] } as const;
    const least = (min: number): Condition => ({
      op: 'all',
      of: [families, { op: 'range', property: 'totalParameters', min, max: null }],
    });
    expect(await count(least(101))).toBe(size - 100);
    // One number is unknown.
    expect(await count(least(-5))).toBe(size - 1);
    const named: Condition = { op: 'contains', property: 'folded', text: 'm0' };
    await expect(count({ op: 'all', of: [range, named] })).rejects.toMatchObject({
      code: 'STORE_BOUND',
    });
  });
});

it('a range within cells is counted up to a bound, however many models the cells have', async () => {
  const store = createEmbeddedStore({ file: ':memory:', mostLookedAt: 2 });
  await store.open();
  const entities = Array.from({ length: 30 }, (_, n) =>
    model(named(n), { familyName: 'one', totalParameters: n, sortTotalParameters: n }),
  );
  await store.write(change({ entities }));
  const count = (min: number) => {
    const family = { op: 'in', property: 'familyName', values: ['one'] } as const;
    const range = { op: 'range', property: 'totalParameters', min, max: null } as const;
    const where: Condition = { op: 'all', of: [family, range] };
    return readOne(store, { kind: 'listCount', spec: { kind: 'MODEL', where } });
  };
  expect(await count(10)).toBe(20);
  await expect(count(9)).rejects.toMatchObject({ code: 'STORE_BOUND' });
  await store.close();
});

it('a page of what is frequent, but late, is sorted once as many were looked at in vain', async () => {
  const [early, late] = [5000, 4500];
  const store = createEmbeddedStore({ file: ':memory:', mostLookedAt: early - 1 });
  await store.open();
  const entities = Array.from({ length: early + late }, (_, n) =>
    model(named(n), { folded: `${named(n)} ${n < early ? 'early' : 'late'}` }),
  );
  await store.write(change({ entities }));
  const where: Condition = { op: 'contains', property: 'folded', text: 'late' };
  const spec = { kind: 'MODEL', where, order: byName, window: page({ limit: 2 }) } as const;
  const { rows } = await readOne(store, { kind: 'list', spec, select });
  expect(rows.map(({ node }) => node.entity.slug)).toEqual([named(early), named(early + 1)]);
  await store.close();
});

describe('a page of what is linked with entities', () => {
  const size = 5000;
  const [early, late] = [organization('early'), organization('late')];
  let store: GraphStore;
  beforeAll(async () => {
    store = createEmbeddedStore({ file: ':memory:', mostLookedAt: 1000 });
    await store.open();
    const entities = Array.from({ length: size }, (_, n) =>
      model(named(n), { totalParameters: 1 + (n % 10) }),
    );
    const relations = entities.map((each, n) =>
      relation(each, 'DEVELOPED_BY', n < size / 2 ? early : late),
    );
    await store.write(change({ entities: [early, late, ...entities], relations }));
  });
  afterAll(() => store.close());

  it('looks at no others that come before them in the list', async () => {
    const hops = [{ type: 'DEVELOPED_BY', direction: 'OUT' }] as const;
    const by = (...slugs: string[]): Condition => ({ op: 'linked', hops, slugs });
    const range = { op: 'range', property: 'totalParameters', min: 10, max: null } as const;
    const slugsOf = async (where: Condition, given: Partial<PageWindow>) => {
      const spec = { kind: 'MODEL', where, order: byName, window: page(given) } as const;
      const { rows } = await readOne(store, { kind: 'list', spec, select });
      return rows.map(({ node }) => node.entity.slug);
    };
    expect(await slugsOf(by('late'), { limit: 2 })).toEqual([named(2500), named(2501)]);
    const before = { value: named(2502), id: `Model:${named(2502)}` };
    expect(await slugsOf(by('late'), { limit: 9, before })).toEqual([named(2500), named(2501)]);
    expect(await slugsOf(by('late', 'early'), { limit: 1, backward: true })).toEqual([
      named(size - 1),
    ]);
    const large = { op: 'all', of: [by('late'), range] } as const;
    expect(await slugsOf(large, { limit: 2 })).toEqual([named(2509), named(2519)]);
    expect(await slugsOf(by(), { limit: 2 })).toEqual([]);
  });
});

describe('filtered pages and counts', () => {
  const families = ['a', 'b', 'c'];
  const [hub, other] = [license('hub'), license('other')];
  const makers = [organization('maker'), organization('second')];
  const topics = [term('topic'), term('maker')];

  const aModel = fc.record({
    familyName: fc.option(fc.constantFrom(...families)),
    totalParameters: fc.option(fc.integer({ min: 1, max: 9 })),
    text: fc.constantFrom('one-coder', 'two-coder', 'three'),
    licenses: fc.subarray([hub, other]),
    makers: fc.subarray(makers),
    topics: fc.subarray(topics),
    best: fc.boolean(),
    day: fc.constantFrom('2020', '2021', '2022'),
  });
  const aCondition: fc.Arbitrary<Condition> = fc
    .uniqueArray(
      fc.oneof(
        fc
          .subarray(families, { minLength: 1 })
          .map((values): Condition => ({ op: 'in', property: 'familyName', values })),
        fc.record({
          op: fc.constant('range' as const),
          property: fc.constantFrom('totalParameters'),
          min: fc.option(fc.integer({ min: 1, max: 9 })),
          max: fc.option(fc.integer({ min: 1, max: 9 })),
        }),
        fc
          .constantFrom('coder', 'two', 'one-coder')
          .map((text): Condition => ({ op: 'contains', property: 'folded', text })),
        fc
          .tuple(
            fc.constantFrom('DEVELOPED_BY', 'EXEMPLIFIES', 'LICENSED_UNDER'),
            fc.subarray(['maker', 'second', 'topic', 'hub', 'other']),
          )
          .map(
            ([type, slugs]): Condition => ({
              ...{ op: 'linked', hops: [{ type, direction: 'OUT' }], slugs },
            }),
          ),
      ),
      { minLength: 1, maxLength: 3, selector: ({ op }) => op },
    )
    .map((of): Condition => ({ op: 'all', of }));

  it('are those that looking at every model finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aModel, { minLength: 1, maxLength: 60 }),
        fc.array(aCondition, { minLength: 4, maxLength: 8 }),
        async (given, conditions) => {
          // Relations are read page by page from the third on.
          const store = createEmbeddedStore({ file: ':memory:', crowdedFrom: 3 });
          await store.open();
          const models = given.map(({ familyName, totalParameters, text, day }, n) =>
            model(named(n), {
              ...{ familyName, totalParameters, folded: `${named(n)} ${text}` },
              sortReleasedOn: day,
            }),
          );
          const ends = {
            licenses: 'LICENSED_UNDER',
            makers: 'DEVELOPED_BY',
            topics: 'EXEMPLIFIES',
          };
          const linked = given.map((each) =>
            Object.entries(ends).flatMap(([name, type]) =>
              each[name as keyof typeof ends].map((end) => ({ type, end, best: each.best })),
            ),
          );
          const relations = linked.flatMap((all, n) =>
            all.flatMap(({ type, end, best }) => {
              const from = models[n];
              if (from === undefined) return [];
              return [relation(from, type as 'DEVELOPED_BY', end, { best })];
            }),
          );
          await store.write(
            change({ entities: [hub, other, ...makers, ...topics, ...models], relations }),
          );
          const meets = (n: number, where: Condition): boolean => {
            const of = models[n];
            if (of === undefined) return false;
            switch (where.op) {
              case 'all':
                return where.of.every((part) => meets(n, part));
              case 'in':
                return where.values.includes(of.familyName ?? '');
              case 'range': {
                const size = of.totalParameters;
                if (size === null) return false;
                return size >= Number(where.min ?? 0) && size <= Number(where.max ?? 9);
              }
              case 'contains':
                return of.folded.includes(where.text);
              case 'linked':
                return (linked[n] ?? []).some(
                  ({ type, end, best }) =>
                    best && type === where.hops[0]?.type && where.slugs.includes(end.slug),
                );
              default:
                throw new Error(where.op);
            }
          };
          for (const where of conditions) {
            const slugs = models.flatMap(({ slug }, n) => (meets(n, where) ? [slug] : []));
            for (const order of [byName, newest]) {
              const spec = { kind: 'MODEL', where, order, window: page({ limit: 5 }) } as const;
              const pagesOf = async (backward: boolean): Promise<unknown[]> => {
                const pages: unknown[][] = [];
                let place: Keyset | null = null;
                for (;;) {
                  const window: PageWindow = backward
                    ? page({ limit: 3, backward, before: place })
                    : page({ limit: 3, after: place });
                  const given: ListPageSpec = { ...spec, window };
                  const read = await readOne(store, { kind: 'list', spec: given, select });
                  pages.push(read.rows.map(({ node }) => node.entity.slug));
                  const last = backward ? read.rows[0] : read.rows.at(-1);
                  if (!read.hasMore || last === undefined)
                    return backward ? pages.toReversed().flat() : pages.flat();
                  place = { value: last.sortValue, id: last.node.entity.id };
                }
              };
              const inOrder =
                order === byName
                  ? slugs
                  : slugs.toSorted((one, two) => {
                      const dayOf = (slug: string) =>
                        models.find((each) => each.slug === slug)?.sortReleasedOn ?? '';
                      return dayOf(two).localeCompare(dayOf(one)) || (one < two ? 1 : -1);
                    });
              const { rows } = await readOne(store, { kind: 'list', spec, select });
              expect(rows.map(({ node }) => node.entity.slug)).toEqual(inOrder.slice(0, 5));
              expect(await pagesOf(false)).toEqual(inOrder);
              expect(await pagesOf(true)).toEqual(inOrder);
              expect(await readOne(store, { kind: 'listCount', spec })).toBe(slugs.length);
              const under = new Set(
                given.flatMap(({ licenses, best }, n) =>
                  best && licenses.includes(hub) ? [named(n)] : [],
                ),
              );
              const edges = edgePageSpec(['LICENSED_UNDER'], {
                ...{ direction: 'IN', where, order, window: page({ limit: 5 }) },
              });
              const ownerIds = [hub.id];
              const read: Read<'edges'> = { kind: 'edges', ownerIds, spec: edges, select };
              const found = (await readOne(store, read)).get(hub.id)?.rows ?? [];
              expect(found.map(({ neighbor }) => neighbor.entity.slug)).toEqual(
                inOrder.filter((slug) => under.has(slug)).slice(0, 5),
              );
              const counts = await readOne(store, { kind: 'edgeCounts', ownerIds, spec: edges });
              expect(counts.get(hub.id) ?? 0).toBe(slugs.filter((slug) => under.has(slug)).length);
            }
          }
          await store.close();
        },
      ),
      { numRuns: 20 },
    );
  }, 120_000);
});
