import type { UseInput } from '../../src/ontology/use.ts';

/** An EU start-up with two million users that fine-tunes a model and sells a product with it. */
export const startup: UseInput = {
  activities: ['FINE_TUNE', 'OFFER_PRODUCT'],
  monthlyActiveUsers: 2_000_000,
  peakMonthlyActiveUsers: 2_000_000,
  annualRevenue: { amount: 3_000_000, currency: 'USD' },
  principalPlaceOfBusiness: 'DE',
  markets: ['DE', 'FR'],
  fieldsOfUse: [],
};
