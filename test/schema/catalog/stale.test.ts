import { beforeAll, expect, it } from 'vitest';
import { createGraphReader, type GraphReader } from '../../../src/loaders/graph-reader.ts';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import { run } from '../../support/execute.ts';
import { change, claim, source, term } from '../../support/records.ts';

const dates = ['2026-05-20', '2026-05', '2026', null] as const;
let reader: GraphReader;
beforeAll(async () => {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  const faqs = dates.map((asOf) => ({
    question: 'Which is best?',
    answer: 'It depends.',
    ...{ asOf, sourceId: null },
  }));
  const about = term('t', { faqs });
  const by = source('s');
  const claims = [
    ...dates.map((asOf, index) => claim(`c${index}`, about, by, { asOf })),
    claim('d', about, by, { asOf: '2020', property: 'DEFINITION' }),
  ];
  await store.write(change({ entities: [about], sources: [by], claims }));
  reader = createGraphReader(store, { revisionCheckMs: null, cacheRows: 1 });
});

// A date that is only a month or a year counts as its last day.
it.each<[today: string, stale: readonly (boolean | null)[]]>([
  ['2026-05-20', [false, false, false, null]],
  ['2026-11-30', [false, false, false, null]],
  ['2026-12-01', [true, true, false, null]],
  ['2027-06-30', [true, true, false, null]],
  ['2027-07-01', [true, true, true, null]],
])(
  'on %s answers and statements older than half a year are stale, and say of when they are',
  async (today, stale) => {
    const query = '{ term(slug: "t") { faqs { asOf stale } claims { nodes { asOf stale } } } }';
    const { result } = await run(reader, { query }, today);
    const said = dates.map((asOf, index) => ({ asOf, stale: stale[index] }));
    // A fact has a period, so it does not become stale.
    const nodes = [...said, { asOf: '2020', stale: null }];
    expect(result.data).toEqual({ term: { faqs: said, claims: { nodes } } });
  },
);
