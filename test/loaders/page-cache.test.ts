import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noLookups, PageCache, RequestCache, RevisionCache } from '../../src/loaders/page-cache.ts';

/** Pages of a graph at a revision, as requests have them that began there. */
function cacheAt(revision: number, maxRows: number, statistics = noLookups()) {
  const pages = new PageCache(revision, maxRows, statistics);
  const at = (known: number) => new RevisionCache(pages, { revision: known, changedAt: null });
  return { pages, statistics, at, cache: at(revision) };
}

describe('the page cache', () => {
  it('counts hits and misses, and what it holds in rows', () => {
    const { cache, statistics } = cacheAt(7, 100);
    expect(cache.get('a')).toBeUndefined();
    cache.set('a', null, 0, []);
    cache.set('b', ['x'], 9, []);
    expect([cache.get('a')?.value, cache.get('b')?.value, cache.state.revision]).toEqual([
      null,
      ['x'],
      7,
    ]);
    expect(statistics).toEqual({ ...noLookups(), hits: 2, misses: 1, rows: 11 });
  });

  it('drops the least used pages, and pages larger than itself', () => {
    const { cache } = cacheAt(1, 10);
    const get = (key: string) => cache.get(key)?.value;
    cache.set('a', 'a', 4, []);
    cache.set('b', 'b', 4, []);
    cache.get('a');
    cache.set('c', 'c', 4, []);
    expect([get('a'), get('b'), get('c')]).toEqual(['a', undefined, 'c']);
    cache.set('huge', 'huge', 10, []);
    expect([get('huge'), get('a')]).toEqual([undefined, 'a']);
  });

  it('never exceeds its limit, and holds only the latest values', () => {
    const steps = fc.array(
      fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), rows: fc.nat({ max: 12 }) }),
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 30 }), (puts, most) => {
        const { cache, statistics } = cacheAt(1, most);
        const last = new Map<string, number>();
        puts.forEach(({ key, rows }, index) => {
          cache.set(key, index, rows, []);
          last.set(key, index);
          expect(statistics.rows).toBeLessThanOrEqual(most);
          for (const [each, value] of last) {
            expect([undefined, value]).toContain(cache.get(each)?.value);
          }
        });
      }),
    );
  });

  it('starts the count of rows anew with another graph', () => {
    const { cache, statistics } = cacheAt(1, 10);
    cache.set('a', 1, 5, []);
    expect(statistics.rows).toBe(6);
    const next = cacheAt(2, 10, statistics).cache;
    expect([statistics.rows, next.get('a'), next.generation === cache.generation]).toEqual([
      0,
      undefined,
      false,
    ]);
  });

  it('drops what a write changed, keeps the rest, and counts both', () => {
    const { pages, cache, statistics } = cacheAt(1, 100);
    cache.set('a', 'a', 1, ['x', 'y']);
    cache.set('b', 'b', 1, ['z']);
    cache.set('all', 'all', 1, null);
    pages.changes.add({ revision: 2, tags: ['y'] });
    expect([cache.get('a'), cache.get('b')?.value, cache.get('all')]).toEqual([
      undefined,
      'b',
      undefined,
    ]);
    expect(statistics).toEqual({ hits: 1, misses: 2, lifted: 1, dropped: 2, rows: 2 });
    // Once it is known to stand, it is not looked into again.
    expect([cache.get('b')?.value, statistics.lifted]).toEqual(['b', 1]);
  });

  it('does not cache reads of a request that began before a write of the same', () => {
    const { pages, at } = cacheAt(1, 100);
    const [early, late] = [at(1), at(2)];
    pages.changes.add({ revision: 2, tags: ['x'] });
    early.set('a', 'read before or after', 1, ['x']);
    expect(late.get('a')).toBeUndefined();
    late.set('a', 'read after', 1, ['x']);
    expect([early.get('a')?.value, late.get('a')?.value]).toEqual(['read after', 'read after']);
  });
});

describe('the cache of a request', () => {
  it('keeps everything', () => {
    const cache = new RequestCache();
    for (let index = 0; index < 1000; index += 1) cache.set(`k${index}`, index, 1, null);
    const values = ['k0', 'k999', 'k1000'].map((key) => cache.get(key)?.value);
    expect(values).toEqual([0, 999, undefined]);
    expect(cache.ground()).toBeNull();
  });
});
