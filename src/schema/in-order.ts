/** The names in the order of their declaration, once each: equal lists make equal reads. */
export function inOrder<Name>(declared: readonly Name[], named: readonly Name[]): readonly Name[] {
  return declared.filter((name) => named.includes(name));
}
