import fc from 'fast-check';
import type { ActivityVersions } from '../../../src/ontology/activity-versions.ts';
import {
  allDerivations,
  type ClauseCondition,
  type ClauseRecord,
  emptyCondition,
} from '../../../src/ontology/clause.ts';
import { ClauseEffectEnum } from '../../../src/ontology/clause-vocabulary.ts';
import { valuesOf } from '../../../src/ontology/enumeration.ts';
import type { Money, Use } from '../../../src/ontology/use.ts';
import {
  ActivityEnum,
  BusinessKindEnum,
  FieldOfUseEnum,
  TrainedModelEnum,
} from '../../../src/ontology/use-vocabulary.ts';
import {
  type CompiledLicense,
  compileLicense,
} from '../../../src/reasoning/licensing/license-terms.ts';
import type { Subject } from '../../../src/reasoning/licensing/subject.ts';
import { type UseProfile, useProfile } from '../../../src/reasoning/licensing/use-profile.ts';

// Licenses and uses generated for the laws. Value sets are small, so that clauses and uses match.

export const day = '2026-11-23';
const activities = valuesOf(ActivityEnum).slice(0, 4);
const fields = valuesOf(FieldOfUseEnum).slice(0, 3);
const trained = valuesOf(TrainedModelEnum);
/** A use that trains a competing model must name its kind, if everything is known. */
const kindsOfModels = ['LARGE_LANGUAGE_MODEL', 'FOUNDATION_MODEL', 'OTHER_MODEL'] as const;
const business = valuesOf(BusinessKindEnum);
const codes = ['DE', 'FR', 'GB', 'US'];

/** A list without repetitions, in the order of declaration. */
function some<Item>(items: readonly Item[], minLength = 0): fc.Arbitrary<Item[]> {
  return fc.subarray([...items], { minLength });
}

const threshold: fc.Arbitrary<ClauseCondition['threshold']> = fc.record({
  metric: fc.constantFrom('MONTHLY_ACTIVE_USERS', 'REVENUE'),
  comparison: fc.constantFrom('ABOVE', 'AT_LEAST', 'BELOW'),
  value: fc.constantFrom(0, 10, 12, 100, 120),
  currency: fc.constant('USD'),
  window: fc.constantFrom('CALENDAR_MONTH', 'TRAILING_12_MONTHS', 'YEAR'),
  measuredAt: fc.constantFrom('MODEL_RELEASE', 'TIME_OF_USE'),
  scope: fc.constantFrom('PRODUCT', 'BUSINESS_LINE', 'LICENSEE', 'GROUP'),
});
const territory: fc.Arbitrary<ClauseCondition['territory']> = fc.record({
  codes: some(['EU', 'GB', 'US'], 1),
  inside: fc.boolean(),
  test: fc.constantFrom('PRINCIPAL_PLACE_OF_BUSINESS', 'PLACE_OF_USE'),
});

const parts: readonly fc.Arbitrary<Partial<ClauseCondition>>[] = [
  fc.record({ commercial: fc.boolean() }),
  fc.record({ internalUse: fc.boolean() }),
  fc.record({ threshold }),
  fc.record({ territory }),
  fc.record({ multimodal: fc.boolean() }),
  fc.record({ fieldsOfUse: some(fields, 1) }),
  fc.record({ business: fc.constantFrom(...business) }),
  fc.record({ competesWithLicensor: fc.boolean() }),
  fc.record({ trains: fc.constantFrom(...trained) }),
];

const condition: fc.Arbitrary<ClauseCondition> = fc
  .array(fc.oneof(...parts), { minLength: 1, maxLength: 2 })
  .map((given) => Object.assign({ ...emptyCondition }, ...given) as ClauseCondition);

function conditions(maxLength: number) {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant<ClauseCondition[]>([]) },
    { weight: 3, arbitrary: fc.array(condition, { minLength: 1, maxLength }) },
  );
}

export function clauseArbitrary(key: string): fc.Arbitrary<ClauseRecord> {
  return fc
    .record({
      effect: fc.constantFrom(...valuesOf(ClauseEffectEnum)),
      activities: some(activities, 1),
      appliesWhen: conditions(2),
      exceptWhen: conditions(1),
      bindsDerivatives: some(allDerivations),
      evidence: fc.constantFrom('PUBLISHER', 'COPY', 'SECONDARY', null),
    })
    .map((given) => ({
      ...given,
      id: `Clause:made-up/${key}`,
      key,
      duty:
        given.effect === 'REQUIRES'
          ? { kind: 'ATTRIBUTE' as const, name: null, beforeUse: false }
          : null,
      activitiesVersion: 1,
      text: `Rule ${key}.`,
      section: key,
      documentIndex: 0,
      sourceId: null,
      asOf: null,
    }));
}

export function licenseWith(
  clauses: readonly ClauseRecord[],
  complete = true,
  slug = 'made-up',
  versions?: ActivityVersions,
): CompiledLicense {
  const terms = {
    id: `License:${slug}`,
    slug,
    name: `The ${slug} license`,
    spdxId: null,
    identifiers: [],
    osiApproved: null,
    documents: [{ kind: 'AGREEMENT', title: 'Agreement', publishedOn: null }] as const,
    clauses,
    clausesComplete: complete,
  };
  return compileLicense(terms, versions);
}

export const clausesArbitrary: fc.Arbitrary<ClauseRecord[]> = fc
  .integer({ min: 0, max: 6 })
  .chain((count) =>
    fc.tuple(...Array.from({ length: count }, (_, index) => clauseArbitrary(`c${index}`))),
  );

export const licenseArbitrary: fc.Arbitrary<CompiledLicense> = fc
  .tuple(clausesArbitrary, fc.boolean())
  .map(([clauses, complete]) => licenseWith(clauses, complete));

const usd = (amount: number): Money => ({ amount, currency: 'USD' });

/** A use with all facts known and consistent figures. */
export const knownUse: fc.Arbitrary<Use> = fc
  .record({
    activities: some(activities, 1),
    commercial: fc.boolean(),
    internalUse: fc.boolean(),
    fieldsOfUse: some(fields),
    business: some(business),
    trains: some(trained).filter(
      (trains) =>
        !trains.includes('COMPETING_MODEL') || kindsOfModels.some((kind) => trains.includes(kind)),
    ),
    competesWith: some(['Organization:licensor', 'Organization:other']),
    users: fc.constantFrom(0, 9, 10, 11, 99, 100, 101),
    atRelease: fc.constantFrom(0, 9, 10, 11, 99, 100, 101),
    month: fc.constantFrom(0, 1, 9, 10, 11, 100, 101),
    share: fc.integer({ min: 1, max: 12 }),
    line: fc.integer({ min: 0, max: 12 }),
    home: fc.constantFrom(...codes),
    markets: some(codes, 1),
  })
  .map((given) => {
    const year = given.month * given.share;
    return {
      activities: given.activities,
      artifact: 'WEIGHTS',
      obtainedOn: null,
      commercial: given.commercial,
      internalUse: given.internalUse,
      fieldsOfUse: given.fieldsOfUse,
      business: given.business,
      trains: given.trains,
      competesWith: given.competesWith,
      monthlyActiveUsers: given.users,
      peakMonthlyActiveUsers: Math.max(given.users, given.atRelease),
      usersAtRelease: given.atRelease,
      annualRevenue: usd(year),
      peakMonthlyRevenue: usd(given.month),
      // The month counts as that of the product, so the product's year contains it.
      businessLineRevenue: usd(Math.max(given.month, Math.floor((year * given.line) / 12))),
      principalPlaceOfBusiness: given.home,
      markets: given.markets,
    };
  });

export const withheldKeys = [
  'internalUse',
  'fieldsOfUse',
  'business',
  'trains',
  'competesWith',
  'monthlyActiveUsers',
  'peakMonthlyActiveUsers',
  'usersAtRelease',
  'annualRevenue',
  'peakMonthlyRevenue',
  'businessLineRevenue',
  'principalPlaceOfBusiness',
  'markets',
] as const satisfies readonly (keyof Use)[];

/** The same use, without some of its facts. */
export function withhold(use: Use, keys: readonly (typeof withheldKeys)[number][]): Use {
  return { ...use, ...Object.fromEntries(keys.map((key) => [key, null])) };
}

export const knownSubject: fc.Arbitrary<Subject> = fc.boolean().map((multimodal) => ({
  modelId: 'Model:made-up',
  name: 'Made-up',
  multimodal,
  licensorIds: ['Organization:licensor'],
}));

export function profileFor(use: Use): UseProfile {
  return useProfile(use, day);
}
