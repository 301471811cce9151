import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ground, KnownChanges, Resting } from '../../src/loaders/grounds.ts';

const someTags = fc.subarray(['a', 'b', 'c', 'd', 'e']);

describe('what is known of changes', () => {
  it('never keeps what changed, and keeps everything else as far back as it remembers', () => {
    const history = fc.array(fc.option(someTags, { freq: 9 }), { maxLength: 12 });
    const property = fc.property(
      history,
      someTags,
      fc.integer({ min: 1, max: 8 }),
      fc.nat({ max: 12 }),
      (revisions, tags, most, back) => {
        const changes = new KnownChanges(5, most);
        revisions.forEach((changed, index) => {
          changes.add({ revision: 6 + index, tags: changed });
        });
        const since = Math.max(0, changes.revision - back);
        const later = revisions.filter((_, index) => 6 + index > since);
        const changed = later.some((each) => each === null || each.some((t) => tags.includes(t)));
        const spared = changes.spared([tags], since);
        if (changed || since < 5) expect(spared).toBe(false);
        // With room for all tags, nothing is given up that did not change.
        else if (most >= 5) expect(spared).toBe(true);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });

  it('spares everything where nothing was written, and nothing that rests on everything', () => {
    const changes = new KnownChanges(5);
    expect(changes.spared(null, 5)).toBe(true);
    changes.add({ revision: 6, tags: [] });
    expect([changes.spared(null, 5), changes.spared([[]], 5), changes.spared([[]], 4)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('holds no more tags than it may', () => {
    const changes = new KnownChanges(0, 2);
    changes.add({ revision: 1, tags: ['a'] });
    changes.add({ revision: 2, tags: ['b'] });
    expect(changes.spared([['c'], ['d']], 0)).toBe(true);
    changes.add({ revision: 3, tags: ['c'] });
    // Of revision 1 not all is remembered.
    const spared = (tag: string, since: number) => changes.spared([['e'], [tag]], since);
    expect([spared('d', 0), spared('d', 1), spared('b', 1)]).toEqual([false, true, false]);
  });
});

describe('a ground', () => {
  it('is looked at once for a revision', () => {
    const changes = new KnownChanges(1);
    const ground = new Ground([['a']], 1, changes);
    expect(ground.check()).toBe('same');
    changes.add({ revision: 2, tags: ['b'] });
    expect([ground.check(), ground.check()]).toEqual(['lifted', 'same']);
    changes.add({ revision: 3, tags: ['a'] });
    expect([ground.check(), ground.check()]).toEqual(['changed', 'changed']);
  });
});

describe('what an answer rests on', () => {
  it('is all that it was made of, each once', () => {
    const resting = new Resting();
    expect(resting.parts()).toEqual([]);
    const [one, other] = [['a', 'b'], ['c']];
    for (const tags of [one, other, one]) resting.add(tags);
    expect(resting.parts()).toEqual([one, other]);
  });

  it('is everything if a part is everything, or if it is too much', () => {
    const unknown = new Resting();
    for (const tags of [['a'], null, ['b']]) unknown.add(tags);
    const large = new Resting();
    for (let page = 0; page < 200; page += 1) {
      large.add(Array.from({ length: 100 }, (_, row) => `${page}/${row}`));
    }
    expect([unknown.parts(), large.parts()]).toEqual([null, null]);
  });
});
