import { type UseInput, zUse } from '../../ontology/use.ts';
import { type UseProfile, useProfile } from './use-profile.ts';

/** A use with every fact that licenses ask for, so that only the license decides. */
interface JudgedUse {
  readonly name: string;
  readonly input: UseInput;
}

const dollars = (amount: number) => ({ amount, currency: 'USD' }) as const;

const small: Omit<UseInput, 'activities'> = {
  internalUse: false,
  fieldsOfUse: [],
  business: [],
  trains: [],
  competesWith: [],
  monthlyActiveUsers: 2_000_000,
  peakMonthlyActiveUsers: 2_000_000,
  usersAtRelease: 2_000_000,
  annualRevenue: dollars(5_000_000),
  peakMonthlyRevenue: dollars(500_000),
  businessLineRevenue: dollars(5_000_000),
  principalPlaceOfBusiness: 'US',
  markets: ['US'],
};

const large: Omit<UseInput, 'activities'> = {
  ...small,
  monthlyActiveUsers: 1_000_000_000,
  peakMonthlyActiveUsers: 1_000_000_000,
  usersAtRelease: 1_000_000_000,
  annualRevenue: dollars(50_000_000_000),
  peakMonthlyRevenue: dollars(5_000_000_000),
  businessLineRevenue: dollars(10_000_000_000),
};

/**
 * The uses that reveal the consequence of a disagreement. They are common uses, by users that
 * licenses treat differently.
 */
export const judgedUses: readonly JudgedUse[] = [
  {
    name: 'research that is not commercial',
    input: {
      activities: ['RUN', 'FINE_TUNE'],
      ...{ commercial: false, internalUse: true, fieldsOfUse: ['RESEARCH'] },
      ...{ business: [], trains: [], competesWith: [], monthlyActiveUsers: 0 },
      ...{ peakMonthlyActiveUsers: 0, annualRevenue: dollars(0) },
      ...{ principalPlaceOfBusiness: 'US', markets: ['US'] },
    },
  },
  { name: 'use inside a business', input: { ...small, activities: ['RUN'], internalUse: true } },
  {
    name: 'fine-tuning it and selling a product',
    input: { ...small, activities: ['FINE_TUNE', 'OFFER_PRODUCT'] },
  },
  {
    name: 'the same from and in the European Union',
    input: {
      ...small,
      ...{ activities: ['FINE_TUNE', 'OFFER_PRODUCT'] },
      ...{ principalPlaceOfBusiness: 'DE', markets: ['DE'] },
    },
  },
  {
    name: 'the same by a business with a billion users',
    input: { ...large, activities: ['FINE_TUNE', 'OFFER_PRODUCT'] },
  },
  {
    name: 'hosting it as a service',
    input: { ...small, activities: ['HOST_AS_SERVICE'], business: ['MODEL_AS_A_SERVICE'] },
  },
  {
    name: 'hosting it as a service, by a large business',
    input: { ...large, activities: ['HOST_AS_SERVICE'], business: ['MODEL_AS_A_SERVICE'] },
  },
  { name: 'passing it on', input: { ...small, activities: ['REDISTRIBUTE'] } },
  { name: 'selling its outputs', input: { ...small, activities: ['SELL_OUTPUTS'] } },
  {
    name: 'training another language model on its outputs',
    input: { ...small, activities: ['TRAIN_ON_OUTPUTS'], trains: ['LARGE_LANGUAGE_MODEL'] },
  },
];

const profiles = new Map<string, readonly UseProfile[]>();

/** The profiles of the judged uses on a day, in the same order. */
export function judgedProfiles(day: string): readonly UseProfile[] {
  let ready = profiles.get(day);
  if (ready === undefined) {
    ready = judgedUses.map(({ input }) => useProfile(zUse.parse(input), day));
    // A graph has few periods. Most disagreements have no end date.
    if (profiles.size < 100) profiles.set(day, ready);
  }
  return ready;
}
