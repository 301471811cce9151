import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphReader } from '../../../src/loaders/graph-reader.ts';
import { toGlobalId } from '../../../src/ontology/ids.ts';
import { dataOf, type Operation, run } from '../../support/execute.ts';
import { coldReader, smallStore } from '../support.ts';

const long = 'x'.repeat(201);
const many = Array.from({ length: 101 }, (_, index) => `v${index}`);

function models(filter: unknown): Operation {
  return {
    query: 'query ($filter: ModelFilter) { models(filter: $filter) { nodes { slug } } }',
    variables: { filter },
  };
}

function entity(ref: unknown): Operation {
  return {
    query: 'query ($ref: EntityRefInput!) { entity(ref: $ref) { slug } }',
    variables: { ref },
  };
}

function nodes(ids: readonly string[]): Operation {
  return { query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', variables: { ids } };
}

/** Fields that would find nothing for an empty list of kinds. */
const noKinds = [
  'search(query: "open", kinds: [])',
  'suggest(prefix: "open", kinds: [])',
  'annotate(text: "open", kinds: [])',
  'disagreements(kinds: [])',
];

const open = toGlobalId('Term:open');

describe('arguments', () => {
  let reader: GraphReader;
  beforeAll(async () => {
    reader = coldReader(await smallStore());
  });

  it.each<[string, Operation, string]>([
    ['a text too long', models({ text: long }), 'filter.text'],
    ['a slug too long', models({ developers: [long] }), 'filter.developers'],
    ['too many slugs', models({ licenses: many }), 'filter.licenses'],
    ['an empty list of values', models({ weights: [] }), 'filter.weights'],
    ['an empty list of slugs', models({ developers: [] }), 'filter.developers'],
    ['fewer than none', models({ contextTokens: { min: -5 } }), 'filter.contextTokens.min'],
    [
      'at most less than none',
      models({ totalParameters: { max: -1 } }),
      'filter.totalParameters.max',
    ],
    ...noKinds.map((field): [string, Operation, string] => [
      `no kinds in ${field}`,
      { query: `{ ${field} { __typename } }` },
      'kinds',
    ]),
    [
      'no types to walk',
      {
        query: '{ path(from: { term: "open" }, to: { term: "closed" }, via: []) { length } }',
      },
      'via',
    ],
    ['a range turned round', models({ contextTokens: { min: 2, max: 1 } }), 'filter.contextTokens'],
    [
      'days turned round',
      models({ releasedOn: { from: '2025-01-02', to: '2025-01-01' } }),
      'filter.releasedOn',
    ],
    ['a slug too long to be one', entity({ term: long }), 'ref.term'],
    ['an id that is none', entity({ id: 'open-weights' }), 'ref.id'],
    ['the id of a source', entity({ id: toGlobalId('Source:page') }), 'ref.id'],
    ['the id of a relation', entity({ id: toGlobalId('Relation:first') }), 'ref.id'],
    ['an id of no type', nodes([open, toGlobalId('Thing:open')]), 'ids[1]'],
    ['an id of a type alone', nodes([toGlobalId('Term:')]), 'ids[0]'],
    ['an id with padding', nodes([`${open}=`]), 'ids[0]'],
    ['an id with a bit too much', nodes([toGlobalId('Term:ope').replace(/.$/, '9')]), 'ids[0]'],
    ['the id of the store', nodes(['Term:open']), 'ids[0]'],
    ['an id too long', nodes([toGlobalId(`Term:${'x'.repeat(400)}`)]), 'ids[0]'],
    ['too many ids', nodes(Array.from({ length: 101 }, () => open)), 'ids'],
    ['a term slug too long', { query: `{ term(slug: "${long}") { id } }` }, 'slug'],
    ['a page too long', { query: '{ tools(first: 101) { nodes { id } } }' }, 'first'],
    [
      'a cursor of another order',
      {
        query: `query ($after: String) {
          models(after: $after, orderBy: { field: NAME, direction: DESC }) { nodes { id } } }`,
        variables: {
          after: Buffer.from(JSON.stringify([1, 'sort+', 'a', 'Model:a'])).toString('base64url'),
        },
      },
      'after',
    ],
  ])('%s is refused, and named', async (_what, operation, argument) => {
    const { result, statements } = await run(reader, operation);
    expect(result.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'BAD_USER_INPUT', argument, expected: expect.any(String) },
    ]);
    expect(Object.values(result.data ?? {})).toEqual([null]);
    expect(statements).toEqual([]);
  });

  it.each<[string, Operation]>([
    ['as many ids as may be', nodes(Array.from({ length: 100 }, () => open))],
    ['as long a text as may be', models({ text: 'x'.repeat(200) })],
    ['as many slugs as may be', models({ licenses: many.slice(1).map(() => 'mit') })],
    ['a slug with quotes', entity({ term: `"'\`; //` })],
    ['a slug of another script', entity({ term: 'עברית𝔘' })],
    ['the empty slug', entity({ term: '' })],
  ])('%s is taken', async (_what, operation) => {
    const { result } = await run(reader, operation);
    expect(result.errors).toBeUndefined();
  });

  it.each([
    ['no reference', {}],
    ['two references', { term: 'a', model: 'b' }],
    ['a null reference', { term: null }],
  ])('%s is refused before anything runs', async (_what, ref) => {
    const { result } = await run(reader, entity(ref));
    expect(result.data).toBeUndefined();
    expect(result.errors).toHaveLength(1);
  });

  it('with a default refuse null', async () => {
    const query =
      'query ($ranks: RankFilter!) { term(slug: "open") { claims(ranks: $ranks) { totalCount } } }';
    const { result } = await run(reader, { query, variables: { ranks: null } });
    expect(result.errors?.[0]?.message).toMatch(/must not be null|non-null/i);
  });

  it('of nested fields are refused at their place, and the rest is answered', async () => {
    const query = `{ term(slug: "open") {
      slug related(kinds: []) { totalCount } relations(types: []) { totalCount } } }`;
    const { result } = await run(reader, { query });
    expect(result.data).toEqual({ term: { slug: 'open', related: null, relations: null } });
    const refused = result.errors?.map(({ extensions }) => extensions.argument);
    expect(refused?.sort()).toEqual(['kinds', 'types']);
  });

  it('filter by slugs and by families', async () => {
    const found = async (filter: object) =>
      (await dataOf(reader, models(filter).query, { filter })).models;
    const early = { nodes: [{ slug: 'early' }] };
    expect(await found({ families: ['Old'] })).toEqual(early);
    expect(await found({ contextTokens: { min: 0 } })).not.toEqual({ nodes: [] });
    expect(await found({ licenses: ['mit'] })).not.toEqual({ nodes: [] });
  });

  it('with the same meaning give the same', async () => {
    const said = async (filter: object) =>
      JSON.stringify((await run(reader, models(filter))).result.data);
    const same = await said({ text: 'late' });
    expect(same).toContain('late');
    for (const text of ['LATE', ' late ', 'lâte', 'ＬＡＴＥ'])
      expect(await said({ text })).toBe(same);
    const one = await said({ licenses: ['mit', 'house', 'mit'] });
    expect(await said({ licenses: ['house', 'mit'] })).toBe(one);
  });
});
