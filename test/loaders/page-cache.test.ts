import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestCache, RevisionCache } from '../../src/loaders/page-cache.ts';

const none = () => ({ hits: 0, misses: 0, rows: 0 });

describe('RevisionCache', () => {
  it('counts hits and misses, and what it holds in rows', () => {
    const statistics = none();
    const cache = new RevisionCache({ revision: 7, changedAt: null }, 100, statistics);
    expect(cache.get('a')).toBeUndefined();
    cache.set('a', null, 0);
    cache.set('b', ['x'], 9);
    expect([cache.get('a'), cache.get('b'), cache.state.revision]).toEqual([null, ['x'], 7]);
    expect(statistics).toEqual({ hits: 2, misses: 1, rows: 11 });
  });

  it('lets go of what was least used, and of pages larger than itself', () => {
    const cache = new RevisionCache({ revision: 1, changedAt: null }, 10, none());
    cache.set('a', 'a', 4);
    cache.set('b', 'b', 4);
    cache.get('a');
    cache.set('c', 'c', 4);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['a', undefined, 'c']);
    cache.set('huge', 'huge', 10);
    expect([cache.get('huge'), cache.get('a')]).toEqual([undefined, 'a']);
  });

  it('never holds more than it may, nor anything but what was last put in', () => {
    const steps = fc.array(
      fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), rows: fc.nat({ max: 12 }) }),
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 30 }), (puts, most) => {
        const statistics = none();
        const cache = new RevisionCache({ revision: 1, changedAt: null }, most, statistics);
        const last = new Map<string, number>();
        puts.forEach(({ key, rows }, index) => {
          cache.set(key, index, rows);
          last.set(key, index);
          expect(statistics.rows).toBeLessThanOrEqual(most);
          for (const [each, value] of last) expect([undefined, value]).toContain(cache.get(each));
        });
      }),
    );
  });

  it('starts the count of rows anew with a new revision', () => {
    const statistics = none();
    new RevisionCache({ revision: 1, changedAt: null }, 10, statistics).set('a', 1, 5);
    expect(statistics.rows).toBe(6);
    const next = new RevisionCache({ revision: 2, changedAt: null }, 10, statistics);
    expect([statistics.rows, next.get('a')]).toEqual([0, undefined]);
  });
});

describe('RequestCache', () => {
  it('keeps everything', () => {
    const cache = new RequestCache();
    for (let index = 0; index < 1000; index += 1) cache.set(`k${index}`, index);
    expect([cache.get('k0'), cache.get('k999'), cache.get('k1000')]).toEqual([0, 999, undefined]);
  });
});
