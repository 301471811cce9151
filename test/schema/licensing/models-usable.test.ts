import { beforeAll, describe, expect, it } from 'vitest';
import { classifyModels } from '../../../src/loaders/classify-models.ts';
import { createGraphReader, type GraphReader } from '../../../src/loaders/graph-reader.ts';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import { type GraphStore, StoreError } from '../../../src/store/graph-store.ts';
import { dataOf, run } from '../../support/execute.ts';
import { change, license, model, relation } from '../../support/records.ts';
import { startup } from '../../support/startup.ts';
import { seedReader } from './served-seeds.ts';

let reader: GraphReader;
let judged: readonly {
  readonly slug: string;
  readonly answer: string;
  readonly missing: readonly string[];
}[];

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

/** All models with their answers, one page at a time. */
async function judgeAll() {
  const all: { slug: string; answer: string; missing: string[] }[] = [];
  for (let after: string | null = null; ; ) {
    const data = await dataOf(
      reader,
      `query ($use: UseInput!, $after: String) { models(first: 100, after: $after) {
        nodes { slug useVerdict(use: $use) { answer missing } } pageInfo { hasNextPage endCursor } } }`,
      { use: startup, after },
    );
    const models = data.models as {
      nodes: readonly { slug: string; useVerdict: { answer: string; missing: string[] } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    all.push(...models.nodes.map(({ slug, useVerdict }) => ({ slug, ...useVerdict })));
    if (!models.pageInfo.hasNextPage) return all;
    after = models.pageInfo.endCursor;
  }
}

function expectedOf(answers: readonly string[]) {
  return judged.flatMap(({ slug, answer }) => (answers.includes(answer) ? [{ slug, answer }] : []));
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
  it.each([1, 7, 100])('forward, %i at a time, equal a filter over all models', async (first) => {
    const expected = expectedOf(answers);
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
    const expected = expectedOf(answers);
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

describe('the whole list', () => {
  const whole = `query ($use: UseInput!, $answers: [UseAnswer!]!, $filter: ModelFilter, $first: Int) {
    modelsUsableFor(use: $use, answers: $answers, filter: $filter, first: $first) {
      answerCounts { answer count } missingFacts { fact count } } }`;
  const askWhole = async (variables: object) => {
    const given = { use: startup, answers: ['ALLOWED'], ...variables };
    const { modelsUsableFor } = await dataOf(reader, whole, given);
    return modelsUsableFor as {
      readonly answerCounts: readonly { readonly answer: string; readonly count: number }[];
      readonly missingFacts: readonly { readonly fact: string; readonly count: number }[];
    };
  };
  const answers = ['ALLOWED', 'ALLOWED_WITH_DUTIES', 'UNKNOWN', 'ASK_LICENSOR', 'NOT_ALLOWED'];

  it('counts the models of each answer, whatever answers are requested', async () => {
    const expected = answers.map((answer) => ({
      answer,
      count: judged.filter((model) => model.answer === answer).length,
    }));
    for (const variables of [{}, { answers: ['NOT_ALLOWED'], first: 1 }]) {
      expect((await askWhole(variables)).answerCounts).toEqual(expected);
    }
  });

  it('counts the models that miss each fact, the largest first', async () => {
    const counts = new Map<string, number>();
    for (const { missing } of judged) {
      for (const fact of missing) counts.set(fact, (counts.get(fact) ?? 0) + 1);
    }
    const { missingFacts } = await askWhole({});
    expect(new Map(missingFacts.map(({ fact, count }) => [fact, count]))).toEqual(counts);
    const shown = missingFacts.map(({ count }) => count);
    expect(shown).toEqual(shown.toSorted((one, other) => other - one));
    expect(shown.length).toBeGreaterThan(0);
  });

  it('reports a fact that is left out for the models that depend on it', async () => {
    const { fieldsOfUse, ...silent } = startup;
    expect(fieldsOfUse).toEqual([]);
    const [told, left] = [await askWhole({}), await askWhole({ use: silent })];
    const countOf = ({ answerCounts }: typeof told, ...wanted: readonly string[]) =>
      answerCounts
        .filter(({ answer }) => wanted.includes(answer))
        .reduce((sum, { count }) => sum + count, 0);
    const lost =
      countOf(told, 'ALLOWED', 'ALLOWED_WITH_DUTIES') -
      countOf(left, 'ALLOWED', 'ALLOWED_WITH_DUTIES');
    const missing = left.missingFacts.find(({ fact }) => fact === 'FIELDS_OF_USE')?.count ?? 0;
    expect(lost).toBeGreaterThan(0);
    expect(missing).toBeGreaterThanOrEqual(lost);
    expect(told.missingFacts.map(({ fact }) => fact)).not.toContain('FIELDS_OF_USE');
  });

  it('respects the filter', async () => {
    const { answerCounts, missingFacts } = await askWhole({ filter: { text: 'llama 4' } });
    expect(answerCounts.filter(({ count }) => count > 0)).toEqual([
      { answer: 'NOT_ALLOWED', count: 2 },
    ]);
    expect(missingFacts).toEqual([]);
  });

  it('is judged once, and only if a total is selected', async () => {
    const events = async (selection: string) => {
      const asked = `query ($use: UseInput!) { modelsUsableFor(use: $use, first: 1) { ${selection} } }`;
      return (await run(reader, { query: asked, variables: { use: startup } })).statements;
    };
    const total = await events('totalCount');
    expect(await events('answerCounts { count } missingFacts { count } totalCount')).toEqual(total);
    expect(await events('__typename')).toEqual([]);
    const classes = (statements: readonly string[]) =>
      statements.flatMap((name) => name.split('+')).filter((name) => name === 'useClasses');
    expect(classes(await events('nodes { slug } totalCount'))).toEqual(classes(total));
  });
});

it.each([
  ['RELEASED_ON', 'DESC'],
  ['TOTAL_PARAMETERS', 'ASC'],
])('are in the order of %s %s, page by page', async (field, direction) => {
  const ordered = `query ($use: UseInput!, $after: String, $field: ModelOrderField!, $direction: OrderDirection!) {
    modelsUsableFor(use: $use, first: 7, after: $after, orderBy: { field: $field, direction: $direction }) {
      nodes { slug } pageInfo { hasNextPage endCursor } } }`;
  const all = `query ($after: String, $field: ModelOrderField!, $direction: OrderDirection!) {
    models(first: 100, after: $after, orderBy: { field: $field, direction: $direction }) {
      nodes { slug } pageInfo { hasNextPage endCursor } } }`;
  const walk = async (document: string, name: string) => {
    const slugs: string[] = [];
    for (let after: string | null = null; ; ) {
      const data = await dataOf(reader, document, { use: startup, after, field, direction });
      const page = data[name] as Pick<Usable, 'pageInfo'> & { nodes: readonly { slug: string }[] };
      slugs.push(...page.nodes.map(({ slug }) => slug));
      if (!page.pageInfo.hasNextPage) return slugs;
      after = page.pageInfo.endCursor;
    }
  };
  const allowed = new Set(
    judged.filter(({ answer }) => answer.startsWith('ALLOWED')).map(({ slug }) => slug),
  );
  const expected = (await walk(all, 'models')).filter((slug) => allowed.has(slug));
  expect(await walk(ordered, 'modelsUsableFor')).toEqual(expected);
  expect(expected).not.toEqual(expected.toSorted());
});

it('respects the filter', async () => {
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
  // The classes with their licenses; then a page of models that are usable, with their lineages.
  const { statements } = await run(reader, { query, variables: { use: startup, first: 50 } });
  expect(statements).toMatchInlineSnapshot(`
    [
      "useClasses",
      "entities",
      "list:MODEL",
      "entities",
      "entities",
      "entities",
    ]
  `);
});

it('judges a page of 100 models with no more statements than one of 10 with lineages of equal length', async () => {
  const page = `query ($use: UseInput!, $first: Int!, $text: String) {
    models(first: $first, filter: { text: $text }) { nodes {
    slug useVerdict(use: $use) { answer reasons { license { name } clause { key } } duties { key } } } } }`;
  const statements = async (first: number, text: string | null = null) =>
    (await run(reader, { query: page, variables: { use: startup, first, text } })).statements;
  // The list, the models, the licenses, and the base models that are not on the page.
  expect(await statements(100)).toMatchInlineSnapshot(`
    [
      "list:MODEL",
      "entities",
      "entities",
      "entities",
    ]
  `);
  // DeepSeek models have the longest lineages. A page of ten of them may lack more base models.
  expect((await statements(10, 'deepseek')).length).toBeGreaterThanOrEqual(
    (await statements(100)).length,
  );
});

it('refuses an impossible use, and an empty list of answers', async () => {
  for (const variables of [{ use: { activities: [] } }, { use: startup, answers: [] }]) {
    const { result } = await run(reader, { query, variables });
    expect(result.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  }
});

interface Counted {
  readonly answerCounts: readonly { readonly answer: string; readonly count: number }[];
}

describe('on a store that looks at few models', () => {
  const looked = 5;
  const question = `query ($use: UseInput!, $filter: ModelFilter) {
    modelsUsableFor(use: $use, filter: $filter) { totalCount answerCounts { answer count } } }`;
  const opened = async (mostLookedAt: number) => {
    const store = createEmbeddedStore({ file: ':memory:', mostLookedAt });
    await store.open();
    return store;
  };
  const countsOf = async (own: GraphReader, obtainedOn: string | null, filter: object) => {
    const variables = { use: { activities: ['RUN'], obtainedOn }, filter };
    const { result } = await run(own, { query: question, variables });
    const [error] = result.errors ?? [];
    if (error !== undefined) return error.message;
    const data = result.data as { readonly modelsUsableFor: Counted };
    const { answerCounts } = data.modelsUsableFor;
    return answerCounts.filter(({ count }) => count > 0);
  };

  it.each([
    [
      looked,
      [
        { answer: 'UNKNOWN', count: 20 },
        { answer: 'ASK_LICENSOR', count: 10 },
      ],
    ],
    [1, expect.stringContaining('more than 10 entities')],
  ])('looking at %i, an index counts the classes of models that came later', async (most, said) => {
    const store = await opened(most);
    const mit = license('mit', { clausesComplete: true });
    const models = Array.from({ length: 30 }, (_, at) => {
      const day = at < 20 ? '2024-05-01' : '2022-05-01';
      return model(`m${at}`, { releasedOn: day, sortReleasedOn: day });
    });
    const relations = models.map((each) => relation(each, 'LICENSED_UNDER', mit));
    await store.write(change({ entities: [mit, ...models], relations }));
    await classifyModels(store);
    const own = createGraphReader(store, { revisionCheckMs: null, cacheRows: 1 });
    expect(await countsOf(own, '2023-01-01', {})).toEqual(said);
    await store.close();
  });

  it('sums over cells count a family that is larger, less those of other days if these are few', async () => {
    const store = await opened(looked);
    const mit = license('mit', { clausesComplete: true });
    const family = (familyName: string, size: number, days: readonly string[]) =>
      Array.from({ length: size }, (_, at) => {
        const day = days[at % days.length] ?? null;
        return model(`${familyName}-${at}`, {
          ...{ familyName, releasedOn: day, sortReleasedOn: day ?? '' },
        });
      });
    const [early, late] = ['2022-05-01', '2024-05-01'];
    const models = [
      ...family('small', looked, [late]),
      ...family('large', 2 * looked, [late]),
      ...family('mixed', 2 * (looked + 1), [early, late]),
    ];
    const relations = models.map((each) => relation(each, 'LICENSED_UNDER', mit));
    await store.write(change({ entities: [mit, ...models], relations }));
    await classifyModels(store);
    const own = createGraphReader(store, { revisionCheckMs: null, cacheRows: 1 });
    const counts = (family: string, obtainedOn: string | null) =>
      countsOf(own, obtainedOn, { families: [family] });
    expect(await counts('large', null)).toEqual([{ answer: 'ASK_LICENSOR', count: 2 * looked }]);
    expect(await counts('small', '2023-01-01')).toEqual([{ answer: 'UNKNOWN', count: looked }]);
    expect(await counts('large', '2023-01-01')).toEqual([{ answer: 'UNKNOWN', count: 2 * looked }]);
    expect(await counts('mixed', '2023-01-01')).toContain(`more than ${looked} entities`);
    await store.close();
  });
});

it('judges few models one by one, since each stays in memory until the answer is done', async () => {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  const models = Array.from({ length: 5001 }, (_, at) => model(`m${at}`));
  await store.write(change({ entities: models }));
  const own = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 100_000 });
  const query = `query ($use: UseInput!) { modelsUsableFor(use: $use) { totalCount } }`;
  const asked = () => run(own, { query, variables: { use: startup } });
  const { result } = await asked();
  expect(result.errors?.map(({ message, extensions }) => [message, extensions])).toEqual([
    [
      'To tell, more than 5000 models would have to be judged.',
      { code: 'WORK_LIMIT', bound: 'maxJudged' },
    ],
  ]);
  // Classes are found without a new revision. What was kept of them before is not asked again.
  await classifyModels(store);
  const { result: later } = await asked();
  expect(later.errors).toBeUndefined();
  await store.close();
});

it('asks again after a client left, or the store failed, while classes were read', async () => {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  const models = Array.from({ length: 3 }, (_, at) => model(`m${at}`));
  await store.write(change({ entities: models }));
  await classifyModels(store);
  let failures = 0;
  const read: GraphStore['read'] = (reads, options) => {
    if (failures === 0 && reads.some(({ kind }) => kind === 'classContents')) {
      failures += 1;
      throw new StoreError('STORE_ABORTED', 'The request was aborted.');
    }
    return store.read(reads, options);
  };
  const failing = new Proxy(store, {
    get: (of, name) => {
      const value: unknown = name === 'read' ? read : Reflect.get(of, name, of);
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });
  const own = createGraphReader(failing, { revisionCheckMs: 0, cacheRows: 1000 });
  const query = `query ($use: UseInput!) { modelsUsableFor(use: $use) { totalCount } }`;
  const asked = () => run(own, { query, variables: { use: startup } });
  const { result } = await asked();
  expect([result.errors?.length, failures]).toEqual([1, 1]);
  const { result: later } = await asked();
  expect(later.errors).toBeUndefined();
  await store.close();
});
