import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CatalogSpool } from '../../../src/store/embedded/spool/catalog-spool.ts';

/** The entries of each group, by comparing each with all others until nothing changes. */
function grouped(marks: readonly (readonly string[])[]): readonly (readonly number[])[] {
  let groups = marks.map((own, at) => ({ own: new Set(own), members: [at] }));
  for (let before = -1; before !== groups.length; ) {
    before = groups.length;
    const left: typeof groups = [];
    for (const group of groups) {
      const same = left.find(({ own }) => [...group.own].some((mark) => own.has(mark)));
      if (same === undefined) left.push(group);
      else {
        for (const mark of group.own) same.own.add(mark);
        same.members.push(...group.members);
      }
    }
    groups = left;
  }
  return groups.map(({ members }) => members.sort((one, other) => one - other));
}

describe('a spool of a catalog', () => {
  it('groups entries with common marks, however many come at a time', () => {
    const marks = fc.array(fc.uniqueArray(fc.stringMatching(/^[a-h]$/), { maxLength: 3 }), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(
        marks,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        (of, size, limit) => {
          const spool = new CatalogSpool();
          for (let at = 0; at < of.length; at += size) {
            const some = of.slice(at, at + size);
            spool.addEntries(some.map((own, index) => ({ marks: own, said: String(at + index) })));
          }
          const found = [...spool.groups(limit)].flat().map(({ entries }) => entries.map(Number));
          const rows = [...spool.groups(limit)].flat().map(({ group }) => {
            return { group, id: `id-${group}`, said: String(group) };
          });
          spool.addEntities(rows);
          const entities = [...spool.entities(limit)]
            .flat()
            .map(({ entries }) => entries.map(Number));
          const byMark = spool.entitiesAt([...new Set(of.flat())]);
          spool.close();
          expect(found).toEqual(grouped(of));
          expect(entities).toEqual(found);
          for (const [mark, said] of byMark) {
            const [first = -1] =
              found.find((members) => members.some((at) => of[at]?.includes(mark))) ?? [];
            expect(Number(said) - 1).toBe(first);
          }
          expect(byMark.size).toBe(new Set(of.flat()).size);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps once what many say in the same words', () => {
    const spool = new CatalogSpool();
    const saying = (said: string, once: boolean) => ({ marks: ['a'], said, once });
    for (let turn = 0; turn < 3; turn += 1) {
      spool.addEntries([saying('mention', true), saying('card', false), saying('mention', true)]);
    }
    spool.addEntries([saying('another mention', true)]);
    expect([...spool.groups(10)].flat()).toEqual([
      { group: 1, entries: ['mention', 'card', 'card', 'card', 'another mention'] },
    ]);
    spool.close();
  });

  it('keeps the first text of an entity with several groups, and gives all of their entries', () => {
    const spool = new CatalogSpool();
    spool.addEntries(['a', 'b', 'c'].map((mark) => ({ marks: [mark], said: `of ${mark}` })));
    const [one, two, three] = [...spool.groups(10)].flat().map(({ group }) => group);
    spool.addEntities([
      { group: one ?? 0, id: 'same', said: 'first' },
      { group: two ?? 0, id: 'other', said: 'other' },
    ]);
    expect([...spool.takenIds(['same', 'new'])]).toEqual(['same']);
    spool.addEntities([{ group: three ?? 0, id: 'same', said: 'later' }]);
    expect([...spool.entities(1)].flat()).toEqual([
      { said: 'first', entries: ['of a', 'of c'] },
      { said: 'other', entries: ['of b'] },
    ]);
    expect(spool.entitiesAt(['b', 'c', 'd'])).toEqual(
      new Map([
        ['b', 'other'],
        ['c', 'first'],
      ]),
    );
    spool.addAround([
      ['other', 'known'],
      ['far', 'only around'],
    ]);
    expect([...spool.around()]).toEqual(['only around']);
    spool.close();
  });
});
