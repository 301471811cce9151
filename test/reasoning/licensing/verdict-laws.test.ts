import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClauseRecord } from '../../../src/ontology/clause.ts';
import { valuesOf } from '../../../src/ontology/enumeration.ts';
import type { Use } from '../../../src/ontology/use.ts';
import { ActivityEnum } from '../../../src/ontology/use-vocabulary.ts';
import { answerName, answerRank, UNKNOWN } from '../../../src/reasoning/licensing/answer-order.ts';
import { licenseAnswer } from '../../../src/reasoning/licensing/license-answer.ts';
import type { CompiledLicense } from '../../../src/reasoning/licensing/license-terms.ts';
import type { Subject } from '../../../src/reasoning/licensing/subject.ts';
import { licenseBinding, useVerdict } from '../../../src/reasoning/licensing/use-verdict.ts';
import {
  clausesArbitrary,
  day,
  knownSubject,
  knownUse,
  licenseArbitrary,
  licenseWith,
  profileFor,
  withheldKeys,
  withhold,
} from './generated.ts';
import { plainAnswer } from './plain-oracle.ts';

const runs = { numRuns: 2000 };

function ask(license: CompiledLicense, use: Use, subject: Subject) {
  return useVerdict(licenseBinding(license, day, subject), profileFor(use));
}

const someKeys = fc.subarray([...withheldKeys]);

describe('the laws of verdicts', () => {
  it('hold what a plain reading holds, and cite the clause that decides', () => {
    fc.assert(
      fc.property(clausesArbitrary, knownUse, knownSubject, (clauses, use, subject) => {
        const { answer, reasons } = ask(licenseWith(clauses), use, subject);
        const plain = plainAnswer(clauses, use, subject);
        expect(answer).toBe(plain.answer);
        const cited = reasons
          .filter(({ effect, clause }) => effect === answer && clause !== null)
          .map(({ clause }) => clause?.key);
        if (answer !== 'ALLOWED') expect(cited).toEqual(plain.deciding);
        const ranks = reasons.map(({ effect }) => answerRank(effect));
        expect(ranks).toEqual(ranks.toSorted((one, other) => other - one));
      }),
      runs,
    );
  });

  it('say the same the fast way and with reasons', () => {
    fc.assert(
      fc.property(
        licenseArbitrary,
        knownUse,
        someKeys,
        knownSubject,
        fc.integer({ min: 0, max: 63 }),
        (license, use, keys, subject, path) => {
          const profile = profileFor(withhold(use, keys));
          const leaf = { ...licenseBinding(license, day, subject), path };
          const fast = answerName(licenseAnswer(license, profile, subject, path));
          expect(fast).toBe(useVerdict(leaf, profile).answer);
        },
      ),
      runs,
    );
  });

  it('never grow more permissive by an activity more', () => {
    fc.assert(
      fc.property(
        licenseArbitrary,
        knownUse,
        someKeys,
        knownSubject,
        fc.constantFrom(...valuesOf(ActivityEnum)),
        (license, use, keys, subject, activity) => {
          const less = withhold(use, keys);
          const more = { ...less, activities: [...new Set([...less.activities, activity])] };
          const before = answerRank(ask(license, less, subject).answer);
          expect(answerRank(ask(license, more, subject).answer)).toBeGreaterThanOrEqual(before);
        },
      ),
      runs,
    );
  });

  it('do not depend on the order of clauses', () => {
    fc.assert(
      fc.property(
        clausesArbitrary,
        knownUse,
        someKeys,
        knownSubject,
        fc.boolean(),
        (clauses, use, keys, subject, complete) => {
          const given = withhold(use, keys);
          const reversed = licenseWith(clauses.toReversed(), complete);
          const one = ask(licenseWith(clauses, complete), given, subject);
          const other = ask(reversed, given, subject);
          const plain = ({ reasons, missing, ...rest }: typeof one) => ({
            ...rest,
            missing: missing.toSorted(),
            reasons: reasons.map(({ effect, clause }) => [effect, clause?.key ?? null]),
          });
          expect(plain(other)).toEqual(plain(one));
        },
      ),
      runs,
    );
  });

  it('never turn what is not known into a permission', () => {
    fc.assert(
      fc.property(
        licenseArbitrary,
        knownUse,
        someKeys,
        knownSubject,
        (license, use, keys, subject) => {
          const known = ask(license, use, subject);
          const withheld = ask(license, withhold(use, keys), subject);
          const before = answerRank(withheld.answer);
          const after = answerRank(known.answer);
          if (before < UNKNOWN) expect(after).toBe(before);
          if (before > UNKNOWN) expect(after).toBeGreaterThanOrEqual(before);
          expect(withheld.missing.length > 0).toBe(withheld.answer === 'UNKNOWN');
        },
      ),
      runs,
    );
  });

  it('do not know the kind of a competing model if a limit depends on it', () => {
    const kinds = ['LARGE_LANGUAGE_MODEL', 'FOUNDATION_MODEL', 'OTHER_MODEL'] as const;
    const limits = clausesArbitrary.map((clauses) =>
      // A grant or an exemption must hold for the whole use, so another kind may end it.
      clauses.filter(
        ({ effect, exceptWhen }) =>
          effect !== 'PERMITS' && exceptWhen.every(({ trains }) => trains === null),
      ),
    );
    fc.assert(
      fc.property(limits, knownUse, knownSubject, (clauses, use, subject) => {
        const license = licenseWith(clauses);
        const answered = (...trains: NonNullable<Use['trains']>) =>
          answerRank(ask(license, { ...use, trains }, subject).answer);
        const open = answered('COMPETING_MODEL');
        for (const kind of kinds) {
          const named = answered('COMPETING_MODEL', kind);
          if (open < UNKNOWN) expect(named).toBe(open);
          if (open > UNKNOWN) expect(named).toBeGreaterThanOrEqual(open);
        }
      }),
      runs,
    );
  });

  it('never allow under a license whose clauses are not all there', () => {
    fc.assert(
      fc.property(clausesArbitrary, knownUse, knownSubject, (clauses, use, subject) => {
        const { answer } = ask(licenseWith(clauses, false), use, subject);
        expect(answerRank(answer)).toBeGreaterThanOrEqual(UNKNOWN);
        const whole = answerRank(ask(licenseWith(clauses), use, subject).answer);
        if (answer === 'NOT_ALLOWED') expect(answerName(whole)).toBe('NOT_ALLOWED');
      }),
      runs,
    );
  });

  it('change across a threshold only by the clauses that name it', () => {
    const names = (clause: ClauseRecord) =>
      [...clause.appliesWhen, ...clause.exceptWhen].some(
        ({ threshold }) => threshold?.metric === 'MONTHLY_ACTIVE_USERS',
      );
    const users = fc.nat({ max: 200 });
    fc.assert(
      fc.property(
        licenseArbitrary,
        knownUse,
        knownSubject,
        users,
        (license, use, subject, count) => {
          const moved = { ...use, monthlyActiveUsers: count, usersAtRelease: count };
          const effects = (given: Use) =>
            new Map(
              ask(license, given, subject).reasons.flatMap(({ clause, effect }) =>
                clause === null ? [] : [[clause, effect] as const],
              ),
            );
          const before = effects(use);
          const after = effects(moved);
          for (const { record } of license.clauses) {
            if (!names(record)) expect(after.get(record)).toBe(before.get(record));
          }
        },
      ),
      runs,
    );
  });
});
