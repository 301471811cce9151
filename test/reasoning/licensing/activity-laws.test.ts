import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActivityVersions,
  activityVersions,
} from '../../../src/ontology/activity-versions.ts';
import type { ClauseRecord } from '../../../src/ontology/clause.ts';
import { clauseRecords, type SeedClause } from '../../../src/ontology/clause-seed.ts';
import { valuesOf } from '../../../src/ontology/enumeration.ts';
import { type Use, zUse } from '../../../src/ontology/use.ts';
import { type Activity, ActivityEnum } from '../../../src/ontology/use-vocabulary.ts';
import { answerName, answerRank, UNKNOWN } from '../../../src/reasoning/licensing/answer-order.ts';
import { judgedUses } from '../../../src/reasoning/licensing/judged-uses.ts';
import { licenseAnswer } from '../../../src/reasoning/licensing/license-answer.ts';
import type { CompiledLicense } from '../../../src/reasoning/licensing/license-terms.ts';
import type { Subject } from '../../../src/reasoning/licensing/subject.ts';
import { licenseBinding, useVerdict } from '../../../src/reasoning/licensing/use-verdict.ts';
import {
  clausesArbitrary,
  day,
  knownSubject,
  knownUse,
  licenseWith,
  profileFor,
  withheldKeys,
  withhold,
} from './generated.ts';
import { licenseOf, licensesWith } from './seed-graph.ts';

const activities = valuesOf(ActivityEnum);
const runs = { numRuns: 2000 };
const context = {
  licenseId: 'License:made-up',
  documents: [{ kind: 'AGREEMENT', title: 'Agreement' }],
  cite: { sourceId: null, evidence: null, asOf: null },
} as const;

/** The vocabulary without an activity. */
function without(newcomer: Activity): ActivityVersions {
  return { ...activityVersions, [newcomer]: null };
}
function withLater(newcomer: Activity): ActivityVersions {
  return { ...activityVersions, [newcomer]: 2 };
}

type Written = SeedClause['activities'];

interface World {
  readonly newcomer: Activity;
  readonly clauses: readonly SeedClause[];
  readonly complete: boolean;
  readonly subject: Subject;
  /** The use does not name the new activity. */
  readonly use: Use;
}

/** A clause as a file wrote it before the new activity. */
function asWritten(record: ClauseRecord, activities: Written): SeedClause {
  const { key, effect, duty, appliesWhen, exceptWhen, bindsDerivatives, text } = record;
  const base = { key, effect, activities, appliesWhen, exceptWhen, bindsDerivatives, text };
  return duty === null ? base : { ...base, duty };
}

const worlds: fc.Arbitrary<World> = fc
  .constantFrom(...activities)
  .chain((newcomer) => {
    const known = activities.filter((activity) => activity !== newcomer);
    const some = fc.subarray(known, { minLength: 1 });
    const written = fc.oneof(fc.constantFrom('ALL' as const, 'ALL_BUT_HOSTED_USE' as const), some);
    return fc.record({
      newcomer: fc.constant(newcomer),
      records: clausesArbitrary,
      written: fc.array(written, { minLength: 6, maxLength: 6 }),
      complete: fc.boolean(),
      subject: knownSubject,
      use: knownUse,
      asked: some,
      withheld: fc.subarray([...withheldKeys]),
    });
  })
  .map(({ records, written, use, asked, withheld, ...rest }) => ({
    ...rest,
    clauses: records.map((record, index) => asWritten(record, written[index] ?? 'ALL')),
    use: { ...withhold(use, withheld), activities: asked },
  }));

function licenseIn(
  { clauses, complete }: World,
  activitiesVersion: number,
  versions: ActivityVersions,
): CompiledLicense {
  const records = clauseRecords(clauses, { ...context, activitiesVersion }, versions);
  return licenseWith(records, complete, 'made-up', versions);
}

function ask(license: CompiledLicense, use: Use, subject: Subject, path = 0) {
  const leaf = { ...licenseBinding(license, day, subject), path };
  return useVerdict(leaf, profileFor(use));
}

describe('an activity that is added to the vocabulary', () => {
  it('changes no verdict on uses that do not name it', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 0, max: 63 }), (world, path) => {
        const { newcomer, use, subject } = world;
        const before = ask(licenseIn(world, 1, without(newcomer)), use, subject, path);
        const after = ask(licenseIn(world, 1, withLater(newcomer)), use, subject, path);
        expect(after).toEqual(before);
      }),
      runs,
    );
  });

  it('is never allowed by clauses that were read without it', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { newcomer, use, subject } = world;
        const naming = { ...use, activities: [...use.activities, newcomer] };
        for (const named of [naming, { ...use, activities: [newcomer] }]) {
          const { answer } = ask(licenseIn(world, 1, withLater(newcomer)), named, subject);
          expect(answerRank(answer)).toBeGreaterThanOrEqual(UNKNOWN);
        }
      }),
      runs,
    );
  });

  it('has the same answer with and without reasons, with the missing facts', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 0, max: 63 }), (world, path) => {
        const { newcomer, use, subject } = world;
        const license = licenseIn(world, 1, withLater(newcomer));
        const naming = { ...use, activities: [...use.activities, newcomer] };
        const { answer, missing } = ask(license, naming, subject, path);
        const profile = profileFor(naming);
        expect(answerName(licenseAnswer(license, profile, subject, path))).toBe(answer);
        expect(missing.length > 0).toBe(answer === 'UNKNOWN');
      }),
      runs,
    );
  });

  it('is answered like any other once the clauses are read again', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { newcomer, use, subject } = world;
        const naming = { ...use, activities: [...use.activities, newcomer] };
        const again = ask(licenseIn(world, 2, withLater(newcomer)), naming, subject);
        const always = ask(licenseIn(world, 1, activityVersions), naming, subject);
        expect(again.answer).toBe(always.answer);
        expect(again.missing).toEqual(always.missing);
      }),
      runs,
    );
  });

  it.each(activities)('leaves the licenses of the seeds as they were read (%s)', (newcomer) => {
    const later = licensesWith(withLater(newcomer)).filter(({ clauses }) =>
      // A clause that names the activity was read with it.
      clauses.every(({ record }) => !record.activities.includes(newcomer)),
    );
    for (const license of later) {
      const now = licenseOf(license.terms.slug);
      for (const { input } of judgedUses) {
        const use = zUse.parse(input);
        const rest = use.activities.filter((activity) => activity !== newcomer);
        const naming = { ...use, activities: [...rest, newcomer] };
        const named = useVerdict(licenseBinding(license, day), profileFor(naming));
        expect(answerRank(named.answer)).toBeGreaterThanOrEqual(UNKNOWN);
        if (rest.length === 0) continue;
        const profile = profileFor({ ...use, activities: rest });
        const { answer } = useVerdict(licenseBinding(license, day), profile);
        expect(answer).toBe(useVerdict(licenseBinding(now, day), profile).answer);
      }
    }
    if (newcomer === 'TRAIN_ON_OUTPUTS') {
      const mit = later.find(({ terms }) => terms.slug === 'mit');
      if (mit === undefined) throw new Error('MIT names no training');
      const profile = profileFor(zUse.parse({ activities: ['TRAIN_ON_OUTPUTS'] }));
      const { answer, missing, reasons } = useVerdict(licenseBinding(mit, day), profile);
      expect({ answer, missing }).toEqual({ answer: 'UNKNOWN', missing: ['ACTIVITY_COVERED'] });
      expect(reasons.map(({ explanation }) => explanation)).toEqual([
        'Clauses of MIT License were read before this activity was defined here: training models on its outputs. Whether they cover it is not known until they are read again.',
      ]);
    }
  });
});
