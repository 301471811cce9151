import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createGraphReader, type GraphReader } from '../../../src/loaders/graph-reader.ts';
import { entityKinds, kinds } from '../../../src/ontology/kinds.ts';
import { encodeCursor } from '../../../src/schema/fields/cursor.ts';
import { buildSchema } from '../../../src/schema/schema.ts';
import { dataOf, run } from '../../support/execute.ts';
import { seededStore } from '../../support/seeds.ts';
import { coldReader, smallStore } from '../support.ts';

/** The fields of a type that page neighbors, with default values for required arguments. */
function neighborFields(typeName: string): readonly string[] {
  const type = buildSchema().getType(typeName) as GraphQLObjectType;
  return Object.values(type.getFields())
    .filter((field) => {
      const named = getNamedType(field.type);
      return isObjectType(named) && named.name.endsWith('RelationConnection');
    })
    .map(({ name }) => name);
}

interface Listed {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly id: string };
    readonly relation: { readonly id: string };
    readonly relations: readonly { readonly id: string }[];
  }[];
}
type Owner = Readonly<Record<string, Listed>>;

describe('every connection over relations', () => {
  let reader: GraphReader;
  beforeAll(async () => {
    const store = await seededStore();
    reader = createGraphReader(store, { revisionCheckMs: null, cacheRows: 100_000 });
  });

  it.each(entityKinds.map((kind) => kinds[kind].typeName))(
    'has each neighbor of a %s once, and counts neighbors',
    async (typeName) => {
      const fields = neighborFields(typeName);
      expect(fields).toContain('related');
      const list = `${typeName.charAt(0).toLowerCase()}${typeName.slice(1)}s`;
      const body = fields.map(
        (field) => `${field}(first: 100) { totalCount pageInfo { hasNextPage }
          edges { cursor node { id } relation { id } relations { id } } }`,
      );
      const data = await dataOf(reader, `{ ${list}(first: 100) { nodes { ${body.join(' ')} } } }`);
      const { nodes } = data[list] as { readonly nodes: readonly Owner[] };
      expect(nodes.length).toBeGreaterThan(0);
      for (const { totalCount, pageInfo, edges } of nodes.flatMap(Object.values) as Listed[]) {
        expect(new Set(edges.map(({ node }) => node.id)).size).toBe(edges.length);
        expect(new Set(edges.map(({ cursor }) => cursor)).size).toBe(edges.length);
        if (!pageInfo.hasNextPage) expect(totalCount).toBe(edges.length);
        for (const { relation, relations } of edges) expect(relations[0]).toEqual(relation);
      }
    },
  );
});

describe('what connects two entities', () => {
  const model = (body: string) => `{ model(slug: "early") { ${body} } }`;

  it('depends on the arguments: an artifact, a day, ranks, types', async () => {
    const reader = coldReader(await smallStore());
    const edges = 'totalCount edges { node { slug } relation { artifact } relations { artifact } }';
    const data = await dataOf(
      reader,
      model(`
        today: licenses { ${edges} }
        code: licenses(artifact: INFERENCE_CODE) { ${edges} }
        before: licenses(on: "2024-07-01", ranks: ALL) { ${edges} }
        types: relations(types: [RELATED_TO, EXEMPLIFIES]) { totalCount edges { relations { type } } }
        one: relations(types: [RELATED_TO]) { totalCount edges { relations { type } } }
      `),
    );
    const [weights, code] = [{ artifact: 'WEIGHTS' }, { artifact: 'INFERENCE_CODE' }];
    const mit = { slug: 'mit' };
    expect(data.model).toEqual({
      today: {
        totalCount: 1,
        edges: [{ node: mit, relation: weights, relations: [weights, code] }],
      },
      code: { totalCount: 1, edges: [{ node: mit, relation: code, relations: [code] }] },
      // The mistaken relation has no end. The best relation comes first.
      before: {
        totalCount: 2,
        edges: [
          { node: { slug: 'house' }, relation: weights, relations: [weights, weights] },
          { node: mit, relation: code, relations: [code] },
        ],
      },
      types: {
        totalCount: 1,
        edges: [{ relations: [{ type: 'EXEMPLIFIES' }, { type: 'RELATED_TO' }] }],
      },
      one: { totalCount: 1, edges: [{ relations: [{ type: 'RELATED_TO' }] }] },
    });
  });

  it.each([
    ['nothing', '{ nodes { slug } }'],
    ['the best', '{ edges { relation { id } } }'],
    ['all', '{ edges { relations { id } } }'],
    ['both, under other names', '{ edges { best: relation { id } all: relations { id } } }'],
    [
      'all, in fragments',
      '{ ...A ...B } fragment A on LicenseRelationConnection { edges { cursor } }',
    ],
  ])('comes with the one statement of the page, asked for %s', async (_, selection) => {
    const reader = coldReader(await smallStore());
    const [own, ...fragments] = selection.split(' fragment ');
    const more = fragments.map((text) => `fragment ${text}`);
    if (own?.includes('...B')) {
      more.push(
        'fragment B on LicenseRelationConnection { edges { relations { id source { title } } } }',
      );
    }
    const query = `${model(`licenses ${own}`)} ${more.join(' ')}`;
    const { result, statements } = await run(reader, { query });
    expect(result.errors).toBeUndefined();
    expect(statements.filter((name) => name !== 'sources')).toEqual(['locate']);
  });

  it('is cached apart from a page without it', async () => {
    const store = await smallStore();
    const reader = createGraphReader(store, { revisionCheckMs: null, cacheRows: 1000 });
    const bare = await dataOf(reader, model('licenses { edges { node { slug } } }'));
    const whole = await dataOf(
      reader,
      model('licenses { edges { node { slug } relations { id } } }'),
    );
    const again = await dataOf(reader, model('licenses { edges { node { slug } } }'));
    expect(again).toEqual(bare);
    expect(whole.model).toEqual({
      licenses: {
        edges: [
          {
            node: { slug: 'mit' },
            relations: [{ id: expect.any(String) }, { id: expect.any(String) }],
          },
        ],
      },
    });
  });

  it('is not named by cursors: old cursors of relations are refused', async () => {
    const reader = coldReader(await smallStore());
    const order = { name: 'sort+', type: 'string', ids: 'Relation' } as const;
    const after = encodeCursor(order, { value: 'mit', id: 'Relation:third' });
    const query = model(`licenses(after: "${after}") { nodes { slug } }`);
    const { result } = await run(reader, { query });
    expect(result.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'after',
    });
  });
});
