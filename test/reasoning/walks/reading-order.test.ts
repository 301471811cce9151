import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closure } from '../../../src/reasoning/walks/closure.ts';
import { readingOrder } from '../../../src/reasoning/walks/reading-order.ts';
import { type Arc, arbitraryArcs, expandOver, linksOf } from './small-graph.ts';

const requires = (from: number, to: number): Arc => ({
  id: `Relation:${from}-${to}`,
  type: 'REQUIRES',
  from,
  to,
});

async function order(arcs: readonly Arc[], depth = 10) {
  const steps = await closure(
    { startId: 'n0', depth, maxSteps: 1000 },
    expandOver(linksOf(arcs, 'OUT')).expand,
  );
  if (steps === null) throw new Error('more steps than a thousand');
  return { steps, order: readingOrder('n0', steps) };
}

describe('readingOrder', () => {
  test('puts what is required before what requires it', async () => {
    const found = await order([requires(0, 1), requires(1, 2), requires(0, 3), requires(3, 1)]);
    expect(found.order.map(({ id }) => id)).toEqual(['n2', 'n1', 'n3']);
    expect(found.order.map(({ because }) => because)).toEqual([
      'Relation:1-2',
      'Relation:0-1',
      'Relation:0-3',
    ]);
  });

  test('reports a cycle and does not follow it', async () => {
    const found = await order([requires(0, 1), requires(1, 2), requires(2, 1), requires(2, 3)]);
    expect(found.order.map(({ id, cyclic }) => [id, cyclic])).toEqual([
      ['n3', false],
      ['n2', true],
      ['n1', true],
    ]);
  });

  test('has everything that is required once, and an order wherever there is one', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryArcs(7, ['REQUIRES']), async (arcs) => {
        const { steps, order: reading } = await order(arcs);
        const ids = reading.map(({ id }) => id);
        const reached = new Set(steps.map(({ id }) => id).filter((id) => id !== 'n0'));
        expect(new Set(ids)).toEqual(reached);
        expect(ids.length).toBe(reached.size);
        for (const { id, parentId, cyclic } of steps) {
          if (cyclic || parentId === 'n0' || id === 'n0') continue;
          expect(ids.indexOf(id)).toBeLessThan(ids.indexOf(parentId));
        }
      }),
    );
  });
});

describe('closure', () => {
  test('lists each link once and marks exactly those on cycles', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryArcs(6, ['DERIVED_FROM']), async (arcs) => {
        const { steps } = await order(arcs);
        expect(new Set(steps.map(({ relationId }) => relationId)).size).toBe(steps.length);
        const reaches = (from: number, to: number, seen = new Set<number>()): boolean =>
          arcs.some(
            (arc) =>
              arc.from === from &&
              !seen.has(arc.to) &&
              (arc.to === to || reaches(arc.to, to, seen.add(arc.to))),
          );
        for (const { relationId, cyclic } of steps) {
          const arc = arcs.find(({ id }) => id === relationId);
          expect(cyclic).toBe(arc !== undefined && reaches(arc.to, arc.from));
        }
      }),
    );
  });
});
