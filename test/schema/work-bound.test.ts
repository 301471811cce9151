import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphReader } from '../../src/loaders/graph-reader.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { run } from '../support/execute.ts';
import { change, license, model, relation } from '../support/records.ts';
import { coldReader } from './support.ts';

const store = createEmbeddedStore({ file: ':memory:', mostLookedAt: 30, crowdedFrom: 10 });
const house = license('house');
const models = Array.from({ length: 60 }, (_, n) =>
  model(`m${n}`, { familyName: n % 2 === 0 ? 'even' : 'odd', totalParameters: n }),
);

let reader: GraphReader;
beforeAll(async () => {
  await store.open();
  const relations = models.map((each) => relation(each, 'LICENSED_UNDER', house));
  await store.write(change({ entities: [house, ...models], relations }));
  reader = coldReader(store);
});
afterAll(() => store.close());

const asked = async (query: string) => {
  const { data, errors = [] } = (await run(reader, { query })).result;
  const codes = errors.map(({ path, originalError }) => [
    path?.join('.'),
    (originalError as { code?: unknown } | undefined)?.code,
  ]);
  return { data, codes };
};

describe('what would take a look at too many models', () => {
  it('is refused, and the rest of the answer stands', async () => {
    const { data, codes } = await asked(`{
      models(first: 2, filter: { text: "m" }) {
        totalCount nodes { slug } facets { families { value count } }
      }
      license(slug: "house") { name }
    }`);
    expect(codes).toEqual([
      ['models.totalCount', 'STORE_BOUND'],
      ['models.facets.families', 'STORE_BOUND'],
    ]);
    expect(data).toEqual({
      models: {
        totalCount: null,
        nodes: [{ slug: 'm0' }, { slug: 'm1' }],
        facets: { families: null },
      },
      license: { name: 'house' },
    });
  });

  it('is counted where sums tell it', async () => {
    const { data, codes } = await asked(`{
      models(filter: { families: ["odd"], licenses: ["house"] }) {
        totalCount facets { families { value count } licenses { value count } }
      }
      license(slug: "house") { models(filter: { families: ["even"] }) { totalCount } }
    }`);
    expect(codes).toEqual([]);
    expect(data).toEqual({
      models: {
        totalCount: 30,
        facets: {
          families: [
            { value: 'even', count: 30 },
            { value: 'odd', count: 30 },
          ],
          licenses: [{ value: 'house', count: 30 }],
        },
      },
      license: { models: { totalCount: 30 } },
    });
  });
});
