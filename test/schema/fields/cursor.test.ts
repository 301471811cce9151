import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type CursorOrder, decodeCursor, encodeCursor } from '../../../src/schema/fields/cursor.ts';
import type { Keyset } from '../../../src/store/reads.ts';

const orders: readonly CursorOrder[] = [
  { name: 'sort+', type: 'string', ids: 'Model' },
  { name: 'sort-', type: 'string', ids: 'Model' },
  { name: 'sort+', type: 'string', ids: 'Relation' },
  { name: 'sortTotalParameters-', type: 'number', ids: 'Model' },
  { name: 'sortTotalParameters-', type: 'number', ids: 'Relation' },
  { name: 'claim+', type: 'string', ids: 'Claim' },
];

const anOrder = fc.constantFrom(...orders);
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
// Made once: making it takes longer than all else that a run does.
const aName = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const anId = ({ ids }: CursorOrder) => aName.map((name) => `${ids}:${name}`);
const aPlace = (order: CursorOrder): fc.Arbitrary<Keyset> =>
  fc.record(
    { value: order.type === 'string' ? text : fc.maxSafeInteger(), id: anId(order) },
    { noNullPrototype: true },
  );
const given = anOrder.chain((order) => aPlace(order).map((place) => ({ order, place })));

/** The place, or "refused" if the cursor is refused with the right error. */
function read(cursor: string, order: CursorOrder): Keyset | 'refused' {
  try {
    return decodeCursor('after', cursor, order);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    return 'refused';
  }
}

describe('cursors', () => {
  it('decode to their place', () => {
    fc.assert(
      fc.property(given, ({ order, place }) => {
        const cursor = encodeCursor(order, place);
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(read(cursor, order)).toEqual(place);
      }),
    );
  });

  it('of another order, or of other things, are refused', () => {
    fc.assert(
      fc.property(given, anOrder, ({ order, place }, other) => {
        if (order !== other) expect(read(encodeCursor(order, place), other)).toBe('refused');
      }),
    );
  });

  it('that were changed are refused, or give a place of the same order', () => {
    const change = fc.record({ at: fc.nat(), to: fc.string({ unit: 'binary', maxLength: 3 }) });
    fc.assert(
      fc.property(given, change, ({ order, place }, { at, to }) => {
        const cursor = encodeCursor(order, place);
        const index = at % cursor.length;
        const changed = cursor.slice(0, index) + to + cursor.slice(index + 1);
        const found = read(changed, order);
        if (found === 'refused') return;
        expect(typeof found.value).toBe(order.type);
        expect(read(encodeCursor(order, found), order)).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });

  it('that the server did not make are refused', () => {
    const strange = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.base64String({ maxLength: 200 }),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
      fc.constantFrom('', 'null', 'OffsetConnection:5', 'YXJyYXljb25uZWN0aW9uOjU=', '0', '='),
    );
    fc.assert(
      fc.property(strange, anOrder, (cursor, order) => {
        expect(read(cursor, order)).toBe('refused');
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, unknown]>([
    ['of another version', [2, 'sort+', 'a', 'Model:a']],
    ['with a number for a text', [1, 'sort+', 1, 'Model:a']],
    ['with null for a value', [1, 'sort+', null, 'Model:a']],
    ['with more than it should have', [1, 'sort+', 'a', 'Model:a', 1]],
    ['with less', [1, 'sort+', 'a']],
    ['with the id of a claim', [1, 'sort+', 'a', 'Claim:a']],
    ['with the id of another kind', [1, 'sort+', 'a', 'Term:a']],
    ['with the id of nothing', [1, 'sort+', 'a', 'Thing:a']],
    ['with no id', [1, 'sort+', 'a', 1]],
    ['that are objects', { 0: 1, 1: 'sort+', 2: 'a', 3: 'Model:a', length: 4 }],
  ])('%s are refused', (_what, parts) => {
    const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
    expect(read(cursor, { name: 'sort+', type: 'string', ids: 'Model' })).toBe('refused');
  });

  it('are refused where they are too long to be ours', () => {
    const order: CursorOrder = { name: 'sort+', type: 'string', ids: 'Model' };
    const place = { value: 'a'.repeat(3000), id: 'Model:a' };
    expect(read(encodeCursor(order, place), order)).toBe('refused');
  });

  it.each(['1e999', '-1e999', '1.5'])('with the number %s are refused', (number) => {
    const order: CursorOrder = { name: 'sortTotalParameters-', type: 'number', ids: 'Model' };
    const json = `[1,"sortTotalParameters-",${number},"Model:a"]`;
    expect(read(Buffer.from(json).toString('base64url'), order)).toBe('refused');
  });
});
