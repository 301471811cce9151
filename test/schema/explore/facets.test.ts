import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphReader } from '../../../src/loaders/graph-reader.ts';
import { dataOf, run } from '../../support/execute.ts';
import { seededReader } from './seeded.ts';

type Filter = Readonly<Record<string, unknown>>;
type Facet = readonly { readonly value: string; readonly count: number }[];

const facetsQuery = `query ($filter: ModelFilter) {
  models(filter: $filter) {
    totalCount
    facets {
      developers(limit: 100) { value count }
      licenses(limit: 100) { value count }
      licenseClasses(limit: 100) { value count }
      families(limit: 100) { value count }
      architectures { value count }
      weights { value count }
      inferenceCode { value count }
      trainingCode { value count }
      trainingData { value count }
      inputModalities { value count }
      outputModalities { value count }
    }
  }
}`;
const countQuery = 'query ($filter: ModelFilter) { models(filter: $filter) { totalCount } }';

describe('facets', () => {
  let reader: GraphReader;
  beforeAll(async () => {
    reader = await seededReader();
  });

  async function facetsOf(filter: Filter | null) {
    const { models } = await dataOf(reader, facetsQuery, { filter });
    return (models as { facets: Readonly<Record<string, Facet>> }).facets;
  }
  async function counted(filter: Filter) {
    const { models } = await dataOf(reader, countQuery, { filter });
    return (models as { totalCount: number }).totalCount;
  }

  it.each<[string, Filter | null]>([
    ['nothing', null],
    ['a filter of its own', { weights: ['OPEN', 'GATED'] }],
    ['filters together', { developers: ['meta', 'google'], inputModalities: ['IMAGE'] }],
    ['a text and a range', { text: 'a', contextTokens: { min: 32_768 } }],
  ])('say what choosing a value would leave, under %s', async (_what, filter) => {
    const facets = await facetsOf(filter);
    let choices = 0;
    for (const [name, values] of Object.entries(facets)) {
      for (const { value, count } of values) {
        choices += 1;
        expect(await counted({ ...filter, [name]: [value] }), `${name} ${value}`).toBe(count);
      }
      const order = values.toSorted(
        (one, other) => other.count - one.count || (one.value < other.value ? -1 : 1),
      );
      expect(values).toEqual(order);
    }
    expect(choices).toBeGreaterThan(20);
  });

  it('still show values that are not chosen', async () => {
    const whole = await facetsOf(null);
    const chosen = await facetsOf({ weights: ['OPEN'] });
    expect(chosen.weights).toEqual(whole.weights);
    expect(chosen.developers).not.toEqual(whole.developers);
  });

  it.each([
    [0, 'a number from 1 to 100'],
    [101, 'a number from 1 to 100'],
  ])('refuse a limit of %i, and answer the rest', async (limit, expected) => {
    const query = `query ($limit: Int!) { models(first: 1) {
      nodes { id } facets { developers(limit: $limit) { value } weights { value } } } }`;
    const { result } = await run(reader, { query, variables: { limit } });
    expect(result.errors?.map(({ path, extensions }) => ({ path, ...extensions }))).toEqual([
      {
        path: ['models', 'facets', 'developers'],
        ...{ code: 'BAD_USER_INPUT', argument: 'limit', expected },
      },
    ]);
    expect(result.data).toMatchObject({
      models: { nodes: [{}], facets: { developers: null, weights: [{}, {}, {}] } },
    });
  });
});
