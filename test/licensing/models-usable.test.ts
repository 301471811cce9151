import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphReader } from '../../src/loaders/graph-reader.ts';
import { dataOf, run } from '../support/execute.ts';
import { startup } from '../support/startup.ts';
import { seedReader } from './served-seeds.ts';

let reader: GraphReader;
let judged: readonly { readonly slug: string; readonly answer: string }[];

interface Usable {
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly slug: string };
    readonly verdict: { readonly answer: string };
  }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const query = `query ($use: UseInput!, $answers: [UseAnswer!]! = [ALLOWED, ALLOWED_WITH_DUTIES],
    $first: Int, $after: String, $last: Int, $before: String) {
  modelsUsableFor(use: $use, answers: $answers, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { slug } verdict { answer } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

async function pageOf(variables: object): Promise<Usable> {
  const data = await dataOf(reader, query, { use: startup, ...variables });
  return data.modelsUsableFor as Usable;
}

function rowsOf({ edges }: Usable) {
  return edges.map(({ node, verdict }) => ({ slug: node.slug, answer: verdict.answer }));
}

/** All models with their answers, a page at a time. */
async function judgeAll() {
  const all: { slug: string; answer: string }[] = [];
  for (let after: string | null = null; ; ) {
    const data = await dataOf(
      reader,
      `query ($use: UseInput!, $after: String) { models(first: 100, after: $after) {
        nodes { slug useVerdict(use: $use) { answer } } pageInfo { hasNextPage endCursor } } }`,
      { use: startup, after },
    );
    const models = data.models as {
      nodes: readonly { slug: string; useVerdict: { answer: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    all.push(...models.nodes.map(({ slug, useVerdict }) => ({ slug, ...useVerdict })));
    if (!models.pageInfo.hasNextPage) return all;
    after = models.pageInfo.endCursor;
  }
}

beforeAll(async () => {
  reader = await seedReader();
  judged = await judgeAll();
});

const answersOf: readonly (readonly string[])[] = [
  ['ALLOWED', 'ALLOWED_WITH_DUTIES'],
  ['NOT_ALLOWED'],
  ['UNKNOWN', 'ASK_LICENSOR'],
];

describe.each(answersOf.map((answers) => ({ answers })))('models with $answers', ({ answers }) => {
  it.each([1, 7, 100])('forward, %i at a time, are those of filtering all', async (first) => {
    const expected = judged.filter(({ answer }) => answers.includes(answer));
    const met: object[] = [];
    for (let after: string | null = null; ; ) {
      const page: Usable = await pageOf({ answers, first, after });
      met.push(...rowsOf(page));
      expect(page.pageInfo.hasNextPage).toBe(met.length < expected.length);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(met).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  it('backward, 7 at a time, are the same', async () => {
    const expected = judged.filter(({ answer }) => answers.includes(answer));
    const met: object[] = [];
    for (let before: string | null = null; ; ) {
      const page: Usable = await pageOf({ answers, last: 7, before });
      met.unshift(...rowsOf(page));
      expect(page.pageInfo.hasPreviousPage).toBe(met.length < expected.length);
      if (!page.pageInfo.hasPreviousPage) break;
      before = page.pageInfo.startCursor;
    }
    expect(met).toEqual(expected);
  });

  it('are counted', async () => {
    const data = await dataOf(
      reader,
      'query ($use: UseInput!, $answers: [UseAnswer!]!) { modelsUsableFor(use: $use, answers: $answers) { totalCount } }',
      { use: startup, answers },
    );
    const totalCount = judged.filter(({ answer }) => answers.includes(answer)).length;
    expect(data.modelsUsableFor).toEqual({ totalCount });
  });
});

it('keeps to the filter', async () => {
  const data = await dataOf(
    reader,
    `query ($use: UseInput!) { modelsUsableFor(use: $use, answers: [NOT_ALLOWED], filter: { text: "llama 4" }, first: 20) {
      nodes { slug } edges { verdict { reasons { clause { key } } } } } }`,
    { use: startup },
  );
  const { nodes } = data.modelsUsableFor as { nodes: readonly { slug: string }[] };
  expect(nodes.map(({ slug }) => slug)).toEqual(['llama-4-maverick', 'llama-4-scout']);
});

it('takes a bounded number of statements', async () => {
  const { statements } = await run(reader, { query, variables: { use: startup, first: 50 } });
  expect(statements).toMatchInlineSnapshot(`
    [
      "list:MODEL",
      "entities",
      "entities",
      "entities",
    ]
  `);
});

it('judges a page of 100 models by no more statements than one of 10 whose lineages are as long', async () => {
  const page = `query ($use: UseInput!, $first: Int!) { models(first: $first) { nodes {
    slug useVerdict(use: $use) { answer reasons { license { name } clause { key } } duties { key } } } } }`;
  const statements = async (first: number) =>
    (await run(reader, { query: page, variables: { use: startup, first } })).statements;
  // The list, the models, and beside the licenses what they were made from that is not in the page.
  expect(await statements(100)).toMatchInlineSnapshot(`
    [
      "list:MODEL",
      "entities",
      "entities",
    ]
  `);
  // More may be missing from the smaller page: DeepSeek-Coder-V2 stands in it, and DeepSeek-V2 does not.
  expect((await statements(10)).length).toBeGreaterThanOrEqual((await statements(100)).length);
});

it('refuses a use that cannot be, and no answers', async () => {
  for (const variables of [{ use: { activities: [] } }, { use: startup, answers: [] }]) {
    const { result } = await run(reader, { query, variables });
    expect(result.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  }
});
