/** The age in months at which a dated statement becomes stale. */
export const staleAfterMonths = 6;

/** Whether a statement of this date is stale; null for no date. */
export function isStale(asOf: string | null, today: string): boolean | null {
  if (asOf === null) return null;
  const [year = 0, month = 12] = asOf.split('-').map(Number);
  const [thisYear = 0, thisMonth = 1] = today.split('-').map(Number);
  return (thisYear - year) * 12 + (thisMonth - month) > staleAfterMonths;
}
