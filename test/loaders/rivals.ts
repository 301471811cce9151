import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../src/base/compare-text.ts';
import { classifyModels } from '../../src/loaders/classify-models.ts';
import { createGraphReader, type GraphReader } from '../../src/loaders/graph-reader.ts';
import { allDerivations, type ClauseRecord, emptyCondition } from '../../src/ontology/clause.ts';
import { toGlobalId } from '../../src/ontology/ids.ts';
import type { StoreUnderTest } from '../contract/stores.ts';
import { dataOf } from '../support/execute.ts';
import { change, license, model, organization, relation } from '../support/records.ts';

const always: ClauseRecord = {
  ...{ id: 'Clause:guarded/grant', key: 'grant', effect: 'PERMITS', duty: null },
  ...{ activities: ['RUN'], appliesWhen: [], exceptWhen: [], bindsDerivatives: [] },
  ...{ text: 'You may run it.', section: null, documentIndex: null, evidence: 'PUBLISHER' },
  ...{ sourceId: null, activitiesVersion: 1, asOf: null },
};
const ban: ClauseRecord = {
  ...always,
  ...{ id: 'Clause:guarded/ban', key: 'ban', effect: 'FORBIDS', text: 'No rivals.' },
  appliesWhen: [{ ...emptyCondition, competesWithLicensor: true }],
  bindsDerivatives: [...allDerivations],
};
const licenses = [
  license('guarded', { clauses: [always, ban], clausesComplete: true }),
  license('free', { clauses: [always], clausesComplete: true }),
];
/** The same license with other answers. Its models keep their classes. */
const lenient = license('guarded', {
  clauses: [always, { ...ban, effect: 'PERMITS' }],
  clausesComplete: true,
});
const makers = ['a', 'b', 'c'].map((slug) => organization(slug));
const families = ['Old', 'New'] as const;

interface Plan {
  readonly makers: readonly number[];
  readonly isGuarded: boolean;
  readonly parents: readonly number[];
  readonly isOld: boolean;
}

const plans: fc.Arbitrary<readonly Plan[]> = fc.array(
  fc.record({
    makers: fc.subarray([0, 1, 2]),
    isGuarded: fc.boolean(),
    parents: fc.uniqueArray(fc.nat({ max: 7 }), { maxLength: 2 }),
    isOld: fc.boolean(),
  }),
  { minLength: 4, maxLength: 8 },
);

function written(given: readonly Plan[]) {
  const models = given.map(({ isOld }, at) =>
    // The first is of the family that the filter names.
    model(`m${at}`, { familyName: families[Number(isOld || at === 0)] ?? null }),
  );
  const evidence = { evidence: 'PUBLISHER' } as const;
  const relations = given.flatMap((plan, at) => {
    const one = models[at];
    const under = licenses[plan.isGuarded ? 0 : 1];
    if (one === undefined || under === undefined) return [];
    return [
      relation(one, 'LICENSED_UNDER', under, evidence),
      ...plan.makers.flatMap((each) => {
        const maker = makers[each];
        return maker === undefined ? [] : [relation(one, 'DEVELOPED_BY', maker)];
      }),
      ...plan.parents.flatMap((each) => {
        const parent = models[each];
        if (parent === undefined || each >= at) return [];
        return [relation(one, 'DERIVED_FROM', parent, { ...evidence, method: 'FINETUNE' })];
      }),
    ];
  });
  return { entities: [...licenses, ...makers, ...models], relations };
}

const uses = [undefined, [], ['a'], ['b', 'c'], ['none']].map((slugs) => ({
  activities: ['RUN'],
  commercial: true,
  competesWith: slugs?.map((slug) => toGlobalId(`Organization:${slug}`)),
}));
const answers = ['ALLOWED', 'ALLOWED_WITH_DUTIES', 'UNKNOWN', 'ASK_LICENSOR', 'NOT_ALLOWED'];

interface Verdict {
  readonly slug: string;
  readonly useVerdict: { readonly answer: string; readonly missing: readonly string[] };
}

interface FactCount {
  readonly fact: string;
  readonly count: number;
}

function byFact(one: FactCount, other: FactCount): number {
  return compareText(one.fact, other.fact);
}

async function expectAnswersOfModels(reader: GraphReader, filter: object): Promise<void> {
  for (const use of uses) {
    const { models } = await dataOf(
      reader,
      `query ($use: UseInput!, $filter: ModelFilter) { models(first: 100, filter: $filter) {
        nodes { slug useVerdict(use: $use) { answer missing } } } }`,
      { use, filter },
    );
    const { nodes } = models as { nodes: readonly Verdict[] };
    for (const answer of answers) {
      const found = await dataOf(
        reader,
        `query ($use: UseInput!, $filter: ModelFilter, $answers: [UseAnswer!]!) {
          modelsUsableFor(use: $use, filter: $filter, answers: $answers, first: 100) {
            totalCount nodes { slug } answerCounts { answer count } missingFacts { fact count } } }`,
        { use, filter, answers: [answer] },
      );
      const of = (wanted: string) => nodes.filter((each) => each.useVerdict.answer === wanted);
      const missing = nodes.flatMap(({ useVerdict }) => useVerdict.missing);
      const list = found.modelsUsableFor as { readonly missingFacts: readonly FactCount[] };
      expect({ ...list, missingFacts: list.missingFacts.toSorted(byFact) }).toEqual({
        totalCount: of(answer).length,
        nodes: of(answer).map(({ slug }) => ({ slug })),
        answerCounts: answers.map((each) => ({ answer: each, count: of(each).length })),
        missingFacts: [...new Set(missing)]
          .map((fact) => ({ fact, count: missing.filter((each) => each === fact).length }))
          .sort(byFact),
      });
    }
  }
}

/** Models by makers that the user competes with, found by their classes. */
export function rivalsSuite(stores: StoreUnderTest): void {
  describe('models for a use that names rivals', () => {
    it('have the answers of single models, by their own makers and those of their bases', async () => {
      await fc.assert(
        fc.asyncProperty(plans, plans, async (before, after) => {
          const store = await stores.empty();
          await store.write(change(written(before)));
          await classifyModels(store);
          const reader = createGraphReader(store, { revisionCheckMs: null, cacheRows: 1000 });
          await expectAnswersOfModels(reader, {});
          await expectAnswersOfModels(reader, { families: ['New'] });
          await store.write(change(written(after)));
          await classifyModels(store);
          // Nothing that the reader kept of classes is old.
          await expectAnswersOfModels(reader, {});
          await store.write(change({ entities: [lenient] }));
          await expectAnswersOfModels(reader, {});
          await classifyModels(store);
          await expectAnswersOfModels(reader, {});
        }),
        { numRuns: Math.ceil(stores.effort.worlds / 6) },
      );
    });
  });
}
