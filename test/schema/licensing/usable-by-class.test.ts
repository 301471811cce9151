import { beforeAll, describe, expect, it } from 'vitest';
import { loadStream } from '../../../src/exchange/load/load.ts';
import { createGraphReader, type GraphReader } from '../../../src/loaders/graph-reader.ts';
import { entityId } from '../../../src/ontology/ids.ts';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import { dataOf, run } from '../../support/execute.ts';
import { hubNames, hubStream } from '../../support/hub-stream.ts';
import { change, license, model, relation } from '../../support/records.ts';
import { startup } from '../../support/startup.ts';

const size = 250;
let reader: GraphReader;
/** Models without a class, as a write leaves them. */
const open = Array.from({ length: 5 }, (_, at) => model(`open-${at}`));

beforeAll(async () => {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  await loadStream(store, hubStream(size), { dataset: 'hub' });
  const common = { ...license('common'), id: entityId('LICENSE', hubNames.license(0)) };
  const relations = open.map((each) => relation(each, 'LICENSED_UNDER', common));
  await store.write(change({ entities: open, relations }));
  reader = createGraphReader(store, { revisionCheckMs: null, cacheRows: 1 });
});

const usable = `query ($use: UseInput!, $answers: [UseAnswer!]!, $after: String) {
  modelsUsableFor(use: $use, answers: $answers, first: 40, after: $after) {
    nodes { slug } pageInfo { hasNextPage endCursor } } }`;
const verdicts = `query ($use: UseInput!, $after: String) { models(first: 100, after: $after) {
  nodes { slug useVerdict(use: $use) { answer } } pageInfo { hasNextPage endCursor } } }`;

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** An organization by the id that the schema gives it. */
async function rival() {
  const query = `query ($slug: String!) { entity(ref: { organization: $slug }) { id } }`;
  const { entity } = await dataOf(reader, query, { slug: hubNames.organization(0) });
  return { competesWith: [(entity as { readonly id: string }).id] };
}

async function allOf<Node>(query: string, field: string, variables: object): Promise<Node[]> {
  const all: Node[] = [];
  for (let after: string | null = null; ; ) {
    const page = (await dataOf(reader, query, { ...variables, after }))[field] as Page<Node>;
    all.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return all;
    after = page.pageInfo.endCursor;
  }
}

describe('pages of models by the answers of their classes', () => {
  it.each([
    ['today', {}],
    ['before many were released', { obtainedOn: '2024-06-01' }],
    ['of a rival', { competesWith: 'one' }],
    ['of the code, and of a rival', { competesWith: 'one', artifact: 'INFERENCE_CODE' }],
  ])('have the models with such a verdict: %s', async (_, given) => {
    const use = { ...startup, ...given, ...('competesWith' in given ? await rival() : {}) };
    const judged = await allOf<{ slug: string; useVerdict: { answer: string } }>(
      ...[verdicts, 'models', { use }],
    );
    expect(judged).toHaveLength(size + open.length);
    let found = 0;
    for (const answers of [['ALLOWED', 'ALLOWED_WITH_DUTIES'], ['NOT_ALLOWED'], ['UNKNOWN']]) {
      const expected = judged
        .filter(({ useVerdict }) => answers.includes(useVerdict.answer))
        .map(({ slug }) => slug);
      const listed = await allOf<{ slug: string }>(usable, 'modelsUsableFor', { use, answers });
      expect(listed.map(({ slug }) => slug)).toEqual(expected);
      found += expected.length;
    }
    expect(found).toBeGreaterThan(size / 2);
  });

  it('read no lineages, however many models a page has', async () => {
    const query = `query ($use: UseInput!, $first: Int!) {
      modelsUsableFor(use: $use, first: $first, filter: { text: "org" }) { nodes { slug } } }`;
    for (const first of [1, 20]) {
      const { result, statements } = await run(reader, {
        ...{ query, variables: { use: startup, first } },
      });
      const { modelsUsableFor } = result.data as { modelsUsableFor: { nodes: readonly object[] } };
      expect(modelsUsableFor.nodes).toHaveLength(first);
      // The classes, their licenses, the list, and what is shown of its models.
      expect(statements).toEqual(['useClasses', 'entities', 'list:MODEL', 'entities']);
    }
  });
});
