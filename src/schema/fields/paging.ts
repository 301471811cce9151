import type { InputShapeFromFields } from '@pothos/core';
import type { PageWindow } from '../../store/reads.ts';
import { badInput } from '../bad-input.ts';
import { builder } from '../builder.ts';
import { type CursorOrder, decodeCursor } from './cursor.ts';
import { countsItems } from './field-needs.ts';

const defaultPageSize = 10;
const maxPageSize = 100;

/** An argument with the most items of an answer. */
export function limitArgument(defaultValue: number, items: string, max: number) {
  const description = `Maximum number of ${items}: 1 to ${max}.`;
  return builder.args((t) => ({
    limit: t.int({ extensions: countsItems, required: true, defaultValue, description }),
  }));
}

/** Relay's four paging arguments. */
export const pageArguments = builder.args((t) => ({
  first: t.int({
    extensions: countsItems,
    description: `How many from the start: 0 to ${maxPageSize}. Without first and last: ${defaultPageSize}.`,
  }),
  after: t.string({ description: 'Only items after this cursor.' }),
  last: t.int({
    extensions: countsItems,
    description: `How many from the end: 0 to ${maxPageSize}. Not together with first.`,
  }),
  before: t.string({ description: 'Only items before this cursor.' }),
}));

export type PageArguments = InputShapeFromFields<typeof pageArguments>;

/**
 * The window of the paging arguments. Throws a coded error if they are contradictory or too large.
 */
export function pageWindow(args: PageArguments, order: CursorOrder): PageWindow {
  const first = args.first ?? null;
  const last = args.last ?? null;
  if (first !== null && last !== null) throw badInput('last', 'first or last, not both');
  checkSize('first', first);
  checkSize('last', last);
  return {
    limit: first ?? last ?? defaultPageSize,
    after: args.after == null ? null : decodeCursor('after', args.after, order),
    before: args.before == null ? null : decodeCursor('before', args.before, order),
    backward: last !== null,
    peek: true,
  };
}

function checkSize(argument: string, size: number | null): void {
  if (size !== null && (size < 0 || size > maxPageSize)) {
    throw badInput(argument, `a number from 0 to ${maxPageSize}`, size);
  }
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export const PageInfoRef = builder.objectRef<PageInfo>('PageInfo').implement({
  description: 'The position of a page in the whole list (Relay).',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether more follows.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'Whether more precedes.' }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description: 'Cursor of the first edge; null on an empty page.',
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'Cursor of the last edge; null on an empty page.',
    }),
  }),
});

/**
 * Relay's page information. Opposite to the direction of paging, a given cursor proves that there
 * is an item, since the cursor is its place.
 */
export function pageInfo(
  window: PageWindow,
  hasMore: boolean,
  first: string | null,
  last: string | null,
): PageInfo {
  return {
    hasNextPage: window.backward ? window.before !== null : hasMore,
    hasPreviousPage: window.backward ? hasMore : window.after !== null,
    startCursor: first,
    endCursor: last,
  };
}
