import { valuesOf } from '../../ontology/enumeration.ts';
import { type Activity, ActivityEnum, type UseFact } from '../../ontology/use-vocabulary.ts';
import { type Certainty, UNSURE, YES } from '../claims/certainty.ts';
import { activityInWords } from '../walks/in-words.ts';
import { ALLOWED, ASK, UNKNOWN } from './answer-order.ts';
import type { DerivationStep, LicenseLeaf } from './binding.ts';
import { isBeforeItsTime, isOfLaterText } from './binding-answer.ts';
import { type AnswerListener, licenseAnswer } from './license-answer.ts';
import { type CompiledClause, followsPath } from './license-terms.ts';
import { clauseFacts, factsInWords } from './missing-facts.ts';
import type { Ground, Outcome } from './outcome.ts';
import { activityBits, type UseProfile } from './use-profile.ts';

const verbs: Readonly<Record<NonNullable<DerivationStep['method']>, string>> = {
  FINETUNE: 'was fine-tuned from it',
  QUANTIZED: 'is a quantization of it',
  ADAPTER: 'is an adapter on it',
  MERGE: 'was merged from it',
  DISTILLED: 'was distilled from it',
};

/** " It comes with Llama 3.3 70B: R1-Distill-Llama-70B was fine-tuned from it." */
export function lineageInWords(via: readonly DerivationStep[]): string {
  const last = via.at(-1);
  if (last === undefined) return '';
  const steps = via
    .toReversed()
    .map(
      ({ child, method }) =>
        `${child.name} ${method === null ? 'was made from it' : verbs[method]}`,
    );
  return ` It comes with ${last.parent.name}: ${steps.join(', ')}.`;
}

const nothing: readonly UseFact[] = [];
const unread: readonly UseFact[] = ['LICENSE_TEXT'];
const unreadActivity: readonly UseFact[] = ['ACTIVITY_COVERED'];

/** Collects the grounds of an answer, with every clause it depends on. */
class Reading implements AnswerListener {
  readonly grounds: Ground[] = [];
  readonly assumptions: string[] = [];
  evidence: number;
  /** Activities of the use that are newer than a clause which may apply. */
  unread = 0;
  readonly words: string;
  readonly leaf: LicenseLeaf;
  readonly profile: UseProfile;

  constructor(leaf: LicenseLeaf, profile: UseProfile) {
    this.leaf = leaf;
    this.profile = profile;
    this.evidence = leaf.evidence;
    this.words = lineageInWords(leaf.via);
  }

  add(
    answer: number,
    clause: CompiledClause | null,
    explanation: string,
    missing: readonly UseFact[],
  ): void {
    const { license, via, evidence } = this.leaf;
    this.grounds.push({
      answer,
      license: license.terms,
      clause: clause?.record ?? null,
      via,
      explanation,
      missing,
      evidence: Math.max(evidence, clause?.evidence ?? 0),
    });
  }

  meets(clause: CompiledClause): void {
    this.evidence = Math.max(this.evidence, clause.evidence);
    if (clause.role !== 'EVENT') this.assume(clause);
    else this.assumptions.push(`Nothing happens that ends the license. ${clause.sentence}`);
  }

  applies(clause: CompiledClause, held: Certainty, follows: Certainty, answer: number): void {
    if (held === YES) {
      this.add(answer, clause, clause.sentence + this.words, nothing);
      return;
    }
    if (clause.role === 'GRANT') return;
    const missing = clauseFacts(clause, this.profile, this.leaf.subject);
    if (follows === UNSURE) missing.push('DERIVATION_METHOD');
    const explanation = `${clause.sentence}${this.words} Whether this applies depends on: ${factsInWords(missing)}.`;
    this.add(answer, clause, explanation, missing);
  }

  /** Lists the assumptions of a comparison. */
  assume({ countsUsers, countsPartOfMonth, looksAtPlaces, looksAtLaw }: CompiledClause): void {
    const { use, home } = this.profile;
    if (countsPartOfMonth && use.peakMonthlyRevenue !== null) {
      this.assumptions.push(
        'Your revenue in the best month is that of the product or line that the license counts.',
      );
    }
    if (countsUsers && (use.monthlyActiveUsers !== null || use.peakMonthlyActiveUsers !== null)) {
      this.assumptions.push(
        'Your users are counted as the license counts them: those of the product, of you, or of you and your affiliates.',
      );
    }
    if (looksAtPlaces && home !== null) {
      this.assumptions.push(
        'The model is also used in the country of your principal place of business.',
      );
    }
    if (looksAtLaw && use.fieldsOfUse === null) {
      this.assumptions.push('The use keeps to the laws that apply to it.');
    }
  }

  notAsked(activities: number): void {
    this.unread = activities;
    const explanation = `Clauses of ${this.name} were read before this activity was defined here: ${listed(activities)}. Whether they cover it is not known until they are read again.${this.words}`;
    this.add(UNKNOWN, null, explanation, unreadActivity);
  }

  incomplete(): void {
    const explanation = `Not all clauses of ${this.name} are recorded: one that is missing may forbid this, or ask for something.${this.words}`;
    this.add(UNKNOWN, null, explanation, unread);
  }

  notGranted(activities: number, answer: number, grants: Certainty): void {
    const names = listed(activities);
    if (answer === ASK) {
      const explanation = `No clause of ${this.name} grants this: ${names}.${this.words}`;
      this.add(ASK, null, explanation, nothing);
      return;
    }
    const missing = this.grantFacts(grants);
    // `notAsked` has already reported that clauses must be read again.
    if (missing.length === 0 && this.unread !== 0) return;
    const explanation = `Whether ${this.name} grants this use (${names}) depends on: ${factsInWords(missing)}.${this.words}`;
    this.add(answer, null, explanation, missing);
  }

  get name(): string {
    return this.leaf.license.terms.name;
  }

  /** The facts that would decide whether the grants for the use hold. */
  grantFacts(grants: Certainty): readonly UseFact[] {
    const { license, subject, path } = this.leaf;
    const facts = new Set<UseFact>();
    for (const clause of license.clauses) {
      const { role, activities, follows } = clause;
      if (role !== 'GRANT' || (activities & this.profile.activities) === 0) continue;
      for (const fact of clauseFacts(clause, this.profile, subject)) facts.add(fact);
      if (followsPath(follows, path) === UNSURE) facts.add('DERIVATION_METHOD');
    }
    if (grants === UNSURE) facts.add('DERIVATION_METHOD');
    return [...facts];
  }

  /** A license cannot be taken before it exists. */
  check(): void {
    const { license, taken } = this.leaf;
    const { published, terms } = license;
    if (!isBeforeItsTime(this.leaf, this.profile)) {
      if (published === null && this.profile.use.obtainedOn !== null) {
        this.assumptions.push(
          `${terms.name}, of which no date is recorded, was there by ${taken.first}.`,
        );
      }
      this.checkTexts();
      return;
    }
    const explanation = `${terms.name} ${whenItCame(license)} (${taken.first}).${this.words}`;
    this.add(UNKNOWN, null, explanation, ['LICENSE_IN_FORCE']);
  }

  /** A clause read in a later text may not have stood in the one that was taken. */
  checkTexts(): void {
    const { license, taken } = this.leaf;
    const { name, documents } = license.terms;
    const said = new Set<string>();
    for (const clause of license.clauses) {
      if (!isOfLaterText(clause, this.leaf, this.profile)) continue;
      const title = documents[clause.record.documentIndex ?? 0]?.title ?? name;
      said.add(
        `${title} was published on ${clause.published?.first} at the earliest, after the day that counts (${taken.first}); what an earlier text of ${name} said is not recorded.${this.words}`,
      );
    }
    for (const explanation of said) this.add(UNKNOWN, null, explanation, ['LICENSE_IN_FORCE']);
  }
}

function whenItCame({ published, firstRead }: LicenseLeaf['license']): string {
  if (published !== null) {
    return `was published on ${published.first} at the earliest, after the day that counts`;
  }
  return firstRead === null
    ? 'has no recorded date, so that it may not have been there on the day that counts'
    : `has no recorded date and was first read on ${firstRead.first}, after the day that counts`;
}

const allActivities: readonly Activity[] = valuesOf(ActivityEnum);

function listed(activities: number): string {
  return allActivities
    .filter((activity) => (activityBits([activity]) & activities) !== 0)
    .map((activity) => activityInWords[activity])
    .join(', ');
}

/** The outcome of one license for a use, with every clause it depends on. */
export function licenseOutcome(leaf: LicenseLeaf, profile: UseProfile): Outcome {
  const reading = new Reading(leaf, profile);
  reading.check();
  const late = reading.grounds.length > 0 ? UNKNOWN : ALLOWED;
  const { license, subject, path } = leaf;
  const answer = Math.max(late, licenseAnswer(license, profile, subject, path, reading));
  const { grounds, assumptions, evidence } = reading;
  return { answer, grounds, assumptions, evidence };
}
