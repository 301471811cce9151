import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphReader } from '../../../src/loaders/graph-reader.ts';
import { dataOf, run } from '../../support/execute.ts';
import { hostileTexts } from './hostile-texts.ts';
import { seededReader } from './seeded.ts';

const query = `query ($text: String!, $kinds: [EntityKind!], $limit: Int! = 500) {
  annotate(text: $text, kinds: $kinds, limit: $limit) {
    start end text entity { slug } alternatives { slug }
  }
}`;

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly entity: { readonly slug: string };
}

describe('annotate', () => {
  let reader: GraphReader;
  beforeAll(async () => {
    reader = await seededReader();
  });

  async function mentions(text: string, more: object = {}): Promise<readonly Mention[]> {
    const { annotate } = await dataOf(reader, query, { text, ...more });
    return annotate as readonly Mention[];
  }

  it('gives the places of mentions in a text', async () => {
    const text = 'RAG is no rag. 🦙 MoEs with open weights, such as DeepSeek V3.2, are under MIT.';
    const found = await mentions(text);
    expect(found.map(({ text: written, entity }) => [written, entity.slug])).toEqual([
      ['RAG', 'retrieval-augmented-generation'],
      ['MoEs', 'mixture-of-experts'],
      ['open weights', 'open-weights'],
      ['DeepSeek V3.2', 'deepseek-v3.2'],
      ['MIT', 'mit'],
    ]);
    for (const { start, end, text: written } of found) {
      expect(text.slice(start, end)).toBe(written);
    }
  });

  it.each(['DeepSeek V4', 'phi-4-mini-instruct', 'DeepSeek-R1-Distill-Qwen-7B', 'Phi 4 reasoning'])(
    'names nothing where a longer name stands that nobody has: %s',
    async (text) => {
      expect(await mentions(text)).toEqual([]);
      expect(await mentions(text, { kinds: ['ORGANIZATION'] })).toEqual([]);
    },
  );

  it('ignores emphasis, full width and invisible characters', async () => {
    const text = '_RAG_, ＲＡＧ, R\u200bAG, __DeepSeek\u00ad V3.2__';
    const found = await mentions(text);
    expect(found.map(({ text: written, entity }) => [written, entity.slug])).toEqual([
      ['RAG', 'retrieval-augmented-generation'],
      ['ＲＡＧ', 'retrieval-augmented-generation'],
      ['R\u200bAG', 'retrieval-augmented-generation'],
      ['DeepSeek\u00ad V3.2', 'deepseek-v3.2'],
    ]);
  });

  it('respects the kinds, and keeps the first mentions up to the limit', async () => {
    const text = 'MoE with open weights under MIT';
    const licenses = await mentions(text, { kinds: ['LICENSE'] });
    expect(licenses.map(({ entity }) => entity.slug)).toEqual(['mit']);
    expect(await mentions(text, { limit: 1 })).toHaveLength(1);
  });

  it.each(hostileTexts)('takes any text: %j', async (text) => {
    const found = await mentions(text);
    for (const { start, end, text: written } of found) {
      expect(text.slice(start, end)).toBe(written);
    }
  });

  it('asks for the names of a text in few statements, also of 100,000 characters', async () => {
    const long = 'Mixture of experts; open weights. '.repeat(3000).slice(0, 100_000);
    const slugs = `query ($text: String!) {
      annotate(text: $text, limit: 5000) { start entity { name } }
    }`;
    const read = async (text: string) => run(reader, { query: slugs, variables: { text } });
    const names = 'labels+labelHeads';
    const short = await read('Mixture of experts; open weights.');
    expect(short.result.data?.annotate).toHaveLength(2);
    expect(short.statements).toEqual(['words', names, names, 'entities']);
    const { result, statements } = await read(long);
    expect(result.data?.annotate).toHaveLength(5000);
    expect(statements.length).toBeLessThan(20);
  });

  it.each([
    [{ text: 'x'.repeat(100_001) }, 'text', 'at most 100000 characters'],
    [{ text: '', limit: 5001 }, 'limit', 'a number from 1 to 5000'],
  ])('refuses what is over a bound (%#)', async (variables, argument, expected) => {
    const { result } = await run(reader, { query, variables });
    const [error] = result.errors ?? [];
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument, expected });
  });
});
