import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neighborhood } from '../../src/reasoning/neighborhood.ts';
import { arbitraryArcs, degreeOf, expandOver, linksOf } from './small-graph.ts';

const size = 8;

describe('neighborhood', () => {
  test('is the first entities by depth, degree and id', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryArcs(size),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: size + 1 }),
        async (arcs, depth, limit) => {
          const links = linksOf(arcs);
          const { expand } = expandOver(links);
          const found = await neighborhood({ ofId: 'n0', depth, limit }, async (ids) => ({
            links: await expand(ids),
            complete: true,
          }));
          // Cutting a level cuts what lies behind it, so the oracle cuts level by level as well.
          const expected = ['n0'];
          let level = ['n0'];
          let cut = false;
          for (let step = 0; step < depth; step += 1) {
            const around = new Set(
              level.flatMap((id) => (links.get(id) ?? []).map((link) => link.neighborId)),
            );
            const next = [...around].filter((id) => !expected.includes(id));
            const degree = (id: string) => degreeOf(arcs, Number(id.slice(1)));
            next.sort((a, b) => degree(a) - degree(b) || (a < b ? -1 : 1));
            level = next.slice(0, limit - expected.length);
            cut ||= level.length < next.length;
            expected.push(...level);
          }
          expect(found).toEqual({ ids: expected, truncated: cut });
        },
      ),
    );
  });
});
