import type { z } from 'zod';
import type { UseFact, UseInput } from '../explorer/documents/types.ts';
import {
  businesses,
  currencies,
  fieldsOfUse,
  missingQuestions,
  trainedModels,
} from '../explorer/use-words.ts';
import { activityWords, artifactWords } from '../explorer/words.ts';
import { countryHint, countryNamed } from '../ontology/countries.ts';
import { choice, count, day, flag, keysOf, several, text } from './arguments.ts';
import { quoted, ToolProblem } from './problem.ts';

const activities = keysOf(activityWords);

/** A use, as arguments of a tool. */
export const useShape = {
  activities: several(
    choice(activities),
    'Everything that is done with the model. Shipping a model or fine-tune to others: REDISTRIBUTE; a product built on it: OFFER_PRODUCT',
    1,
    activities.length,
  ),
  commercial: flag('Default true').optional(),
  based_in: text('Country of your main place of business, such as DE').optional(),
  markets: several(text('Country'), 'Countries where it is used').optional(),
  monthly_active_users: count('Now').optional(),
  peak_monthly_active_users: count('Most ever').optional(),
  users_at_release: count("Monthly users at the model's release").optional(),
  annual_revenue: count('In whole units of currency').optional(),
  peak_monthly_revenue: count('Best month').optional(),
  business_line_revenue: count('Yearly, of the line that uses it').optional(),
  currency: choice(keysOf(currencies), 'Default USD').optional(),
  fields_of_use: several(
    choice(keysOf(fieldsOfUse)),
    'Purposes; [] where none of these applies',
  ).optional(),
  trains: several(
    choice(keysOf(trainedModels)),
    'What is trained with outputs; [] for nothing',
  ).optional(),
  business: several(choice(keysOf(businesses)), '[] for none of these').optional(),
  internal_use: flag('Whether it stays inside your organization').optional(),
  artifact: choice(keysOf(artifactWords), 'Default WEIGHTS').optional(),
  obtained_on: day('Default today').optional(),
};

type Shape = typeof useShape;
type UseArguments = {
  readonly [Name in keyof Shape]?: z.output<Shape[Name]> | undefined;
};

/** The use that the arguments describe. */
export function useOf(given: UseArguments): UseInput {
  const currency = given.currency ?? 'USD';
  const money = (amount: number | undefined) =>
    amount === undefined ? undefined : { amount, currency };
  const use = {
    activities: given.activities ?? [],
    commercial: given.commercial,
    principalPlaceOfBusiness:
      given.based_in === undefined ? undefined : countryOf(given.based_in, 'based_in'),
    markets: given.markets?.map((market) => countryOf(market, 'markets')),
    monthlyActiveUsers: given.monthly_active_users,
    peakMonthlyActiveUsers: given.peak_monthly_active_users,
    usersAtRelease: given.users_at_release,
    annualRevenue: money(given.annual_revenue),
    peakMonthlyRevenue: money(given.peak_monthly_revenue),
    businessLineRevenue: money(given.business_line_revenue),
    fieldsOfUse: given.fields_of_use,
    trains: given.trains,
    business: given.business,
    internalUse: given.internal_use,
    artifact: given.artifact,
    obtainedOn: given.obtained_on,
  };
  return Object.fromEntries(
    Object.entries(use).filter(([, value]) => value !== undefined),
  ) as unknown as UseInput;
}

/** The code of a country, given as a code or by its English name. */
function countryOf(given: string, argument: string): string {
  const code = countryNamed(given);
  if (code !== null) return code;
  const hint = countryHint(given.trim());
  const perhaps = hint === null ? '' : ` Perhaps: ${hint}.`;
  throw new ToolProblem(
    `“${argument}”: expected a country, such as DE or Germany, got ${quoted(given)}.${perhaps}`,
  );
}

/** The argument that gives each fact. Facts without an entry cannot be given. */
const argumentsOfFacts: Readonly<Partial<Record<UseFact, keyof Shape>>> = {
  FIELDS_OF_USE: 'fields_of_use',
  PRINCIPAL_PLACE_OF_BUSINESS: 'based_in',
  MARKETS: 'markets',
  MONTHLY_ACTIVE_USERS: 'monthly_active_users',
  USERS_AT_RELEASE: 'peak_monthly_active_users',
  ANNUAL_REVENUE: 'annual_revenue',
  MONTHLY_REVENUE: 'peak_monthly_revenue',
  BUSINESS_LINE_REVENUE: 'business_line_revenue',
  BUSINESS: 'business',
  INTERNAL_USE: 'internal_use',
  TRAINS: 'trains',
};

/** The question whose answer would decide the verdict. */
export function questionFor(fact: UseFact): string {
  const argument = argumentsOfFacts[fact];
  const { question } = missingQuestions[fact];
  return argument === undefined ? question : `${question} (“${argument}”)`;
}

/** The argument for each part of a use, as errors of the graph name it. */
export const useArgumentNames: Readonly<Record<string, string>> = {
  principalPlaceOfBusiness: 'based_in',
  markets: 'markets',
  obtainedOn: 'obtained_on',
  annualRevenue: 'annual_revenue',
  peakMonthlyRevenue: 'peak_monthly_revenue',
  businessLineRevenue: 'business_line_revenue',
  monthlyActiveUsers: 'monthly_active_users',
  peakMonthlyActiveUsers: 'peak_monthly_active_users',
  usersAtRelease: 'users_at_release',
  activities: 'activities',
  fieldsOfUse: 'fields_of_use',
  trains: 'trains',
  business: 'business',
  internalUse: 'internal_use',
};
