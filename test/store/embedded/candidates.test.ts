import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/embedded/database.ts';
import { fewCandidates, satisfying } from '../../../src/store/embedded/filter-candidates.ts';
import { entityTest } from '../../../src/store/embedded/matching.ts';
import { Snapshot } from '../../../src/store/embedded/snapshot.ts';
import { Writer } from '../../../src/store/embedded/write-change.ts';
import type { Condition, Hop } from '../../../src/store/list-condition.ts';
import { change, license, model, organization, relation, term } from '../../support/records.ts';
import { aCondition } from '../../support/spec-arbitraries.ts';

const families = ['Common', 'Common', 'Common', 'Rare'];
const models = Array.from({ length: 200 }, (_, n) =>
  model(`m${n}`, {
    familyName: n % 50 === 0 ? 'Rare' : (families[n % 3] ?? null),
    totalParameters: n % 9 === 0 ? null : n,
    inputModalities: n % 40 === 0 ? ['TEXT', 'IMAGE'] : ['TEXT'],
    sortReleasedOn: n % 7 === 0 ? '' : `20${10 + (n % 15)}-01-01`,
  }),
);
const makers = ['o0', 'o1', 'o2'].map((slug) => organization(slug));
const licenses = ['l0', 'l1'].map((slug) => license(slug));
const permissive = term('t0');
const [rareMaker, commonMaker] = makers as [(typeof makers)[0], (typeof makers)[0]];
const [rareLicense, commonLicense] = licenses as [(typeof licenses)[0], (typeof licenses)[0]];

const database = openDatabase(':memory:');
new Writer(database).write(
  change({
    entities: [...models, ...makers, ...licenses, permissive],
    relations: [
      ...models.map((from, n) =>
        relation(from, 'DEVELOPED_BY', n % 30 === 0 ? rareMaker : commonMaker, {
          best: n % 4 !== 1,
        }),
      ),
      ...models.map((from, n) =>
        relation(from, 'LICENSED_UNDER', n % 25 === 0 ? rareLicense : commonLicense),
      ),
      relation(rareLicense, 'CLASSIFIED_AS', permissive),
      relation(models[3] as (typeof models)[0], 'RELATED_TO', rareMaker),
    ],
  }),
);
const snapshot = new Snapshot(database);

const linked = (slug: string, ...types: Hop['type'][]): Condition => {
  return { op: 'linked', hops: types.map((type) => ({ type, direction: 'OUT' })), slugs: [slug] };
};
const range = (property: string, min: number | string | null, max: number | string | null) =>
  ({ op: 'range', property, min, max }) as const;

describe('candidates', () => {
  it.each<[string, Condition, number]>([
    ['a value', { op: 'in', property: 'familyName', values: ['Rare'] }, 4],
    ['an item of a list', { op: 'in', property: 'inputModalities', values: ['IMAGE'] }, 5],
    ['a range', range('totalParameters', 190, null), 9],
    ['days', range('sortReleasedOn', '0000', '2010-12-31'), 12],
    ['a rare text', { op: 'contains', property: 'folded', text: 'm19' }, 11],
    ['a developer', linked('o0', 'DEVELOPED_BY'), 7],
    ['a class of licenses', linked('t0', 'LICENSED_UNDER', 'CLASSIFIED_AS'), 8],
    [
      'the rarest of several',
      { op: 'all', of: [linked('o1', 'DEVELOPED_BY'), linked('o0', 'DEVELOPED_BY')] },
      7,
    ],
  ])('of %s come from an index', (_what, where, count) => {
    expect(fewCandidates(snapshot, 'MODEL', where)).toHaveLength(count);
  });

  it.each<[string, Condition]>([
    ['values that many have', { op: 'in', property: 'familyName', values: ['Common', 'Rare'] }],
    ['a wide range', range('totalParameters', null, 150)],
    ['a developer of many', linked('o1', 'DEVELOPED_BY')],
    ['a text that many have', { op: 'contains', property: 'folded', text: 'm' }],
    ['nothing', { op: 'all', of: [] }],
  ])('are not gathered for %s: reading in order comes to a page sooner', (_what, where) => {
    expect(fewCandidates(snapshot, 'MODEL', where)).toBeNull();
  });

  it('are all that satisfy, each once, whatever the condition', () => {
    fc.assert(
      fc.property(aCondition, fc.constantFrom('MODEL', 'TERM', 'LICENSE'), (where, kind) => {
        const expected = snapshot.list(kind, 'sort').filter(entityTest(where, snapshot));
        const found = satisfying(snapshot, { kind, where });
        expect(found).toHaveLength(expected.length);
        expect(new Set(found)).toEqual(new Set(expected));
      }),
      { numRuns: 500 },
    );
  });
});
