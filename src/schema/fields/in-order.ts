import { badInput } from '../bad-input.ts';

/**
 * The names in the order of their declaration, each once, so that equal lists give equal reads.
 * Null for no list. An empty list is refused, since it would match nothing.
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
