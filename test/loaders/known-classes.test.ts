import { describe, expect, it } from 'vitest';
import { ClassKeeper } from '../../src/loaders/known-classes.ts';

const content = JSON.stringify([null, [], true]);
const keysFrom = (start: number, count: number) =>
  Array.from({ length: count }, (_, at) => `class-${start + at}`);

describe('the classes that a process keeps', () => {
  it('have room for all that a list names, also if many others were kept', () => {
    const keeper = new ClassKeeper();
    const before = keeper.roomFor(keysFrom(0, 90_000)).known;
    for (const key of keysFrom(0, 90_000)) before.add(key, content);
    // 10,000 of these are kept, and 20,000 do not fit beside what is kept.
    const asked = keysFrom(80_000, 30_000);
    const { known, unread } = keeper.roomFor(asked);
    for (const key of unread) known.add(key, content);
    expect(asked.every((key) => known.get(key) !== undefined)).toBe(true);
    // Whoever asked before still has what it needs.
    expect(before.get('class-0')).toBeDefined();
    expect(keeper.roomFor(asked)).toEqual({ known, unread: [] });
  });
});
