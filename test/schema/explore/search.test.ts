import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphReader } from '../../../src/loaders/graph-reader.ts';
import { dataOf, run } from '../../support/execute.ts';
import { seedDataset } from '../../support/seeds.ts';
import { PlainTexts } from '../../text/plain-texts.ts';
import { hostileTexts } from './hostile-texts.ts';
import { seededReader } from './seeded.ts';

const query = `query (
  $query: String!, $kinds: [EntityKind!], $first: Int, $after: String, $last: Int, $before: String
) {
  search(
    query: $query, kinds: $kinds, first: $first, after: $after, last: $last, before: $before
  ) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges {
      cursor score matchedOn matchedText
      snippet { text matches { start end } }
      node { __typename slug name summary }
    }
  }
}`;

interface Found {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly edges: readonly {
    readonly cursor: string;
    readonly score: number;
    readonly matchedOn: string;
    readonly matchedText: string | null;
    readonly snippet: {
      readonly text: string;
      readonly matches: readonly { readonly start: number; readonly end: number }[];
    } | null;
    readonly node: { readonly __typename: string; readonly slug: string };
  }[];
}

describe('search', () => {
  let reader: GraphReader;
  beforeAll(async () => {
    reader = await seededReader();
  });

  async function found(variables: Record<string, unknown>): Promise<Found> {
    return (await dataOf(reader, query, variables)).search as Found;
  }
  const slugs = ({ edges }: Found) => edges.map(({ node }) => `${node.__typename}:${node.slug}`);

  it('says what a hit matched on, and shows where', async () => {
    const { edges } = await found({ query: 'open weight models', first: 3 });
    expect(edges[0]?.node.slug).toBe('open-weights');
    expect(edges[0]).toMatchObject({ matchedOn: 'EXACT' });
    const [text] = (await found({ query: 'router picks a few', first: 1 })).edges;
    expect(text).toMatchObject({ matchedOn: 'TEXT', matchedText: null });
    const { text: piece = '', matches = [] } = text?.snippet ?? {};
    expect(matches.map(({ start, end }) => piece.slice(start, end))).toContain('router');
  });

  it('folds plurals and hyphens', async () => {
    expect(slugs(await found({ query: 'MoEs', first: 1 }))).toEqual(['Term:mixture-of-experts']);
    expect(slugs(await found({ query: 'open-weights', first: 1 }))).toEqual(['Term:open-weights']);
  });

  it.each(['license', 'open model', 'llama', 'qwen3 cod', 'trained on text'])(
    'pages forward and backward over the same hits, each once: %s',
    async (text) => {
      const whole = await found({ query: text, first: 100 });
      const total = whole.totalCount;
      const forward: string[] = [];
      for (let after: string | null = null; ; ) {
        const page: Found = await found({ query: text, first: 7, after });
        forward.push(...slugs(page));
        after = page.pageInfo.endCursor;
        if (!page.pageInfo.hasNextPage) break;
      }
      const backward: string[] = [];
      for (let before: string | null = null; ; ) {
        const page: Found = await found({ query: text, last: 9, before });
        backward.unshift(...slugs(page));
        before = page.pageInfo.startCursor;
        if (!page.pageInfo.hasPreviousPage) break;
      }
      expect(forward).toHaveLength(total);
      expect(new Set(forward).size).toBe(total);
      expect(backward).toEqual(forward);
      expect(forward.slice(0, 100)).toEqual(slugs(whole));
      const scores = whole.edges.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((one, other) => other - one));
      expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
    },
  );

  it('finds the same as reading every text, in the same order', async () => {
    const { entities } = await seedDataset();
    const memory = new PlainTexts(
      entities.map(({ record }) => ({
        ...record,
        definition: record.kind === 'TERM' ? record.definition : null,
      })),
    );
    for (const text of ['license', 'expert router', '"open weights"', 'whisper', 'modle card']) {
      const expected = (await memory.search(text)).map(({ id }) => id);
      const hits = await found({ query: text, first: 100 });
      expect(hits.totalCount).toBe(expected.length);
      expect(slugs(hits)).toEqual(expected.slice(0, 100));
    }
  });

  it('respects the kinds', async () => {
    const { edges } = await found({ query: 'open', kinds: ['LICENSE', 'TOOL'], first: 50 });
    expect(edges.length).toBeGreaterThan(2);
    for (const { node } of edges) expect(['License', 'Tool']).toContain(node.__typename);
  });

  it.each(hostileTexts)('takes any text: %j', async (text) => {
    const { edges, totalCount } = await found({ query: text });
    expect(edges.length).toBe(Math.min(10, totalCount));
    if (text.trim() === '') expect(totalCount).toBe(0);
  });

  it('asks the store twice, three times for a misspelling, and reads the hits at once', async () => {
    const statements = async (text: string) => {
      const names = `{ search(query: ${JSON.stringify(text)}) { nodes { name uri } } }`;
      return (await run(await seededReader(), { query: names })).statements;
    };
    const first = 'words+labels';
    expect(await statements('mixture of experts')).toEqual([
      ...[first, 'labels+textMatches', 'entities'],
    ]);
    expect(await statements('mixtrue experts')).toEqual([
      ...[first, 'labels+words+textMatches', 'labels', 'entities'],
    ]);
  });

  it('refuses values above a bound, and cursors of another query', async () => {
    const long = await run(reader, { query, variables: { query: 'x'.repeat(10_001) } });
    expect(long.result.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'query',
    });
    const { pageInfo } = await found({ query: 'open', first: 1 });
    const after = pageInfo.endCursor;
    const other = await run(reader, { query, variables: { query: 'weights', after } });
    expect(other.result.errors?.[0]?.extensions).toMatchObject({ argument: 'after' });
    expect((await found({ query: 'open', first: 1, after })).edges).toHaveLength(1);
  });
});
