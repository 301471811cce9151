import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createGraphReader } from '../../src/loaders/graph-reader.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { dataOf, run } from '../support/execute.ts';
import { change, model, relation, term } from '../support/records.ts';
import { coldReader } from './support.ts';

/** A base with many derivatives. The base itself was made from another model. */
async function readerOfDerivatives(count: number) {
  const [root, base] = [model('root'), model('base')];
  const derived = Array.from({ length: count }, (_, index) => model(`derived-${index}`));
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  await store.write(
    change({
      entities: [root, base, ...derived],
      relations: [
        relation(base, 'DERIVED_FROM', root, { method: 'FINETUNE' }),
        ...derived.map((one) => relation(one, 'DERIVED_FROM', base, { method: 'FINETUNE' })),
      ],
    }),
  );
  return coldReader(store);
}

const lineage = `query ($depth: Int!) {
  model(slug: "root") { lineage(direction: DESCENDANTS, depth: $depth) { depth } } }`;

describe('steps from an entity', () => {
  it('are all listed up to the bound', async () => {
    const reader = await readerOfDerivatives(999);
    const { model: root } = (await dataOf(reader, lineage, { depth: 2 })) as {
      model: { lineage: readonly unknown[] };
    };
    expect(root.lineage).toHaveLength(1000);
  });

  it('are refused beyond it, with advice', async () => {
    const reader = await readerOfDerivatives(1000);
    const { result } = await run(reader, { query: lineage, variables: { depth: 2 } });
    expect(result.data).toEqual({ model: { lineage: null } });
    expect(result.errors?.map(({ message, extensions }) => [message, extensions])).toEqual([
      [
        'There are more than 1000 derivations. Ask for a smaller depth.',
        { code: 'WORK_LIMIT', bound: 'maxSteps' },
      ],
    ]);
    expect(await dataOf(reader, lineage, { depth: 1 })).toEqual({
      model: { lineage: [{ depth: 1 }] },
    });
  });

  it('are refused where one hub of a level is known to be one, and no error is left over', async () => {
    const [root, ...hubs] = [model('root'), model('hub-1'), model('hub-2')];
    const derived = Array.from({ length: 1001 }, (_, index) => model(`derived-${index}`));
    const method = { method: 'FINETUNE' } as const;
    const relations = hubs.flatMap((hub) => [
      relation(hub, 'DERIVED_FROM', root, method),
      ...derived.map((one) => relation(one, 'DERIVED_FROM', hub, method)),
    ]);
    const store = createEmbeddedStore({ file: ':memory:' });
    await store.open();
    await store.write(change({ entities: [root, ...hubs, ...derived], relations }));
    const reader = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 1000 });
    const ofHub =
      '{ model(slug: "hub-2") { lineage(direction: DESCENDANTS, depth: 1) { depth } } }';
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', hear);
    for (const operation of [{ query: ofHub }, { query: lineage, variables: { depth: 2 } }]) {
      const { result } = await run(reader, operation);
      expect(result.errors?.[0]?.extensions).toEqual({ code: 'WORK_LIMIT', bound: 'maxSteps' });
    }
    await setImmediate();
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
  });

  it('that are required have the same bound', async () => {
    const goal = term('goal');
    const required = Array.from({ length: 1001 }, (_, index) => term(`required-${index}`));
    const store = createEmbeddedStore({ file: ':memory:' });
    await store.open();
    const relations = required.map((one) => relation(goal, 'REQUIRES', one));
    await store.write(change({ entities: [goal, ...required], relations }));
    const query = '{ term(slug: "goal") { prerequisites(depth: 1) { depth } } }';
    const { result } = await run(coldReader(store), { query });
    expect(result.errors?.[0]?.extensions).toEqual({ code: 'WORK_LIMIT', bound: 'maxSteps' });
  });
});
