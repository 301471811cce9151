/** How long what was said of a present stays worth saying. */
export const staleAfterMonths = 6;

/** Whether a dated saying is older than its time: it spoke of a present that has passed. */
export function isStale(asOf: string | null, today: string): boolean | null {
  if (asOf === null) return null;
  const [year = 0, month = 12] = asOf.split('-').map(Number);
  const [thisYear = 0, thisMonth = 1] = today.split('-').map(Number);
  return (thisYear - year) * 12 + (thisMonth - month) > staleAfterMonths;
}
