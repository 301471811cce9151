import type { UseInput } from '../../src/ontology/use.ts';

/** The uses in the requests: private use, a start-up, a host, training, and research. */
export const uses: readonly UseInput[] = [
  { activities: ['RUN'] },
  {
    ...{ activities: ['FINE_TUNE', 'OFFER_PRODUCT'], fieldsOfUse: [] },
    ...{ monthlyActiveUsers: 2_000_000, peakMonthlyActiveUsers: 2_000_000 },
    annualRevenue: { amount: 3_000_000, currency: 'USD' },
    ...{ principalPlaceOfBusiness: 'DE', markets: ['DE', 'FR'] },
  },
  {
    ...{ activities: ['HOST_AS_SERVICE'], internalUse: false },
    ...{ monthlyActiveUsers: 2_000_000, peakMonthlyActiveUsers: 2_000_000 },
    annualRevenue: { amount: 30_000_000, currency: 'USD' },
  },
  { activities: ['REDISTRIBUTE', 'TRAIN_ON_OUTPUTS'], trains: ['LARGE_LANGUAGE_MODEL'] },
  { activities: ['RUN'], commercial: false, fieldsOfUse: ['RESEARCH'] },
];

/** So many uses that no cache holds them all, so each request is judged anew. */
export function manyUses(): readonly UseInput[] {
  return Array.from({ length: 1000 }, (_, index) => ({
    ...(uses[1] as UseInput),
    peakMonthlyActiveUsers: 2_000_000 + index,
  }));
}
