import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyModels } from '../../../src/loaders/classify-models.ts';
import { createGraphReader, type GraphReader } from '../../../src/loaders/graph-reader.ts';
import { allDerivations, type ClauseRecord } from '../../../src/ontology/clause.ts';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { dataOf } from '../../support/execute.ts';
import { change, license, model, relation } from '../../support/records.ts';

const grant: ClauseRecord = {
  ...{ id: 'Clause:l/grant', key: 'grant', effect: 'PERMITS', duty: null, activities: ['RUN'] },
  ...{ appliesWhen: [], exceptWhen: [], bindsDerivatives: [], text: 'You may.', section: null },
  ...{ documentIndex: null, evidence: 'PUBLISHER', sourceId: null, activitiesVersion: 1 },
  asOf: null,
};
const ban: ClauseRecord = {
  ...{ ...grant, id: 'Clause:l/ban', key: 'ban', effect: 'FORBIDS', text: 'You may not.' },
  bindsDerivatives: [...allDerivations],
};
/** What a license says. Each changes the classes of its models. */
const texts = [
  { clauses: [grant], clausesComplete: true },
  { clauses: [grant, ban], clausesComplete: true },
  { clauses: [ban], clausesComplete: false },
  {},
];
const licenses = ['one', 'two'].map((slug) => license(slug, texts[0] ?? {}));
const stated = { evidence: 'PUBLISHER' } as const;
const named = (n: number) => model(`m${n}`);

async function opened(file: string, mostReopened: number): Promise<GraphStore> {
  const store = createEmbeddedStore({ file, mostReopened });
  await store.open();
  return store;
}

interface Answers {
  readonly nodes: readonly { readonly slug: string }[];
  readonly totalCount: number;
}

/** Compares what is said of all models with the verdicts of single ones. */
async function expectRightAnswers(reader: GraphReader): Promise<void> {
  const use = 'use: { activities: [RUN] }';
  const { models, ...found } = await dataOf(
    reader,
    `{ models(first: 100) { nodes { slug useVerdict(${use}) { answer } } }
       ALLOWED: modelsUsableFor(${use}, answers: [ALLOWED], first: 100) { nodes { slug } totalCount }
       NOT_ALLOWED: modelsUsableFor(${use}, answers: [NOT_ALLOWED], first: 100) { nodes { slug } totalCount }
       UNKNOWN: modelsUsableFor(${use}, answers: [UNKNOWN], first: 100) { nodes { slug } totalCount } }`,
  );
  const { nodes } = models as {
    readonly nodes: readonly { readonly slug: string; readonly useVerdict: { answer: string } }[];
  };
  for (const [answer, said] of Object.entries(found)) {
    const right = nodes.filter(({ useVerdict }) => useVerdict.answer === answer);
    const { nodes: listed, totalCount } = said as Answers;
    expect(listed).toEqual(right.map(({ slug }) => ({ slug })));
    expect(totalCount).toBe(right.length);
  }
}

describe('classes that a write made old', () => {
  const bases = 20;
  const models = Array.from({ length: 3 * bases }, (_, n) => named(n));
  const [one, two] = licenses;
  if (one === undefined || two === undefined) throw new Error('expected two licenses');
  const world = {
    entities: [...licenses, ...models],
    relations: models.map((each, n) => {
      const base = models[n - bases];
      if (n < bases) return relation(each, 'LICENSED_UNDER', one, stated);
      if (n >= 2 * bases || base === undefined) {
        return relation(each, 'LICENSED_UNDER', two, stated);
      }
      return relation(each, 'DERIVED_FROM', base, { ...stated, method: 'FINETUNE' });
    }),
  };

  it('are removed in portions if they are many, and none counts until all are gone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'glossgraph-'));
    let store = await opened(join(folder, 'graph.db'), bases);
    try {
      await store.write(change(world));
      expect(await classifyModels(store)).toBe(models.length);
      await store.write(change({ entities: [license('one', texts[1])] }));
      expect(await store.classes.open(100)).toEqual([]);
      // What is left to do is in the file.
      await store.close();
      store = await opened(join(folder, 'graph.db'), bases);
      const reader = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 1000 });
      let before = 0;
      for (let more = true; more; more = (await store.classes.reopen?.(5)) ?? false) {
        await expectRightAnswers(reader);
        const { length } = await store.classes.open(100);
        expect(length - before).toBeLessThanOrEqual(5);
        before = length;
        if (more) expect(await store.classes.assign(new Map(), 2)).toBe(false);
      }
      // Those under the license, and those that were derived from them.
      expect([...(await store.classes.open(100))].sort()).toEqual(
        models
          .slice(0, 2 * bases)
          .map(({ id }) => id)
          .sort(),
      );
      await expectRightAnswers(reader);
      expect(await classifyModels(store)).toBe(2 * bases);
      await expectRightAnswers(reader);
    } finally {
      await store.close();
      await rm(folder, { recursive: true });
    }
  });

  type Step =
    | { readonly does: 'write'; readonly license: number; readonly text: number }
    | { readonly does: 'link'; readonly from: number; readonly to: number }
    | { readonly does: 'remove'; readonly n: number }
    | { readonly does: 'reopen'; readonly times: number }
    | { readonly does: 'classify' };
  const aStep: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constant('write'),
        license: fc.nat({ max: 1 }),
        text: fc.nat({ max: 3 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constant('link'),
        from: fc.nat({ max: 9 }),
        to: fc.nat({ max: 9 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('remove'), n: fc.nat({ max: 9 }) }) },
    { weight: 4, arbitrary: fc.record({ does: fc.constant('reopen'), times: fc.nat({ max: 8 }) }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('classify') }) },
  ) as fc.Arbitrary<Step>;

  it('give no wrong answer, whatever is written meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 11 }), { minLength: 10, maxLength: 10 }),
        fc.array(aStep, { minLength: 3, maxLength: 10 }),
        async (ends, steps) => {
          const store = await opened(':memory:', 0);
          const few = ends.map((_, n) => named(n));
          const relations = ends.map((end, n) => {
            const [from, to] = [named(n), licenses[end]];
            return to === undefined
              ? relation(from, 'DERIVED_FROM', named(Math.min(end - 2, n)), stated)
              : relation(from, 'LICENSED_UNDER', to, stated);
          });
          const isLoop = (each: (typeof relations)[number]) => each.fromId === each.toId;
          const there = new Set(few.map(({ id }) => id));
          await store.write(
            change({
              entities: [...licenses, ...few],
              relations: relations.filter((each) => !isLoop(each)),
            }),
          );
          await classifyModels(store);
          const reader = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 1000 });
          for (const step of steps) {
            if (step.does === 'write') {
              const slug = step.license === 0 ? 'one' : 'two';
              await store.write(change({ entities: [license(slug, texts[step.text])] }));
            } else if (step.does === 'link') {
              const [from, to] = [named(step.from), named(step.to)];
              if (from.id === to.id || !there.has(from.id) || !there.has(to.id)) continue;
              await store.write(
                change({ relations: [relation(from, 'DERIVED_FROM', to, stated)] }),
              );
            } else if (step.does === 'remove') {
              if (!there.delete(named(step.n).id)) continue;
              await store.write(change({ remove: { entities: [named(step.n).id] } }));
            } else if (step.does === 'reopen') {
              for (let time = 0; time < step.times; time += 1) await store.classes.reopen?.(1);
            } else await classifyModels(store);
            await expectRightAnswers(reader);
          }
          await store.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});
