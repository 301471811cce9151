import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphReader } from '../../../src/loaders/graph-reader.ts';
import { toGlobalId } from '../../../src/ontology/ids.ts';
import { dataOf, run } from '../../support/execute.ts';
import { startup } from '../../support/startup.ts';
import { seedReader } from './served-seeds.ts';

let reader: GraphReader;
beforeAll(async () => {
  reader = await seedReader();
});

const verdict = `
  answer evidence missing assumptions
  duties { key duty { kind name } }
  reasons {
    effect explanation
    license { slug }
    clause { id section text document { title } source { title } license { slug } }
    via { depth model { slug } parent { slug } relation { method } }
  }`;

interface Verdict {
  readonly answer: string;
  readonly evidence: string | null;
  readonly missing: readonly string[];
  readonly duties: readonly { readonly duty: { readonly kind: string; readonly name: string } }[];
  readonly reasons: readonly {
    readonly effect: string;
    readonly explanation: string;
    readonly license: { readonly slug: string } | null;
    readonly clause: {
      readonly id: string;
      readonly section: string | null;
      readonly document: { readonly title: string } | null;
    } | null;
    readonly via: readonly { readonly model: { readonly slug: string } }[];
  }[];
}

async function ask(slug: string, use: object): Promise<Verdict> {
  const query = `query ($slug: String!, $use: UseInput!) { model(slug: $slug) { useVerdict(use: $use) { ${verdict} } } }`;
  const data = await dataOf(reader, query, { slug, use });
  return (data.model as { useVerdict: Verdict }).useVerdict;
}

describe('an EU start-up with two million users that fine-tunes and sells', () => {
  it('may not take Llama 4: its use policy says so', async () => {
    const { answer, evidence, reasons } = await ask('llama-4-scout', startup);
    expect({ answer, evidence }).toEqual({ answer: 'NOT_ALLOWED', evidence: 'PUBLISHER' });
    expect(reasons[0]).toMatchObject({
      effect: 'NOT_ALLOWED',
      license: { slug: 'llama-4-community' },
      clause: {
        id: toGlobalId('Clause:llama-4-community/european-union'),
        section: 'last paragraph',
        document: { title: 'Llama 4 Acceptable Use Policy' },
        license: { slug: 'llama-4-community' },
      },
      via: [],
    });
  });

  it('may take Qwen3.5 and Mistral Large 3', async () => {
    for (const slug of ['qwen3.5-397b-a17b', 'mistral-large-3']) {
      const { answer, missing, duties } = await ask(slug, startup);
      expect({ slug, answer, missing, duties }).toEqual({
        slug,
        answer: 'ALLOWED',
        missing: [],
        duties: [],
      });
    }
  });

  it('asks in one query under three names', async () => {
    const data = await dataOf(
      reader,
      `query ($use: UseInput!) {
        a: model(slug: "llama-4-scout") { useVerdict(use: $use) { answer } }
        b: model(slug: "qwen3.5-397b-a17b") { useVerdict(use: $use) { answer } }
        c: model(slug: "mistral-large-3") {
          useVerdict(use: $use) { answer }
          passingOn: useVerdict(use: { activities: [REDISTRIBUTE] }) { answer duties { key } }
        }
      }`,
      { use: startup },
    );
    expect(data).toEqual({
      a: { useVerdict: { answer: 'NOT_ALLOWED' } },
      b: { useVerdict: { answer: 'ALLOWED' } },
      c: {
        useVerdict: { answer: 'ALLOWED' },
        passingOn: {
          answer: 'ALLOWED_WITH_DUTIES',
          duties: expect.arrayContaining([{ key: expect.any(String) }]),
        },
      },
    });
  });
});

it('Kimi K2 ties a display to users or to monthly revenue, whichever is passed', async () => {
  const small = {
    activities: ['OFFER_PRODUCT'],
    monthlyActiveUsers: 2_000_000,
    peakMonthlyRevenue: { amount: 1_000_000, currency: 'USD' },
  };
  const displays = async (use: object) =>
    (await ask('kimi-k2', use)).duties.filter(({ duty }) => duty.kind === 'DISPLAY_NAME').length;
  expect(await displays(small)).toBe(0);
  expect(await displays({ ...small, monthlyActiveUsers: 200_000_000 })).toBe(1);
  const rich = { amount: 30_000_000, currency: 'USD' };
  expect(await displays({ ...small, peakMonthlyRevenue: rich })).toBe(1);
});

it('a distill of Llama labeled MIT has the inherited clauses, and names their model', async () => {
  const { answer, reasons } = await ask('deepseek-r1-distill-llama-70b', startup);
  expect(answer).toBe('ALLOWED_WITH_DUTIES');
  const inherited = reasons.filter(({ via }) => via.length > 0);
  expect(inherited.map(({ license }) => license?.slug)).toContain('llama-3.3-community');
  expect(inherited[0]?.via[0]?.model.slug).toMatch(/^llama-3\.3/);

  const data = await dataOf(
    reader,
    `{ model(slug: "deepseek-r1-distill-llama-70b") {
      effectiveLicenses { artifact stated license { slug } inheritedFrom { slug }
        via { model { slug } } conflicts { license { slug } ours { key } theirs { key } explanation } explanation }
    } }`,
  );
  const { effectiveLicenses } = data.model as {
    effectiveLicenses: readonly { license: { slug: string }; conflicts: readonly object[] }[];
  };
  expect(effectiveLicenses).toContainEqual(
    expect.objectContaining({
      artifact: 'WEIGHTS',
      stated: true,
      license: { slug: 'mit' },
      conflicts: expect.arrayContaining([
        expect.objectContaining({
          license: { slug: 'llama-3.3-community' },
          theirs: { key: 'name-prefix' },
        }),
      ]),
    }),
  );
});

describe('a license by itself', () => {
  it('answers, lists its clauses, and each is found by its id', async () => {
    const data = await dataOf(
      reader,
      `query ($use: UseInput!) { license(slug: "llama-4-community") {
        useVerdict(use: $use) { answer missing }
        clauses(effect: REQUIRES, activity: TRAIN_ON_OUTPUTS) { id key duty { kind name beforeUse } }
      } }`,
      { use: startup },
    );
    const { useVerdict, clauses } = data.license as {
      useVerdict: object;
      clauses: readonly { readonly id: string; readonly key: string }[];
    };
    expect(useVerdict).toMatchObject({ answer: 'UNKNOWN' });
    expect(clauses.map(({ key }) => key)).toEqual(['name-prefix', 'use-policy']);
    const again = await dataOf(
      reader,
      'query ($id: ID!) { node(id: $id) { __typename id ... on Clause { key license { name } } } }',
      { id: clauses[0]?.id },
    );
    expect(again.node).toMatchObject({ __typename: 'Clause', key: 'name-prefix' });
    const none = toGlobalId('Clause:llama-4-community/none');
    const nothing = await dataOf(reader, 'query ($id: ID!) { node(id: $id) { id } }', { id: none });
    expect(nothing.node).toBeNull();
  });
});

it('a page of licenses takes a statement for the list, and one for terms and stewards', async () => {
  const query =
    'query ($use: UseInput!) { licenses(first: 20) { nodes { useVerdict(use: $use) { answer } } } }';
  const { result, statements } = await run(reader, { query, variables: { use: startup } });
  expect(result.errors).toBeUndefined();
  expect(statements.length).toBe(2);
});

it('says how open a model is, definition by definition', async () => {
  const data = await dataOf(
    reader,
    `{ model(slug: "llama-4-scout") {
      openness { definition verdict missing term { slug } }
      weights: openness(definition: OPEN_WEIGHTS) { verdict }
    } }`,
  );
  const { openness, weights } = data.model as {
    openness: readonly { definition: string; verdict: string; term: object | null }[];
    weights: readonly object[];
  };
  expect(weights).toEqual([{ verdict: 'MEETS' }]);
  expect(openness.length).toBe(6);
  expect(openness.find(({ definition }) => definition === 'OSI_APPROVED_LICENSE')?.verdict).toBe(
    'FAILS',
  );
  expect(openness.every(({ term }) => term !== null)).toBe(true);
});

describe('impossible uses', () => {
  const query =
    'query ($use: UseInput!) { model(slug: "mistral-large-3") { useVerdict(use: $use) { answer } } }';

  it.each([
    [{ activities: [] }, 'use.activities'],
    [{ activities: ['RUN'], markets: ['DE', 'UK'] }, 'use.markets.1'],
    [{ activities: ['RUN'], principalPlaceOfBusiness: 'ZZ' }, 'use.principalPlaceOfBusiness'],
    [{ activities: ['RUN'], monthlyActiveUsers: -1 }, 'use.monthlyActiveUsers'],
    [{ activities: ['RUN'], monthlyActiveUsers: 90_000_000_000 }, 'use.monthlyActiveUsers'],
    [
      { activities: ['RUN'], commercial: false, annualRevenue: { amount: 1, currency: 'EUR' } },
      'use.annualRevenue',
    ],
    [{ activities: ['RUN'], obtainedOn: '2031-01-01' }, 'use.obtainedOn'],
    [{ activities: ['RUN'], competesWith: ['nonsense'] }, 'use.competesWith.0'],
    [{ activities: ['OFFER_PRODUCT'], internalUse: true }, 'use.internalUse'],
  ])('%j is refused, naming %s', async (use, argument) => {
    const { result } = await run(reader, { query, variables: { use } });
    expect(result.errors?.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', argument }),
    ]);
    expect(result.data).toEqual({ model: { useVerdict: null } });
  });

  it('a day before the release of the model is unknown, with the reason', async () => {
    const { answer, missing, reasons } = await ask('mistral-large-3', {
      activities: ['RUN'],
      obtainedOn: '2020-01-01',
    });
    expect({ answer, missing }).toEqual({ answer: 'UNKNOWN', missing: ['LICENSE_IN_FORCE'] });
    expect(reasons[0]?.explanation).toContain('2020-01-01');
  });
});

it('a page of 100 models takes a statement for the list, each level and the licenses', async () => {
  const query = `query ($first: Int!, $use: UseInput!) { models(first: $first) { nodes {
    slug useVerdict(use: $use) { answer reasons { license { slug } explanation } } } } }`;
  for (const first of [1, 50, 100]) {
    const { result, statements } = await run(reader, { query, variables: { first, use: startup } });
    expect(result.errors).toBeUndefined();
    // The longest lineage of the seeds has three models.
    expect(statements.length).toBeLessThanOrEqual(5);
    if (first === 100)
      expect(statements).toMatchInlineSnapshot(`
        [
          "list:MODEL",
          "entities",
          "entities",
          "entities",
        ]
      `);
  }
});
