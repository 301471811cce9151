import { countryCodes, countryHint } from './countries.ts';
import { type Money, type Use, zUse } from './use.ts';

/** The reason why a use is refused. */
type UseProblemCode = 'MALFORMED' | 'UNKNOWN_COUNTRY' | 'CONTRADICTION' | 'FUTURE_DATE';

interface UseProblem {
  readonly code: UseProblemCode;
  /** The path of the field, for example "markets.0". */
  readonly field: string;
  readonly message: string;
}

type UseReading =
  | { readonly ok: true; readonly use: Use }
  | { readonly ok: false; readonly problems: readonly UseProblem[] };

function problem(code: UseProblemCode, field: string, message: string): UseProblem {
  return { code, field, message };
}

function countryProblems(use: Use): UseProblem[] {
  const given: [string, string][] = (use.markets ?? []).map((code, index) => [
    `markets.${index}`,
    code,
  ]);
  if (use.principalPlaceOfBusiness !== null) {
    given.push(['principalPlaceOfBusiness', use.principalPlaceOfBusiness]);
  }
  return given.flatMap(([field, code]) => {
    if (countryCodes.has(code)) return [];
    const hint = countryHint(code);
    const expected = hint ?? 'an ISO 3166-1 alpha-2 code, for example DE';
    return [
      problem('UNKNOWN_COUNTRY', field, `"${code}" is not a country code: expected ${expected}`),
    ];
  });
}

const outward = ['OFFER_PRODUCT', 'REDISTRIBUTE', 'SELL_OUTPUTS'] as const;
/** The activities that train a model. For them, a license may depend on the kind of model. */
const trainers = ['TRAIN_ON_OUTPUTS', 'FINE_TUNE'] as const;
const moneyFields = ['annualRevenue', 'peakMonthlyRevenue', 'businessLineRevenue'] as const;

function purposeProblems(use: Use): UseProblem[] {
  const problems: UseProblem[] = [];
  const { activities, commercial, internalUse, trains } = use;
  if (!commercial) {
    for (const field of moneyFields) {
      if ((use[field]?.amount ?? 0) > 0) {
        problems.push(
          problem('CONTRADICTION', field, 'expected no revenue for a use that is not commercial'),
        );
      }
    }
    if (activities.includes('SELL_OUTPUTS')) {
      problems.push(
        problem('CONTRADICTION', 'commercial', 'expected true: selling outputs is commercial'),
      );
    }
  }
  if (activities.includes('TRAIN_ON_OUTPUTS') && trains?.length === 0) {
    const message = 'expected the kinds of trained models, or no activity TRAIN_ON_OUTPUTS';
    problems.push(problem('CONTRADICTION', 'trains', message));
  }
  if ((trains?.length ?? 0) > 0 && !trainers.some((activity) => activities.includes(activity))) {
    const message = `expected an empty list, or one of the activities ${trainers.join(' and ')}`;
    problems.push(problem('CONTRADICTION', 'trains', message));
  }
  const shown = outward.find((activity) => activities.includes(activity));
  if (internalUse === true && shown !== undefined) {
    const message = `expected false: ${shown} does not stay inside the organization`;
    problems.push(problem('CONTRADICTION', 'internalUse', message));
  }
  return problems;
}

/** Whether the first amount is larger, in the same currency. */
function exceeds(one: Money | null, other: Money | null, times = 1): boolean {
  if (one === null || other === null) return false;
  return one.currency === other.currency && one.amount > other.amount * times;
}

function figureProblems(use: Use): UseProblem[] {
  const problems: UseProblem[] = [];
  const peak = use.peakMonthlyActiveUsers;
  for (const field of ['monthlyActiveUsers', 'usersAtRelease'] as const) {
    if (peak !== null && (use[field] ?? 0) > peak) {
      const message = `expected at least ${field}: the peak is the largest count so far`;
      problems.push(problem('CONTRADICTION', 'peakMonthlyActiveUsers', message));
    }
  }
  if (exceeds(use.businessLineRevenue, use.annualRevenue)) {
    const message = 'expected no more than annualRevenue: a line of business is part of the whole';
    problems.push(problem('CONTRADICTION', 'businessLineRevenue', message));
  }
  if (exceeds(use.annualRevenue, use.peakMonthlyRevenue, 12)) {
    const message = 'expected at least a twelfth of annualRevenue: it is the best month';
    problems.push(problem('CONTRADICTION', 'peakMonthlyRevenue', message));
  }
  if (exceeds(use.peakMonthlyRevenue, use.annualRevenue)) {
    const message = 'expected no more than annualRevenue: no month has more revenue than its year';
    problems.push(problem('CONTRADICTION', 'peakMonthlyRevenue', message));
  }
  return problems;
}

/** Tomorrow in UTC: the latest "today" anywhere on Earth. */
function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function dateProblems({ obtainedOn }: Use, today: string | null): UseProblem[] {
  if (obtainedOn === null || today === null || obtainedOn <= dayAfter(today)) return [];
  const message = 'expected a day up to today: nobody knows which license will hold then';
  return [problem('FUTURE_DATE', 'obtainedOn', message)];
}

/** Reads a use. The result is the use with its defaults, or the list of all problems. */
export function readUse(input: unknown, today: string | null = null): UseReading {
  const parsed = zUse.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) =>
      problem('MALFORMED', path.join('.'), message),
    );
    return { ok: false, problems };
  }
  const use = parsed.data;
  const problems = [
    ...countryProblems(use),
    ...purposeProblems(use),
    ...figureProblems(use),
    ...dateProblems(use, today),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, use };
}
