import { badInput } from '../bad-input.ts';

/**
 * The names in the order of their declaration, once each: equal lists make equal reads. Null where
 * no list is given; an empty one would let nothing through and is refused.
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
