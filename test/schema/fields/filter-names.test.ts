import { GraphQLInputObjectType, GraphQLScalarType, getNamedType, isListType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphReader } from '../../../src/loaders/graph-reader.ts';
import { buildSchema } from '../../../src/schema/schema.ts';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import { dataOf, run } from '../../support/execute.ts';
import { change, license, model, relation } from '../../support/records.ts';
import { seedReader } from '../licensing/served-seeds.ts';
import { coldReader } from '../support.ts';

type Filters = Readonly<Record<string, unknown>>;

const lists = { ModelFilter: 'models', LicenseFilter: 'licenses', TermFilter: 'terms' } as const;
type FilterType = keyof typeof lists;

/** The filter fields with a list of texts. Each names something in the graph. */
function namingFields(type: FilterType): readonly string[] {
  const input = buildSchema().getType(type);
  if (!(input instanceof GraphQLInputObjectType)) throw new Error(`${type} is no input`);
  return Object.values(input.getFields()).flatMap(({ name, type: of }) => {
    const named = getNamedType(of);
    const texts = named instanceof GraphQLScalarType && named.name === 'String';
    return isListType(of) && texts ? [name] : [];
  });
}

const naming = (Object.keys(lists) as FilterType[]).flatMap((type) =>
  namingFields(type).map((field) => ({ type, field })),
);

function operation(type: FilterType, filter: Filters) {
  const query = `query ($filter: ${type}) { ${lists[type]}(filter: $filter, first: 100) { nodes { slug } } }`;
  return { query, variables: { filter } };
}

describe('names in filters', () => {
  let reader: GraphReader;
  beforeAll(async () => {
    reader = await seedReader();
  });

  const unknownOf = async (type: FilterType, filter: Filters) => {
    const { result } = await run(reader, operation(type, filter));
    return result.errors?.map(({ message, extensions }) => ({
      message,
      ...(extensions as { readonly code?: unknown; readonly unknown?: unknown }),
    }));
  };

  it('exist', () => {
    expect(naming.map(({ type, field }) => `${type}.${field}`)).toEqual([
      'ModelFilter.developers',
      'ModelFilter.families',
      'ModelFilter.licenseClasses',
      'ModelFilter.licenses',
      'LicenseFilter.classes',
      'LicenseFilter.stewards',
    ]);
  });

  it.each(naming)('are refused in $type.$field if they were not found', async (of) => {
    for (const value of ['no-such-thing', '', 'עברית𝔘', `"'\`; //`, 'x'.repeat(200)]) {
      const [error, ...others] = (await unknownOf(of.type, { [of.field]: [value] })) ?? [];
      expect(others).toEqual([]);
      expect(error).toMatchObject({
        code: 'NOT_FOUND',
        argument: `filter.${of.field}.0`,
        unknown: [{ argument: `filter.${of.field}.0`, value }],
      });
      expect(error?.message).toContain(JSON.stringify(value));
    }
  });

  it('are all reported at once, with suggestions', async () => {
    const filter = {
      licenses: ['mit', 'apache', 'lama-4-community'],
      developers: ['Meta AI', 'meta'],
      families: ['Llama', 'llama'],
    };
    const [error] = (await unknownOf('ModelFilter', filter)) ?? [];
    expect(error?.unknown).toEqual([
      { argument: 'filter.developers.0', value: 'Meta AI', suggestions: ['meta'] },
      {
        argument: 'filter.licenses.1',
        value: 'apache',
        suggestions: expect.arrayContaining(['apache-2.0']),
      },
      {
        argument: 'filter.licenses.2',
        value: 'lama-4-community',
        suggestions: ['llama-4-community'],
      },
      { argument: 'filter.families.1', value: 'llama', suggestions: ['Llama'] },
    ]);
    expect(error?.message).toContain(
      'Argument "filter.developers.0": "Meta AI" was not found; did you mean "meta"?',
    );
  });

  it('may be SPDX ids of licenses, for the page, its total and its facets', async () => {
    const query = `query ($licenses: [String!], $first: Int) {
      models(filter: { licenses: $licenses }, first: $first) { totalCount nodes { slug }
        facets { families(limit: 3) { value count } licenses(limit: 3) { value count } } }
      modelsUsableFor(use: { activities: [RUN] }, filter: { licenses: $licenses }, first: $first) {
        totalCount nodes { slug } answerCounts { answer count } } }`;
    const ask = (...licenses: readonly string[]) => dataOf(reader, query, { licenses, first: 5 });
    const bySlug = await ask('mit', 'apache-2.0');
    expect(await ask('Apache-2.0', 'MIT')).toEqual(bySlug);
    expect(await ask('MIT', 'mit', 'apache-2.0')).toEqual(bySlug);
    expect(bySlug.models).toMatchObject({ totalCount: expect.any(Number) });
    expect(JSON.stringify(bySlug)).toContain('"answer":"ALLOWED"');
  });

  it('are also refused in questions about a use', async () => {
    const query = `{ modelsUsableFor(use: { activities: [RUN] }, filter: { licenses: ["apache"] }) {
      totalCount } }`;
    const { result } = await run(reader, { query });
    expect(result.errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });

  it('take no extra statement', async () => {
    const { statements } = await run(reader, operation('ModelFilter', { licenses: ['mit'] }));
    expect(statements).toHaveLength(1);
    const malformed = { query: operation('ModelFilter', {}).query.replace('100', '101') };
    const variables = { filter: { licenses: ['apache'] } };
    const refused = await run(reader, { ...malformed, variables });
    expect(refused.result.errors?.map(({ extensions }) => extensions.code)).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(refused.statements).toEqual([]);
  });

  it('may be former slugs, until another has the slug', async () => {
    const store = createEmbeddedStore({ file: ':memory:' });
    await store.open();
    const renamed = license('new', { name: 'New', formerSlugs: ['old'] });
    const one = model('one');
    const entities = [renamed, one];
    const relations = [relation(one, 'LICENSED_UNDER', renamed)];
    await store.write(change({ entities, relations }));
    const data = await dataOf(coldReader(store), operation('ModelFilter', {}).query, {
      filter: { licenses: ['old'] },
    });
    expect(data).toEqual({ models: { nodes: [{ slug: 'one' }] } });
    await store.close();
  });
});
