import { createGraphReader, type GraphReader } from '../../src/loaders/graph-reader.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { fillWithSeeds } from '../support/seeds.ts';

/** A reader of the real seeds that keeps nothing from one request to the next. */
export async function seedReader(): Promise<GraphReader> {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  return createGraphReader(await fillWithSeeds(store), { revisionCheckMs: null, cacheRows: 1 });
}

/** An EU start-up with two million users that fine-tunes a model and sells a product with it. */
export const startup = {
  activities: ['FINE_TUNE', 'OFFER_PRODUCT'],
  monthlyActiveUsers: 2_000_000,
  peakMonthlyActiveUsers: 2_000_000,
  annualRevenue: { amount: 3_000_000, currency: 'USD' },
  principalPlaceOfBusiness: 'DE',
  markets: ['DE', 'FR'],
  fieldsOfUse: [],
};
