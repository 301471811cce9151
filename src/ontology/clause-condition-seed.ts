import { z } from 'zod';
import type { ClauseCondition, Territory, Threshold } from './clause.ts';
import { MeasuredAtEnum, ThresholdScopeEnum, WindowEnum } from './clause-vocabulary.ts';
import { countryCodes } from './countries.ts';
import { zodEnum } from './enumeration.ts';
import { parseQuantity } from './quantity.ts';
import {
  type Currency,
  CurrencyEnum,
  zBusinessKind,
  zFieldOfUse,
  zTrainedModel,
} from './use-vocabulary.ts';

// A condition as a seed file writes it: `users: { above: 700M }`, `revenue: { above: 20M USD, … }`,
// `basedIn: [EU]`, `usedIn: [EU, GB]`.

const comparisons = { above: 'ABOVE', atLeast: 'AT_LEAST', below: 'BELOW' } as const;
type Bound = keyof typeof comparisons;

const boundShape = {
  above: z.union([z.string(), z.int()]).optional().describe('More than this.'),
  atLeast: z.union([z.string(), z.int()]).optional().describe('This or more.'),
  below: z.union([z.string(), z.int()]).optional().describe('Less than this.'),
  at: zodEnum(MeasuredAtEnum).optional().describe('When it is measured; TIME_OF_USE unless given.'),
  scope: zodEnum(ThresholdScopeEnum)
    .optional()
    .describe('Of what it counts; LICENSEE unless given.'),
};

/** The only bound that is given, as its comparison and its text; null for none or several. */
function boundOf(written: Partial<Record<Bound, string | number | undefined>>) {
  const given = (Object.keys(comparisons) as Bound[]).filter((name) => written[name] !== undefined);
  const [name] = given;
  if (name === undefined || given.length > 1) return null;
  return { comparison: comparisons[name], text: String(written[name]) };
}

const zUsers = z.strictObject(boundShape).transform((written, context): Threshold => {
  const bound = boundOf(written);
  const value = bound === null ? null : parseQuantity(bound.text, 'decimal');
  if (bound === null || value === null) {
    context.addIssue({ code: 'custom', message: 'expected one bound, such as "above: 700M"' });
    return z.NEVER;
  }
  return {
    metric: 'MONTHLY_ACTIVE_USERS',
    comparison: bound.comparison,
    value,
    currency: null,
    window: 'CALENDAR_MONTH',
    measuredAt: written.at ?? 'TIME_OF_USE',
    scope: written.scope ?? 'LICENSEE',
  };
});

const amountPattern = /^(\d+(?:\.\d+)?\s*[KMBT]?)\s+([A-Z]{3})$/;

const zRevenue = z
  .strictObject({
    ...boundShape,
    per: zodEnum(WindowEnum).describe('The period over which it counts.'),
  })
  .transform((written, context): Threshold => {
    const bound = boundOf(written);
    const [, amount = '', currency = ''] = amountPattern.exec(bound?.text ?? '') ?? [];
    const value = parseQuantity(amount, 'decimal');
    if (bound === null || value === null || !(currency in CurrencyEnum.values)) {
      context.addIssue({ code: 'custom', message: 'expected one bound, such as "above: 20M USD"' });
      return z.NEVER;
    }
    return {
      metric: 'REVENUE',
      comparison: bound.comparison,
      value,
      currency: currency as Currency,
      window: written.per,
      measuredAt: written.at ?? 'TIME_OF_USE',
      scope: written.scope ?? 'LICENSEE',
    };
  });

const zPlaces = z
  .array(
    z
      .string()
      .refine(
        (code) => code === 'EU' || countryCodes.has(code),
        'expected an ISO 3166-1 code or EU',
      ),
  )
  .min(1);

const places = {
  basedIn: { inside: true, test: 'PRINCIPAL_PLACE_OF_BUSINESS' },
  basedOutside: { inside: false, test: 'PRINCIPAL_PLACE_OF_BUSINESS' },
  usedIn: { inside: true, test: 'PLACE_OF_USE' },
  usedOutside: { inside: false, test: 'PLACE_OF_USE' },
} as const satisfies Record<string, Omit<Territory, 'codes'>>;
const placeNames = Object.keys(places) as readonly (keyof typeof places)[];

/** One condition. All parts that are given must hold. */
export const zSeedCondition = z
  .strictObject({
    commercial: z.boolean().optional().describe('Whether the use is commercial.'),
    internalUse: z.boolean().optional().describe('Whether it stays inside the organization.'),
    users: zUsers.optional().describe('A count of monthly active users.'),
    revenue: zRevenue.optional().describe('An amount of revenue.'),
    basedIn: zPlaces.optional().describe('Principal place of business in one of these.'),
    basedOutside: zPlaces.optional().describe('Principal place of business in none of these.'),
    usedIn: zPlaces.optional().describe('Used in one of these.'),
    usedOutside: zPlaces.optional().describe('Used outside all of these.'),
    multimodal: z.boolean().optional().describe('Whether the model has more than one modality.'),
    fieldsOfUse: z.array(zFieldOfUse).min(1).optional().describe('Used for one of these.'),
    business: zBusinessKind.optional().describe('The kind of business.'),
    competesWithLicensor: z
      .boolean()
      .optional()
      .describe('Whether one competes with the licensor.'),
    trains: zTrainedModel.optional().describe('What is trained with outputs.'),
  })
  .transform((written, context): Partial<ClauseCondition> => {
    const { users, revenue, basedIn, basedOutside, usedIn, usedOutside, ...plain } = written;
    const lists = { basedIn, basedOutside, usedIn, usedOutside };
    const named = placeNames.filter((name) => lists[name] !== undefined);
    const [place] = named;
    const condition: Record<string, unknown> = { ...plain };
    if (users !== undefined || revenue !== undefined) condition.threshold = users ?? revenue;
    if (place !== undefined) condition.territory = { codes: lists[place], ...places[place] };
    const crowded = named.length > 1 || (users !== undefined && revenue !== undefined);
    if (crowded || Object.keys(condition).length === 0) {
      const message = 'expected at least one part, with at most one threshold and one territory';
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    return condition as Partial<ClauseCondition>;
  });
