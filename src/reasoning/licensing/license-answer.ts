import { both, type Certainty, either, NO, not, YES } from '../claims/certainty.ts';
import { ALLOWED, ASK, NOT_ALLOWED, UNKNOWN, WITH_DUTIES } from './answer-order.ts';
import { meetsAny } from './condition-holds.ts';
import { type CompiledClause, type CompiledLicense, followsPath } from './license-terms.ts';
import type { Subject } from './subject.ts';
import type { UseProfile } from './use-profile.ts';

/**
 * Whether a clause applies to a use. Any part of the use triggers a limit or duty, and an exemption
 * must hold for the whole use. A grant must hold for the whole use, and an exception for any part
 * removes it.
 */
function applies(clause: CompiledClause, profile: UseProfile, subject: Subject): Certainty {
  const { appliesWhen, exceptWhen } = clause;
  const grant = clause.role === 'GRANT';
  const held = meetsAny(appliesWhen, profile, subject, grant ? 'WHOLE' : 'ANY', YES);
  if (held === NO || exceptWhen.length === 0) return held;
  return both(held, not(meetsAny(exceptWhen, profile, subject, grant ? 'ANY' : 'WHOLE', NO)));
}

/** Receives the grounds of an answer, clause by clause. */
export interface AnswerListener {
  /**
   * The clause is about a part of the use, or was read before an activity of the use was in the
   * vocabulary.
   */
  meets(clause: CompiledClause): void;
  /** The clause applies (YES) or may apply (UNSURE). Alone it would give the answer. */
  applies(clause: CompiledClause, held: Certainty, follows: Certainty, answer: number): void;
  /** Clauses that may apply were read before these activities were in the vocabulary. */
  notAsked(activities: number): void;
  /** Not all clauses are recorded. */
  incomplete(): void;
  /**
   * No clause certainly grants these activities. `grants` says whether the license grants rights
   * here.
   */
  notGranted(activities: number, answer: number, grants: Certainty): void;
}

/**
 * The answer of one license, as a number. Without a listener nothing is allocated. `path` has the
 * derivation methods between the model asked about and the model with the license; 0 for its own
 * license.
 */
export function licenseAnswer(
  license: CompiledLicense,
  profile: UseProfile,
  subject: Subject,
  path: number,
  listener: AnswerListener | null = null,
): number {
  let answer = license.complete ? ALLOWED : UNKNOWN;
  let granted = 0;
  let perhaps = 0;
  let notAsked = 0;
  let grants: Certainty = path === 0 ? YES : NO;
  for (const clause of license.clauses) {
    const follows = path === 0 ? YES : followsPath(clause.follows, path);
    if (follows === NO) continue;
    const { role } = clause;
    if (role === 'GRANT') grants = either(grants, follows);
    const concerned = clause.activities & profile.activities;
    const unread = clause.unread & profile.activities;
    if ((concerned | unread) === 0) continue;
    if (listener !== null) listener.meets(clause);
    if (role === 'EVENT') continue;
    let held = applies(clause, profile, subject);
    if (path !== 0) held = both(held, follows);
    if (held === NO) continue;
    notAsked |= unread;
    if (role === 'GRANT') {
      if (held === YES) granted |= concerned;
      else perhaps |= concerned;
      perhaps |= unread;
    }
    if (concerned === 0) continue;
    let own = ALLOWED;
    if (role !== 'GRANT') {
      if (held !== YES) own = UNKNOWN;
      else own = role === 'DUTY' ? WITH_DUTIES : clause.answer;
    }
    if (listener !== null) listener.applies(clause, held, follows, own);
    // No answer outweighs this one, and no listener needs the other grounds.
    else if (own === NOT_ALLOWED) return own;
    if (own > answer) answer = own;
  }
  if (notAsked !== 0) {
    listener?.notAsked(notAsked);
    if (answer < UNKNOWN) answer = UNKNOWN;
  }
  if (!license.complete) {
    listener?.incomplete();
    return answer;
  }
  const open = profile.activities & ~granted;
  if (grants === NO || open === 0) return answer;
  const lacking = grants === YES && (open & ~perhaps) !== 0 ? ASK : UNKNOWN;
  listener?.notGranted(open, lacking, grants);
  return Math.max(answer, lacking);
}
