import { compareText } from '../../base/compare-text.ts';
import type { ClauseRecord } from '../../ontology/clause.ts';
import type { UseAnswer, UseFact } from '../../ontology/use-vocabulary.ts';
import type { Evidence } from '../../ontology/vocabulary.ts';
import { evidenceOf, evidenceRank } from '../../ontology/vocabulary.ts';
import { spanOfDay } from '../claims/days.ts';
import { ASK, answerName, disputedAnswer, UNKNOWN, WITH_DUTIES } from './answer-order.ts';
import { type Binding, type DerivationStep, type LicenseLeaf, leavesOf } from './binding.ts';
import { licenseOutcome } from './license-outcome.ts';
import type { CompiledLicense, LicenseTerms } from './license-terms.ts';
import type { Ground, Outcome } from './outcome.ts';
import { noModel, type Subject } from './subject.ts';
import type { UseProfile } from './use-profile.ts';

export interface UseReason {
  readonly effect: UseAnswer;
  /** Null where no license is known. */
  readonly license: LicenseTerms | null;
  /** Null where the reason is not a clause: a text that is only partly read, or a missing model. */
  readonly clause: ClauseRecord | null;
  /** The derivations through which the license was inherited. Empty for the model's own license. */
  readonly via: readonly DerivationStep[];
  readonly explanation: string;
}

export interface UseVerdict {
  readonly answer: UseAnswer;
  /** The weakest evidence of the verdict. Null for an editor's judgment or an unknown fact. */
  readonly evidence: Evidence | null;
  /** The most restrictive first. */
  readonly reasons: readonly UseReason[];
  readonly duties: readonly ClauseRecord[];
  readonly missing: readonly UseFact[];
  readonly assumptions: readonly string[];
}

/** The outcome of several bindings that all apply. */
function together(outcomes: readonly Outcome[]): Outcome {
  return {
    answer: Math.max(0, ...outcomes.map(({ answer }) => answer)),
    grounds: outcomes.flatMap(({ grounds }) => grounds),
    assumptions: outcomes.flatMap(({ assumptions }) => assumptions),
    evidence: Math.max(0, ...outcomes.map(({ evidence }) => evidence)),
  };
}

function namesOf(binding: Binding): string {
  return leavesOf(binding)
    .map(({ license }) => license.terms.name)
    .join(' and ');
}

/**
 * The user's choice: the most permissive branch. Among equal ones, the branch with fewer duties.
 */
function chosen(branches: readonly Binding[], profile: UseProfile): Outcome {
  const outcomes = branches.map((branch) => ({ branch, outcome: outcomeOf(branch, profile) }));
  const duties = ({ grounds }: Outcome) =>
    grounds.filter(({ answer }) => answer === WITH_DUTIES).length;
  const [best] = outcomes.sort(
    (one, other) =>
      one.outcome.answer - other.outcome.answer || duties(one.outcome) - duties(other.outcome),
  );
  if (best === undefined) return together([]);
  const choice = `You choose ${namesOf(best.branch)} among the licenses offered.`;
  return { ...best.outcome, assumptions: [...best.outcome.assumptions, choice] };
}

/** The outcome if one of several holds, and it is not known which: see `disputedAnswer`. */
function disputed(binding: Extract<Binding, { kind: 'DISPUTED' }>, profile: UseProfile): Outcome {
  const branches = binding.of.map((branch) => ({ branch, outcome: outcomeOf(branch, profile) }));
  const answers = branches.map(({ outcome }) => outcome.answer);
  const worst = Math.max(...answers);
  const answer = disputedAnswer(Math.min(...answers), worst);
  const all = together(branches.map(({ outcome }) => outcome));
  const agreed = answers.every((other) => other === worst);
  const grounds = branches.flatMap(({ branch, outcome }) =>
    outcome.grounds.map((ground): Ground => {
      const condition = namesOf(branch);
      const explanation =
        agreed || condition === ''
          ? ground.explanation
          : `If ${condition} holds: ${ground.explanation}`;
      return { ...ground, answer: Math.min(ground.answer, answer), explanation };
    }),
  );
  const { via, explanation } = binding;
  if (agreed || worst <= WITH_DUTIES) {
    const assumptions = [...all.assumptions, `${explanation} The answer holds under each.`];
    return { ...all, answer, grounds, assumptions };
  }
  const { evidence } = all;
  const doubt: Ground = {
    answer,
    license: null,
    clause: null,
    via,
    explanation,
    missing: ['LICENSE_IN_FORCE'],
    evidence,
  };
  return { ...all, answer, grounds: [...grounds, doubt] };
}

/** The evidence of an unknown fact, which has no source. */
const nothingRead = evidenceRank(null);

function outcomeOf(binding: Binding, profile: UseProfile): Outcome {
  switch (binding.kind) {
    case 'LICENSE':
      return licenseOutcome(binding, profile);
    case 'UNKNOWN': {
      const { via, explanation, missing } = binding;
      const ground: Ground = {
        answer: UNKNOWN,
        license: null,
        clause: null,
        via,
        explanation,
        missing: [missing],
        evidence: nothingRead,
      };
      return { answer: UNKNOWN, grounds: [ground], assumptions: [], evidence: nothingRead };
    }
    case 'ALL':
      return together(binding.of.map((part) => outcomeOf(part, profile)));
    case 'CHOICE':
      return chosen(binding.of, profile);
    case 'DISPUTED':
      return disputed(binding, profile);
  }
}

/**
 * Orders grounds: the most restrictive first, then by the fewest derivations, license and clause.
 */
function compareGrounds(one: Ground, other: Ground): number {
  return (
    other.answer - one.answer ||
    one.via.length - other.via.length ||
    compareText(one.license?.id ?? '', other.license?.id ?? '') ||
    compareText(one.clause?.key ?? '', other.clause?.key ?? '') ||
    compareText(one.explanation, other.explanation)
  );
}

/** Each clause once for each answer, with the fewest derivations. Grounds stay sorted. */
function distinct(grounds: readonly Ground[]): readonly Ground[] {
  const seen = new Map<ClauseRecord | string, number>();
  return grounds.filter(({ answer, clause, license, explanation, missing }) => {
    // A text that is only partly read is one reason, however often it was inherited.
    const unread = license !== null && missing[0] === 'LICENSE_TEXT';
    const key = clause ?? `${license?.id} ${unread ? 'LICENSE_TEXT' : explanation}`;
    if (seen.get(key) === answer) return false;
    seen.set(key, answer);
    return true;
  });
}

/**
 * The weakest evidence that the answer depends on. One ground is enough for a restriction, so the
 * best evidence counts. A permission depends on everything that was examined.
 */
function evidenceFor({ answer, evidence, grounds }: Outcome): Evidence | null {
  if (answer < ASK) return evidenceOf(evidence);
  let best = Number.POSITIVE_INFINITY;
  for (const ground of grounds) {
    if (ground.answer === answer) best = Math.min(best, ground.evidence);
  }
  return evidenceOf(best);
}

const nothing: readonly never[] = [];

function verdictOf(outcome: Outcome, several: boolean): UseVerdict {
  const { answer, assumptions } = outcome;
  const sorted = outcome.grounds.toSorted(compareGrounds);
  const reasons: UseReason[] = [];
  const duties: ClauseRecord[] = [];
  for (const ground of several ? distinct(sorted) : sorted) {
    const { license, clause, via, explanation } = ground;
    reasons.push({ effect: answerName(ground.answer), license, clause, via, explanation });
    if (clause !== null && clause.duty !== null && ground.answer === WITH_DUTIES) {
      duties.push(clause);
    }
  }
  const missing = answer === UNKNOWN ? sorted.flatMap((ground) => ground.missing) : nothing;
  return {
    answer: answerName(answer),
    evidence: evidenceFor(outcome),
    reasons,
    duties,
    missing: missing.length < 2 ? missing : [...new Set(missing)],
    assumptions: assumptions.length < 2 ? assumptions : [...new Set(assumptions)].sort(compareText),
  };
}

/** The verdict on a use under a binding. */
export function useVerdict(binding: Binding, profile: UseProfile): UseVerdict {
  return verdictOf(outcomeOf(binding, profile), binding.kind !== 'LICENSE');
}

/** A license alone as a binding. `subject` has the known facts about the model. */
export function licenseBinding(
  license: CompiledLicense,
  day: string,
  subject: Subject = noModel,
): LicenseLeaf {
  return {
    kind: 'LICENSE',
    license,
    subject,
    taken: spanOfDay(day),
    via: [],
    path: 0,
    evidence: 0,
  };
}
