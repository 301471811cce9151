import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../../src/base/turns.ts';
import { classifyModels } from '../../src/loaders/classify-models.ts';
import { createGraphReader } from '../../src/loaders/graph-reader.ts';
import type { ClauseRecord } from '../../src/ontology/clause.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { run } from '../support/execute.ts';
import { change, license, model, relation } from '../support/records.ts';

const grant: ClauseRecord = {
  ...{ id: 'Clause:mit/grant', key: 'grant', effect: 'PERMITS', duty: null },
  activities: ['RUN', 'FINE_TUNE'],
  ...{ appliesWhen: [], exceptWhen: [], bindsDerivatives: [], text: 'Anybody may run it.' },
  ...{
    section: null,
    documentIndex: null,
    evidence: 'PUBLISHER',
    sourceId: null,
    activitiesVersion: 1,
    asOf: null,
  },
};
const mit = license('mit', {
  name: 'MIT',
  osiApproved: true,
  clauses: [grant],
  clausesComplete: true,
});

/**
 * Lineages with some levels each: "m0-0" was made from "m0-1", and so on. With `circle`, the last
 * was made from the first.
 */
async function lineages(count: number, levels: number, circle = false) {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  const rows = Array.from({ length: count }, (_, row) =>
    Array.from({ length: levels }, (_, level) => model(`m${row}-${level}`)),
  );
  const relations = rows.flatMap((row) =>
    row.flatMap((one, level) => {
      const parent = row[level + 1] ?? (circle ? row[0] : undefined);
      const licensed = relation(one, 'LICENSED_UNDER', mit, { evidence: 'PUBLISHER' });
      if (parent === undefined) return [licensed];
      return [licensed, relation(one, 'DERIVED_FROM', parent, { method: 'FINETUNE' })];
    }),
  );
  await store.write(change({ entities: [mit, ...rows.flat()], relations }));
  return createGraphReader(store, { revisionCheckMs: null, cacheRows: 1 });
}

const query = `{ models(first: 100, filter: { text: "-0" }) { nodes {
  slug useVerdict(use: { activities: [RUN] }) { answer assumptions } } } }`;

describe('lineages', () => {
  it.each([1, 2, 6])('of %i levels take a statement each, however many models', async (levels) => {
    for (const count of [1, 90]) {
      const { result, statements } = await run(await lineages(count, levels), { query });
      expect(result.errors).toBeUndefined();
      // One statement for the list, one for each level, and one for the licenses.
      expect(statements.length).toBe(levels + 2);
    }
  });

  it('in a circle end, and say so', async () => {
    const { result } = await run(await lineages(1, 3, true), { query });
    expect(JSON.stringify(result.data)).toContain('runs in a circle');
  });

  it('in a circle or with a gap say so beside the licenses, too', async () => {
    const asked =
      '{ model(slug: "m0-0") { effectiveLicenseNotes effectiveLicenses { artifact } } }';
    const { result } = await run(await lineages(1, 3, true), { query: asked });
    expect(result).toMatchObject({
      data: {
        model: {
          effectiveLicenseNotes: expect.arrayContaining([
            'The lineage runs in a circle, not followed: m0-0 ← m0-1 ← m0-2 ← m0-0.',
          ]),
        },
      },
    });
  });

  it('that are too long leave their own models open, and no others', async () => {
    const reader = await lineages(1, 50);
    const verdictOf = `useVerdict(use: { activities: [RUN] }) { answer missing reasons { effect explanation } }`;
    const { result } = await run(reader, {
      query: `{ far: model(slug: "m0-0") { ${verdictOf} effectiveLicenseNotes
          openness(definition: OSI_APPROVED_LICENSE) { verdict } }
        near: model(slug: "m0-20") { ${verdictOf} }
        modelsUsableFor(use: { activities: [RUN] }, first: 100) { totalCount }
        others: modelsUsableFor(use: { activities: [RUN] }, answers: [UNKNOWN]) { totalCount } }`,
    });
    expect(result.errors).toBeUndefined();
    const reason =
      'What it was made from has more than 40 levels or 2000 models, and was not followed.';
    expect(result.data).toMatchObject({
      far: {
        useVerdict: {
          answer: 'UNKNOWN',
          missing: ['LINEAGE'],
          reasons: expect.arrayContaining([{ effect: 'UNKNOWN', explanation: reason }]),
        },
        effectiveLicenseNotes: expect.arrayContaining([reason]),
        openness: [{ verdict: 'UNKNOWN' }],
      },
      near: { useVerdict: { answer: 'ALLOWED', missing: [] } },
      modelsUsableFor: { totalCount: 40 },
      others: { totalCount: 10 },
    });
  });

  it('of a model with too many licenses leave it open', async () => {
    const store = createEmbeddedStore({ file: ':memory:' });
    await store.open();
    const many = Array.from({ length: 201 }, (_, index) => license(`l${index}`));
    const [wide, child] = [model('wide'), model('child')];
    await store.write(
      change({
        entities: [wide, child, mit, ...many],
        relations: [
          ...many.map((each) => relation(wide, 'LICENSED_UNDER', each)),
          relation(child, 'LICENSED_UNDER', mit, { evidence: 'PUBLISHER' }),
          relation(child, 'DERIVED_FROM', wide, { method: 'FINETUNE' }),
        ],
      }),
    );
    const reader = createGraphReader(store, { revisionCheckMs: null, cacheRows: 1 });
    const asked =
      '{ models { nodes { slug useVerdict(use: { activities: [RUN] }) { answer reasons { explanation } } } } }';
    const { result } = await run(reader, { query: asked });
    const reason = 'wide has more than 200 relations of one type, which were not followed.';
    expect(result).toMatchObject({
      data: {
        models: {
          nodes: ['child', 'wide'].map((slug) => ({
            slug,
            useVerdict: {
              answer: 'UNKNOWN',
              reasons: expect.arrayContaining([{ explanation: reason }]),
            },
          })),
        },
      },
    });
  });

  it.each([
    ['none', 1000],
    ['too many', 1001],
  ])(
    'of many models leave others their turn where %s lack a class beyond the bound',
    async (_, count) => {
      const reader = await lineages(count, 1);
      let pauses = 0;
      const turn: Turn = {
        pause() {
          pauses += 1;
          return setImmediate();
        },
      };
      const judging = (asked: string) => {
        const query = `{ modelsUsableFor(use: { activities: [RUN] }, answers: [NOT_ALLOWED]) { ${asked} } }`;
        return run(reader, { query }, undefined, turn);
      };
      const { result, statements } = await judging('totalCount');
      expect(result.data).toEqual({ modelsUsableFor: { totalCount: 0 } });
      // Before every hundred models.
      expect(pauses).toBeGreaterThanOrEqual(10);
      // Models and licenses are read once for page and total; the page reads its list besides.
      const both = await judging('nodes { slug } totalCount');
      expect(both.result.errors).toBeUndefined();
      expect(both.statements.length).toBeLessThanOrEqual(2 * statements.length);
      // Once they have classes it takes the classes and their license, whatever their number.
      expect(await classifyModels(reader.store)).toBe(count);
      const classed = await judging('nodes { slug } totalCount');
      expect(classed.result).toEqual({
        data: { modelsUsableFor: { nodes: [], totalCount: 0 } },
      });
      const reads = classed.statements.flatMap((name) => name.split('+')).sort();
      expect(reads).toEqual(['classContents', 'entities', 'useClasses', 'useClasses']);
      // A process reads the content of a class once.
      const again = (await judging('totalCount')).statements.flatMap((name) => name.split('+'));
      expect(again.sort()).toEqual(['entities', 'useClasses', 'useClasses']);
    },
  );

  it('are reused for an equal use, and another use is judged separately', async () => {
    const { store } = await lineages(20, 2);
    const reader = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 100_000 });
    const ask = async (use: string, name: string) => {
      const document = `query ${name} { models(first: 20) { nodes { useVerdict(use: ${use}) { answer } } } }`;
      const { result } = await run(reader, { query: document });
      return { result, rows: reader.statistics().rows };
    };
    const first = await ask('{ activities: [RUN, FINE_TUNE], markets: ["DE", "fr"] }', 'One');
    const again = await ask('{ markets: ["FR", "DE"], activities: [FINE_TUNE, RUN] }', 'Two');
    expect(again).toEqual(first);
    const other = await ask('{ activities: [SELL_OUTPUTS], markets: ["DE", "FR"] }', 'Three');
    expect(other.rows).toBeGreaterThan(first.rows);
    expect(other.result).not.toEqual(first.result);
  });

  it('are loaded once as long as the graph does not change', async () => {
    const store = (await lineages(90, 3)).store;
    const reader = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 100_000 });
    const first = await run(reader, { query });
    const again = await run(reader, { query });
    expect(again.statements).toEqual([]);
    expect(again.result).toEqual(first.result);
    const ban: ClauseRecord = { ...grant, id: 'Clause:harsh/ban', key: 'ban', effect: 'FORBIDS' };
    const harsh = license('harsh', { name: 'Harsh', clauses: [ban], clausesComplete: true });
    const bound = relation(model('m0-0'), 'LICENSED_UNDER', harsh, { evidence: 'PUBLISHER' });
    await store.write(change({ entities: [harsh], relations: [bound] }));
    const changed = await run(reader, { query });
    expect(JSON.stringify(first.result)).not.toContain('UNKNOWN');
    expect(JSON.stringify(changed.result)).toContain('UNKNOWN');
  });
});
