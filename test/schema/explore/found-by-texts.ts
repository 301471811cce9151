import { beforeAll, expect, it } from 'vitest';
import { createGraphReader, type GraphReader } from '../../../src/loaders/graph-reader.ts';
import type { StoreUnderTest } from '../../contract/stores.ts';
import { corpusIn, embeddedCorpus, textOf } from '../../corpus/corpus.ts';
import { run } from '../../support/execute.ts';
import { evaluationList } from '../../text/search/evaluation.ts';
import { hostileTexts } from './hostile-texts.ts';

const search = `query ($text: String!, $kinds: [EntityKind!]) {
  search(query: $text, kinds: $kinds, first: 25) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      cursor score matchedOn matchedText snippet { text matches { start end } }
      node { __typename id slug ... on Term { definition broader { nodes { slug } } } }
    }
  }
}`;
const suggest = `query ($text: String!, $kinds: [EntityKind!]) {
  suggest(prefix: $text, kinds: $kinds) { text matchedOn entity { id slug } }
}`;
const annotate = `query ($text: String!, $kinds: [EntityKind!]) {
  annotate(text: $text, kinds: $kinds) {
    start end text entity { id slug } alternatives { slug }
  }
}`;
const resolveLicense = `query ($text: String!) {
  resolveLicense(text: $text) {
    kind input license { id slug } spdxLicense { id } reasons
    expression { text nodes { operator parent spdxId license { slug } orLater exception } }
    candidates { license { slug } spdxLicense { id } confidence reason }
  }
}`;

const texts = [
  ...['mixture of experts', 'llama', 'opn weights', '"open weights"', 'a model that routes tokens'],
  ...['apache 2', 'other (qwen)', 'MIT OR Apache-2.0', 'RAG is no rag; MoEs under MIT are.', 'q'],
  ...hostileTexts,
];

/** One query of the evaluation in so many. It holds five sorts, and the embedded store answers them all. */
const askedEvery = 6;

/** Search, suggestions, mentions and names of licenses: a store finds what the embedded store finds. */
export function foundByTextsSuite(stores: StoreUnderTest): void {
  let reader: GraphReader;
  let reference: GraphReader;
  beforeAll(async () => {
    const cached = { revisionCheckMs: 60_000, cacheRows: 10_000 };
    reader = createGraphReader(await corpusIn(stores), cached);
    reference = createGraphReader(await embeddedCorpus(), cached);
  });

  async function expectSameAnswers(query: string, variables: Record<string, unknown>) {
    const [given, expected] = await Promise.all([
      run(reader, { query, variables }),
      run(reference, { query, variables }),
    ]);
    expect(given.result.errors).toBeUndefined();
    expect(textOf([given.result])).toBe(textOf([expected.result]));
  }

  it.each([
    ['search', search],
    ['suggest', suggest],
    ['annotate', annotate],
    ['resolveLicense', resolveLicense],
  ])('is what the embedded store finds: %s', async (_name, query) => {
    for (const text of texts) await expectSameAnswers(query, { text });
  });

  it('is what the embedded store finds, within kinds', async () => {
    for (const kinds of [['MODEL'], ['TERM', 'LICENSE']]) {
      for (const query of [search, suggest, annotate]) {
        await expectSameAnswers(query, { text: 'open llama license', kinds });
      }
    }
  });

  it('is what the embedded store finds, for queries of the evaluation', async () => {
    const asked = evaluationList().filter((_, at) => at % askedEvery === 0);
    expect(new Set(asked.map(({ category }) => category)).size).toBe(5);
    for (const { query: text } of asked) await expectSameAnswers(search, { text });
  }, 300_000);
}
