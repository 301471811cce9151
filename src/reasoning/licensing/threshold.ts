import type { Threshold } from '../../ontology/clause.ts';
import type { Money } from '../../ontology/use.ts';
import { type Certainty, NO, UNSURE, YES } from '../claims/certainty.ts';
import type { UseProfile } from './use-profile.ts';

/** Compares a value between two bounds, both inclusive, with a threshold. */
function compare(threshold: Threshold, low: number, high: number): Certainty {
  const { value } = threshold;
  switch (threshold.comparison) {
    case 'ABOVE':
      return low > value ? YES : high <= value ? NO : UNSURE;
    case 'AT_LEAST':
      return low >= value ? YES : high < value ? NO : UNSURE;
    case 'BELOW':
      return high < value ? YES : low >= value ? NO : UNSURE;
  }
}

/**
 * Users at the model's release are at most the peak. Users today are the given number, otherwise at
 * most the peak. The count is assumed to have the scope of the clause.
 */
function compareUsers(threshold: Threshold, { use }: UseProfile): Certainty {
  const given =
    threshold.measuredAt === 'MODEL_RELEASE' ? use.usersAtRelease : use.monthlyActiveUsers;
  if (given !== null) return compare(threshold, given, given);
  return compare(threshold, 0, use.peakMonthlyActiveUsers ?? Number.POSITIVE_INFINITY);
}

/**
 * An amount in the currency of a threshold. Null if it is not given, or is in another currency and
 * not zero.
 */
function amountIn(money: Money | null, threshold: Threshold): number | null {
  if (money === null) return null;
  return money.currency === threshold.currency || money.amount === 0 ? money.amount : null;
}

const { POSITIVE_INFINITY: unbounded } = Number;

/**
 * A month has at most the revenue of its year, and the best month at least a twelfth of it. A year
 * has at most twelve times the revenue of the best month. A part has at most the revenue of the
 * whole. If the text states no period, the bounds allow for both.
 */
function compareRevenue(threshold: Threshold, profile: UseProfile): Certainty {
  const annual = amountIn(profile.annual, threshold);
  const monthly = amountIn(profile.monthly, threshold);
  const line = amountIn(profile.line, threshold);
  const partial = threshold.scope === 'PRODUCT' || threshold.scope === 'BUSINESS_LINE';

  const whole = partial ? line : annual;
  const yearLow = whole ?? (partial ? 0 : (line ?? 0));
  const yearHigh =
    whole ?? Math.min(partial ? (annual ?? unbounded) : unbounded, (monthly ?? unbounded) * 12);
  // The month of the business stands for that of the product, at most the year of the product.
  const monthHigh = Math.min(monthly ?? unbounded, yearHigh);
  const monthLow = Math.min(monthly ?? yearLow / 12, monthHigh);

  switch (threshold.window) {
    case 'CALENDAR_MONTH':
      return compare(threshold, monthLow, monthHigh);
    case 'UNSTATED':
      return compare(threshold, Math.min(monthLow, yearLow), Math.max(monthHigh, yearHigh));
    default:
      return compare(threshold, yearLow, yearHigh);
  }
}

/**
 * Whether the use is on the side of the threshold that the clause means, according to its figures.
 */
export function compareThreshold(threshold: Threshold, profile: UseProfile): Certainty {
  return threshold.metric === 'MONTHLY_ACTIVE_USERS'
    ? compareUsers(threshold, profile)
    : compareRevenue(threshold, profile);
}
