import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Link } from '../../../src/ontology/relations.ts';
import { relationOf } from '../../../src/ontology/relations.ts';
import { shortestPath } from '../../../src/reasoning/walks/shortest-path.ts';
import {
  type Arc,
  arbitraryArcs,
  crossingOver,
  degreeOf,
  expandOver,
  linksOf,
  nameOf,
} from './small-graph.ts';

/** Reads the links of arcs, and tells whose were asked for. */
function reading(arcs: readonly Arc[]) {
  const [all, starting] = [expandOver(linksOf(arcs)), expandOver(linksOf(arcs, 'OUT'))];
  const crossing = crossingOver(linksOf(arcs));
  const links = { all: all.expand, starting: starting.expand, crossing };
  return { links, asked: all.asked, askedStarting: starting.asked };
}

const size = 7;
const noHubs = { hubLinks: 1000, maxHubLinks: 1000, maxLooked: 1000 };

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
        fc.constantFrom(0, 3, 10_000),
        fc.constantFrom(0, 10_000),
        async (arcs, from, to, maxDepth, hubLinks, maxLooked) => {
          const links = linksOf(arcs);
          const ways = allShortest(links, nameOf(from), nameOf(to), maxDepth);
          const query = {
            ...{ fromId: nameOf(from), toId: nameOf(to), maxDepth, maxLinks: 10_000 },
            ...{ hubLinks, maxHubLinks: 10_000, maxLooked },
            degrees: { from: degreeOf(arcs, from), to: degreeOf(arcs, to) },
          };
          const result = await shortestPath(query, reading(arcs).links);
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
        const query = { fromId: 'n0', toId: 'n1', maxDepth: 10, maxLinks: 10_000, ...noHubs };
        const one = await shortestPath(query, reading(arcs).links);
        const other = await shortestPath(query, reading([...arcs].reverse()).links);
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
    const query = { fromId: 'n0', toId: 'n1', maxDepth: 4, maxLinks: 40, ...noHubs };
    const { links, asked } = reading(arcs);
    expect(await shortestPath(query, links)).toEqual({ kind: 'bounded' });
    expect(asked).toEqual(['n0']);
  });

  test('expands the side with fewer links: a hub is not read if the other end is enough', async () => {
    const arcs: Arc[] = Array.from({ length: 50 }, (_, index) => ({
      id: `r${index}`,
      type: 'BROADER',
      from: index + 2,
      to: 1,
    }));
    const query = { fromId: 'n5', toId: 'n9', maxDepth: 6, maxLinks: 1000, ...noHubs };
    const { links, asked } = reading(arcs);
    const result = await shortestPath(query, links);
    expect(result).toMatchObject({ kind: 'found', steps: [{ toId: 'n1' }, { toId: 'n9' }] });
    expect(asked).not.toContain('n1');
  });

  test('joins two ends at hubs without reading the hubs', async () => {
    const arc = (from: number, to: number): Arc => {
      return { id: `r${from}-${to}`, type: 'BROADER', from, to };
    };
    const leaves = Array.from({ length: 50 }, (_, index) => index + 4);
    // Each end leads to a hub of its own, and one hub to the other.
    const arcs = [arc(0, 2), arc(1, 3), arc(2, 3)];
    for (const leaf of leaves) arcs.push(arc(leaf, 2), arc(leaf + 50, 3));
    const bounds = { maxLinks: 1000, hubLinks: 10, maxHubLinks: 20, maxLooked: 1000 };
    const query = { fromId: 'n0', toId: 'n1', maxDepth: 6, ...bounds };
    const { links, asked } = reading(arcs);
    const toIds = ['n2', 'n3', 'n1'];
    expect(await shortestPath(query, links)).toMatchObject({
      ...{ kind: 'found', steps: toIds.map((toId) => ({ toId })) },
    });
    expect(asked.sort()).toEqual(['n0', 'n1']);
    // Without that link, there is no path but one that goes on from a leaf.
    const apart = reading(arcs.filter(({ id }) => id !== 'r2-3'));
    expect(await shortestPath(query, apart.links)).toEqual({ kind: 'bounded' });
    expect(await shortestPath({ ...query, maxDepth: 4 }, apart.links)).toEqual({ kind: 'none' });
    expect(apart.asked.sort()).toEqual(['n0', 'n0', 'n1', 'n1']);
  });

  test('joins two ends by an entity of two hubs without reading the hubs', async () => {
    const arc = (from: number, to: number): Arc => {
      return { id: `r${from}-${to}`, type: 'BROADER', from, to };
    };
    const leaves = Array.from({ length: 50 }, (_, index) => index + 4);
    const arcs = [arc(0, 2), arc(1, 3)];
    for (const leaf of leaves) arcs.push(arc(leaf, 2), arc(leaf + 50, 3));
    // Of three leaves of both hubs, one has fewer relations than another, and the least slug.
    for (const leaf of [30, 20, 40]) arcs.push(arc(leaf, 3));
    arcs.push(arc(20, 60));
    const bounds = { maxLinks: 1000, hubLinks: 10, maxHubLinks: 20, maxLooked: 1000 };
    const query = { fromId: 'n0', toId: 'n1', maxDepth: 6, ...bounds };
    const { links, asked } = reading(arcs);
    const toIds = ['n2', 'n30', 'n3', 'n1'];
    expect(await shortestPath(query, links)).toMatchObject({
      ...{ kind: 'found', steps: toIds.map((toId) => ({ toId })) },
    });
    expect(asked.sort()).toEqual(['n0', 'n1']);
    const few = await shortestPath({ ...query, maxLooked: 20 }, links);
    expect(few).toEqual({ kind: 'bounded' });
  });

  test('does not read a hub at an end before the other end', async () => {
    const spokes = Array.from({ length: 50 }, (_, index) => index + 2);
    const arcs = spokes.map((from): Arc => ({ id: `r${from}`, type: 'BROADER', from, to: 0 }));
    const degrees = { from: 50, to: 1 };
    const query = { fromId: 'n0', toId: 'n9', maxDepth: 6, maxLinks: 10, ...noHubs, degrees };
    const { links } = reading(arcs);
    expect(await shortestPath(query, links)).toMatchObject({ kind: 'found', steps: [{}] });
  });

  test('takes an entity with many links of other types for no hub', async () => {
    const arcs: Arc[] = [2, 3].map((from) => ({ id: `r${from}`, type: 'BROADER', from, to: 4 }));
    const { links } = reading(arcs);
    const seeming = (of: ReadonlyMap<string, readonly Link[]>) =>
      new Map([...of].map(([id, own]) => [id, own.map((l) => ({ ...l, neighborDegree: 5000 }))]));
    const all: typeof links.all = async (ids) => seeming(await links.all(ids));
    const starting: typeof links.all = async (ids) => seeming(await links.starting(ids));
    const bounds = { maxLinks: 100, hubLinks: 10, maxHubLinks: 10, maxLooked: 0 };
    const query = { fromId: 'n2', toId: 'n3', maxDepth: 4, ...bounds };
    const degrees = { from: 5000, to: 5000 };
    const without = await shortestPath({ ...query, degrees }, { ...links, all, starting });
    expect(without).toEqual({ kind: 'bounded' });
    const count = async (ids: readonly string[]) => new Map(ids.map((id) => [id, 2] as const));
    const counted = await shortestPath({ ...query, degrees }, { ...links, all, starting, count });
    expect(counted).toMatchObject({ kind: 'found', steps: [{ toId: 'n4' }, { toId: 'n3' }] });
  });
});
