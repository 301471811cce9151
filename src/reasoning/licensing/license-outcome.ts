import { valuesOf } from '../../ontology/enumeration.ts';
import { type Activity, ActivityEnum, type UseFact } from '../../ontology/use-vocabulary.ts';
import { both, type Certainty, either, NO, UNSURE, YES } from '../claims/certainty.ts';
import { activityInWords } from '../walks/in-words.ts';
import { ALLOWED, ASK, UNKNOWN, WITH_DUTIES } from './answer-order.ts';
import type { DerivationStep, LicenseLeaf } from './binding.ts';
import { isBeforeItsTime, isOfLaterText } from './binding-answer.ts';
import { applies } from './license-answer.ts';
import { type CompiledClause, reaches } from './license-terms.ts';
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

/** What was asked, clause by clause: the same rules as `licenseAnswer`, with their grounds. */
class Reading {
  readonly grounds: Ground[] = [];
  readonly assumptions: string[] = [];
  answer: number;
  evidence: number;
  granted = 0;
  perhaps = 0;
  /** Activities of the use that a clause which may apply was read without. */
  unread = 0;
  grants: Certainty;
  readonly words: string;
  readonly leaf: LicenseLeaf;
  readonly profile: UseProfile;

  constructor(leaf: LicenseLeaf, profile: UseProfile) {
    this.leaf = leaf;
    this.profile = profile;
    this.answer = leaf.license.complete ? ALLOWED : UNKNOWN;
    this.evidence = leaf.evidence;
    this.grants = leaf.path === 0 ? YES : NO;
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
    this.answer = Math.max(this.answer, answer);
  }

  read(clause: CompiledClause): void {
    const { leaf, profile } = this;
    const follows = reaches(clause.follows, leaf.path);
    if (follows === NO) return;
    if (clause.role === 'GRANT') this.grants = either(this.grants, follows);
    const concerned = clause.activities & profile.activities;
    const unread = clause.unread & profile.activities;
    if ((concerned | unread) === 0) return;
    this.evidence = Math.max(this.evidence, clause.evidence);
    if (clause.role === 'EVENT') {
      this.assumptions.push(`Nothing happens that ends the license. ${clause.sentence}`);
      return;
    }
    this.assume(clause);
    const held = both(applies(clause, profile, leaf.subject), follows);
    if (held === NO) return;
    this.unread |= unread;
    if (clause.role === 'GRANT' && held === YES) this.granted |= concerned;
    if (clause.role === 'GRANT') this.perhaps |= held === UNSURE ? concerned | unread : unread;
    if (concerned !== 0) this.state(clause, held, follows);
  }

  state(clause: CompiledClause, held: Certainty, follows: Certainty): void {
    const { leaf, profile, words } = this;
    const grant = clause.role === 'GRANT';
    if (held === YES) {
      const full = grant ? ALLOWED : clause.role === 'DUTY' ? WITH_DUTIES : clause.answer;
      this.add(full, clause, clause.sentence + words, nothing);
      return;
    }
    if (grant) return;
    const missing = clauseFacts(clause, profile, leaf.subject);
    if (follows === UNSURE) missing.push('DERIVATION_METHOD');
    const explanation = `${clause.sentence}${words} Whether this applies depends on: ${factsInWords(missing)}.`;
    this.add(UNKNOWN, clause, explanation, missing);
  }

  /** Says what a comparison takes for granted. */
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
      this.assumptions.push('The model is used where your business has its principal place, too.');
    }
    if (looksAtLaw && use.fieldsOfUse === null) {
      this.assumptions.push('The use keeps to the laws that apply to it.');
    }
  }

  /** What no clause grants: of a license read in full, that is a reason to ask. */
  conclude(): void {
    const { license } = this.leaf;
    const { name } = license.terms;
    if (this.unread !== 0) {
      const explanation = `Clauses of ${name} were read before the vocabulary had this: ${listed(this.unread)}. Whether they are about it is not known until they are read again.${this.words}`;
      this.add(UNKNOWN, null, explanation, unreadActivity);
    }
    if (!license.complete) {
      const explanation = `Not all clauses of ${name} are recorded, so nothing follows from what it does not say.${this.words}`;
      this.add(UNKNOWN, null, explanation, unread);
      return;
    }
    const open = this.profile.activities & ~this.granted;
    if (this.grants === NO || open === 0) return;
    const names = listed(open);
    if (this.grants === YES && (open & ~this.perhaps) !== 0) {
      const explanation = `No clause of ${name} grants this: ${names}.${this.words}`;
      this.add(ASK, null, explanation, nothing);
      return;
    }
    const missing = this.grantFacts();
    // That clauses are to be read again has been said.
    if (missing.length === 0 && this.unread !== 0) return;
    const explanation = `Whether ${name} grants this use (${names}) depends on: ${factsInWords(missing)}.${this.words}`;
    this.add(UNKNOWN, null, explanation, missing);
  }

  /** What would tell whether the grants hold that are about the use. */
  grantFacts(): readonly UseFact[] {
    const { license, subject, path } = this.leaf;
    const facts = new Set<UseFact>();
    for (const clause of license.clauses) {
      const { role, activities, follows } = clause;
      if (role !== 'GRANT' || (activities & this.profile.activities) === 0) continue;
      for (const fact of clauseFacts(clause, this.profile, subject)) facts.add(fact);
      if (reaches(follows, path) === UNSURE) facts.add('DERIVATION_METHOD');
    }
    if (this.grants === UNSURE) facts.add('DERIVATION_METHOD');
    return [...facts];
  }

  /** A license cannot have been taken before it was there. */
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

/** What one license answers to a use, with every clause that bears on it. */
export function licenseOutcome(leaf: LicenseLeaf, profile: UseProfile): Outcome {
  const reading = new Reading(leaf, profile);
  reading.check();
  for (const clause of leaf.license.clauses) reading.read(clause);
  reading.conclude();
  const { answer, grounds, assumptions, evidence } = reading;
  return { answer, grounds, assumptions, evidence };
}
