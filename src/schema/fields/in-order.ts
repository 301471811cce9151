import { badInput } from '../bad-input.ts';

/**
 * The names in the order of their declaration, once each, so that equal lists give equal reads.
 * Null if no list is given. An empty list is refused: nothing could match it.
 */
export function inOrder<Name>(
  argument: string,
  declared: readonly Name[],
  named: readonly Name[] | null | undefined,
): readonly Name[] | null {
  if (named == null) return null;
  if (named.length === 0) throw badInput(argument, 'at least one value, or no list at all');
  return declared.filter((name) => named.includes(name));
}
