import { beforeAll, describe, expect, it } from 'vitest';
import { loadStream } from '../../../src/exchange/load/load.ts';
import { classifyModels } from '../../../src/loaders/classify-models.ts';
import { createGraphReader, type GraphReader } from '../../../src/loaders/graph-reader.ts';
import type { ClauseRecord } from '../../../src/ontology/clause.ts';
import { entityId } from '../../../src/ontology/ids.ts';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import { dataOf, executeWith, run } from '../../support/execute.ts';
import { hubNames, hubStream } from '../../support/hub-stream.ts';
import { change, license, model, relation } from '../../support/records.ts';
import { startup } from '../../support/startup.ts';

const grant: ClauseRecord = {
  ...{ id: 'Clause:free/grant', key: 'grant', effect: 'PERMITS', duty: null },
  ...{ activities: ['RUN'], appliesWhen: [], exceptWhen: [], bindsDerivatives: [] },
  ...{ text: 'You may run it.', section: null, documentIndex: null, evidence: 'PUBLISHER' },
  ...{ sourceId: null, activitiesVersion: 1, asOf: null },
};
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

  it('have no model that was written after its request found the classes', async () => {
    const store = createEmbeddedStore({ file: ':memory:' });
    await store.open();
    const free = { ...license('free'), clauses: [grant], clausesComplete: true };
    const [first, later] = [model('first'), model('later')];
    const relations = [relation(first, 'LICENSED_UNDER', free, { evidence: 'PUBLISHER' })];
    await store.write(change({ entities: [free, first], relations }));
    await classifyModels(store);
    const underway = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 1000 });
    const query = `query ($first: Int!) {
      modelsUsableFor(use: { activities: [RUN] }, first: $first) { nodes { slug } totalCount } }`;
    await dataOf(underway, query, { first: 1 });
    const loaders = await underway.forRequest({});
    await store.write(change({ entities: [later] }));
    expect(await executeWith(loaders, store, { query, variables: { first: 2 } })).toEqual({
      data: { modelsUsableFor: { nodes: [{ slug: 'first' }], totalCount: 1 } },
    });
  });
});
