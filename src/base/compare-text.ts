/** Compares texts by UTF-16 unit. The result does not depend on the locale. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
