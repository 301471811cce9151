import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type CursorOrder, encodeCursor } from '../../../src/schema/fields/cursor.ts';
import { type PageArguments, pageInfo, pageWindow } from '../../../src/schema/fields/paging.ts';

const order: CursorOrder = { name: 'sort+', type: 'string', ids: 'Term' };
const place = { value: 'a', id: 'Term:a' };
const cursor = encodeCursor(order, place);

function refusal(args: PageArguments): unknown {
  try {
    return pageWindow(args, order);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return error.extensions;
  }
}

describe('pageWindow', () => {
  it.each<[PageArguments, object]>([
    [{}, { limit: 10, backward: false, after: null, before: null }],
    [
      { first: null, last: null, after: null, before: null },
      { limit: 10, backward: false },
    ],
    [{ first: 0 }, { limit: 0, backward: false }],
    [{ first: 100 }, { limit: 100, backward: false }],
    [{ last: 0 }, { limit: 0, backward: true }],
    [{ last: 7 }, { limit: 7, backward: true }],
    [
      { last: 7, first: null },
      { limit: 7, backward: true },
    ],
    [{ after: cursor }, { limit: 10, after: place, before: null }],
    [{ before: cursor }, { limit: 10, backward: false, after: null, before: place }],
    [
      { last: 3, after: cursor, before: cursor },
      { after: place, before: place, backward: true },
    ],
  ])('of %j is %j', (args, window) => {
    expect(pageWindow(args, order)).toMatchObject(window);
  });

  it.each<[PageArguments, string]>([
    [{ first: 1, last: 1 }, 'last'],
    [{ first: 0, last: 0 }, 'last'],
    [{ first: -1 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ last: -2_147_483_648 }, 'last'],
    [{ last: 2_147_483_647 }, 'last'],
    [{ after: '' }, 'after'],
    [{ before: 'x' }, 'before'],
    [{ after: cursor, before: 'x' }, 'before'],
  ])('refuses %j and names %s', (args, argument) => {
    expect(refusal(args)).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument,
      expected: expect.any(String),
    });
  });
});

describe('pageInfo', () => {
  it('knows that a cursor has an item, and whether there are more rows', () => {
    const maybe = fc.constantFrom(null, place);
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), maybe, maybe, (backward, more, after, before) => {
        const window = { limit: 1, backward, after, before, peek: true };
        const info = pageInfo(window, more, 'first', 'last');
        expect(info.hasNextPage).toBe(backward ? before !== null : more);
        expect(info.hasPreviousPage).toBe(backward ? more : after !== null);
        expect([info.startCursor, info.endCursor]).toEqual(['first', 'last']);
      }),
    );
  });
});
