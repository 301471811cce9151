import { describe, expect, it } from 'vitest';
import { changesFrom, type RecordedRevision } from '../../src/store/changes-since.ts';

const state = (revision: number, changedAt: string | null = `at ${revision}`) => {
  return { revision, changedAt };
};
const recorded = (...revisions: readonly number[]): RecordedRevision[] =>
  revisions.map((revision) => ({ ...state(revision), changedAt: `at ${revision}`, tags: [] }));
const numbers = (known: ReturnType<typeof state>, rows: readonly RecordedRevision[]) =>
  changesFrom(known, state(5), rows).changed?.map(({ revision }) => revision) ?? null;

describe('changes from a known state', () => {
  it('are the revisions after it', () => {
    expect(numbers(state(3), recorded(3, 4, 5))).toEqual([4, 5]);
    expect(numbers(state(0, null), recorded(1, 2, 3, 4, 5))).toEqual([1, 2, 3, 4, 5]);
    expect(numbers(state(5), [])).toEqual([]);
  });

  it('do not count what was written since the state was read', () => {
    expect(numbers(state(3), recorded(3, 4, 5, 6))).toEqual([4, 5]);
  });

  it('are not known where a revision is missing, at any place', () => {
    for (const rows of [[3, 5], [3, 4], [4, 5], []]) {
      expect(numbers(state(3), recorded(...rows))).toBeNull();
    }
    expect(numbers(state(0, null), recorded(2, 3, 4, 5))).toBeNull();
  });

  it('are not known where the graph is another one', () => {
    expect(numbers(state(3, 'another time'), recorded(3, 4, 5))).toBeNull();
    expect(numbers(state(5, 'another time'), recorded(5))).toBeNull();
    expect(numbers(state(9), recorded(3, 4, 5))).toBeNull();
  });
});
