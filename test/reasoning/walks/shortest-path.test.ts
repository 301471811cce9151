import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Link } from '../../../src/ontology/relations.ts';
import { relationOf } from '../../../src/ontology/relations.ts';
import { shortestPath } from '../../../src/reasoning/walks/shortest-path.ts';
import { type Arc, arbitraryArcs, degreeOf, expandOver, linksOf, nameOf } from './small-graph.ts';

const size = 7;

/** All paths of the least length, found by trying every path. */
function allShortest(
  links: ReadonlyMap<string, readonly Link[]>,
  from: string,
  to: string,
  maxDepth: number,
): readonly (readonly Link[])[] {
  let ways: (readonly Link[])[] = [[]];
  for (let depth = 0; depth <= maxDepth; depth += 1) {
    const arrived = ways.filter((way) => (way.at(-1)?.neighborId ?? from) === to);
    if (arrived.length > 0) return arrived;
    ways = ways.flatMap((way) =>
      (links.get(way.at(-1)?.neighborId ?? from) ?? [])
        .filter(({ neighborId }) => !way.some((step) => step.neighborId === neighborId))
        .map((link) => [...way, link]),
    );
  }
  return [];
}

/** The documented order of preference. */
function preference(arcs: readonly Arc[], way: readonly Link[]) {
  const inner = way.slice(0, -1).map(({ neighborId }) => Number(neighborId.slice(1)));
  return [
    way.reduce((sum, { type }) => sum + relationOf(type).looseness, 0),
    inner.reduce((sum, index) => sum + degreeOf(arcs, index), 0),
    ...inner.map(nameOf),
    ...way.map(({ relationId }) => relationId),
  ];
}

function compare(one: readonly (number | string)[], other: readonly (number | string)[]): number {
  const index = one.findIndex((part, at) => part !== other[at]);
  if (index < 0) return 0;
  return (one[index] ?? 0) < (other[index] ?? 0) ? -1 : 1;
}

describe('shortestPath', () => {
  test('is the preferred of all shortest paths', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryArcs(size),
        fc.nat(size - 1),
        fc.nat(size - 1),
        fc.nat(6),
        async (arcs, from, to, maxDepth) => {
          const links = linksOf(arcs);
          const ways = allShortest(links, nameOf(from), nameOf(to), maxDepth);
          const query = { fromId: nameOf(from), toId: nameOf(to), maxDepth, maxLinks: 10_000 };
          const result = await shortestPath(query, expandOver(links).expand);
          const [best] = [...ways].sort((one, other) =>
            compare(preference(arcs, one), preference(arcs, other)),
          );
          if (best === undefined) expect(result).toEqual({ kind: 'none' });
          else {
            const steps = best.map(({ relationId, type, forward, neighborId }) => ({
              relationId,
              type,
              forward,
              toId: neighborId,
            }));
            expect(result).toEqual({ kind: 'found', steps });
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('does not depend on the order of links', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryArcs(size), async (arcs) => {
        const query = { fromId: 'n0', toId: 'n1', maxDepth: 10, maxLinks: 10_000 };
        const one = await shortestPath(query, expandOver(linksOf(arcs)).expand);
        const other = await shortestPath(query, expandOver(linksOf([...arcs].reverse())).expand);
        expect(other).toEqual(one);
      }),
    );
  });

  test('reports the bound and looks at nothing beyond it', async () => {
    const spokes = Array.from({ length: 50 }, (_, index) => index + 2);
    const arcs: Arc[] = spokes.flatMap((spoke) => [
      { id: `a${spoke}`, type: 'RELATED_TO', from: 0, to: spoke },
      { id: `b${spoke}`, type: 'RELATED_TO', from: spoke, to: 1 },
    ]);
    const query = { fromId: 'n0', toId: 'n1', maxDepth: 4, maxLinks: 40 };
    const { expand, asked } = expandOver(linksOf(arcs));
    expect(await shortestPath(query, expand)).toEqual({ kind: 'bounded' });
    expect(asked).toEqual(['n0']);
  });

  test('expands the side with fewer links: a hub is not read if the other end is enough', async () => {
    const arcs: Arc[] = Array.from({ length: 50 }, (_, index) => ({
      id: `r${index}`,
      type: 'BROADER',
      from: index + 2,
      to: 1,
    }));
    const query = { fromId: 'n5', toId: 'n9', maxDepth: 6, maxLinks: 1000 };
    const { expand, asked } = expandOver(linksOf(arcs));
    const result = await shortestPath(query, expand);
    expect(result).toMatchObject({ kind: 'found', steps: [{ toId: 'n1' }, { toId: 'n9' }] });
    expect(asked).not.toContain('n1');
  });
});
