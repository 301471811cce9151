import { describe, expect, it } from 'vitest';
import { createGraphReader } from '../../src/loaders/graph-reader.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { run } from '../support/execute.ts';
import { change, license, model, relation } from '../support/records.ts';

const mit = license('mit', { name: 'MIT', clausesComplete: true });

/** Lineages of some levels each: "m0-0" was made from "m0-1", and so on; the last closes a circle. */
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
      // The list, one for each level, the licenses.
      expect(statements.length).toBe(levels + 2);
    }
  });

  it('in a circle end, and say so', async () => {
    const { result } = await run(await lineages(1, 3, true), { query });
    expect(JSON.stringify(result.data)).toContain('runs in a circle');
  });

  it('that are too long are refused, never cut short', async () => {
    const { result } = await run(await lineages(1, 50), { query });
    expect(result.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'WORK_LIMIT', bound: 'maxLineage' },
    ]);
  });
});
