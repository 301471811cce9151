import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphReader } from '../../../src/loaders/graph-reader.ts';
import { dataOf, run } from '../../support/execute.ts';
import { hostileTexts } from './hostile-texts.ts';
import { seededReader } from './seeded.ts';

const query = `query ($prefix: String!, $kinds: [EntityKind!], $limit: Int! = 10) {
  suggest(prefix: $prefix, kinds: $kinds, limit: $limit) {
    text matchedOn entity { __typename name slug }
  }
}`;

describe('suggest', () => {
  let reader: GraphReader;
  beforeAll(async () => {
    reader = await seededReader();
  });

  it('completes what is typed, the best known first', async () => {
    const { suggest } = await dataOf(reader, query, { prefix: 'mix', limit: 2 });
    const term = { __typename: 'Term', name: 'Mixture of experts', slug: 'mixture-of-experts' };
    expect(suggest).toHaveLength(2);
    expect(suggest).toContainEqual({ text: term.name, matchedOn: 'BEGINNING', entity: term });
  });

  it('respects the kinds', async () => {
    const { suggest } = await dataOf(reader, query, { prefix: 'm', kinds: ['LICENSE'] });
    const found = suggest as { entity: { __typename: string } }[];
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found.map(({ entity }) => entity.__typename))).toEqual(new Set(['License']));
  });

  it.each(hostileTexts)('takes any text: %j', async (prefix) => {
    const { result } = await run(reader, { query, variables: { prefix } });
    expect(result.errors).toBeUndefined();
  });

  it.each([
    [{ prefix: 'm', limit: 11 }, 'limit', 'a number from 1 to 10'],
    [{ prefix: 'm', limit: 0 }, 'limit', 'a number from 1 to 10'],
    [{ prefix: 'x'.repeat(10_001) }, 'prefix', 'at most 10000 characters'],
  ])('refuses what is over a bound (%#)', async (variables, argument, expected) => {
    const { result } = await run(reader, { query, variables });
    const [error] = result.errors ?? [];
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument, expected });
  });
});
