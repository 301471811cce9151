import { both, type Certainty, either, NO, not, YES } from '../claims/certainty.ts';
import { ALLOWED, ASK, UNKNOWN, WITH_DUTIES } from './answer-order.ts';
import { meetsAny } from './condition-holds.ts';
import { type CompiledClause, type CompiledLicense, reaches } from './license-terms.ts';
import type { Subject } from './subject.ts';
import type { UseProfile } from './use-profile.ts';

/**
 * Whether a clause applies to a use. A limit or duty is met by any part of the use and lifted by an
 * exemption for the whole of it; a grant has to hold for the whole and is lost for any part.
 */
export function applies(clause: CompiledClause, profile: UseProfile, subject: Subject): Certainty {
  const { appliesWhen, exceptWhen } = clause;
  const grant = clause.role === 'GRANT';
  const held = meetsAny(appliesWhen, profile, subject, grant ? 'WHOLE' : 'ANY', YES);
  if (held === NO || exceptWhen.length === 0) return held;
  return both(held, not(meetsAny(exceptWhen, profile, subject, grant ? 'ANY' : 'WHOLE', NO)));
}

/**
 * The answer that one license gives, as a number; nothing is allocated. `path` holds the methods by
 * which the model asked about was derived from the one that carries the license; 0: its own.
 */
export function licenseAnswer(
  license: CompiledLicense,
  profile: UseProfile,
  subject: Subject,
  path: number,
): number {
  let answer = license.complete ? ALLOWED : UNKNOWN;
  let granted = 0;
  let perhaps = 0;
  let grants: Certainty = path === 0 ? YES : NO;
  for (const clause of license.clauses) {
    const follows = reaches(clause.follows, path);
    if (path !== 0 && follows === NO) continue;
    const { role } = clause;
    if (role === 'GRANT') grants = either(grants, follows);
    const concerned = clause.activities & profile.activities;
    const unread = clause.unread & profile.activities;
    if ((concerned | unread) === 0 || role === 'EVENT') continue;
    let held = applies(clause, profile, subject);
    if (path !== 0) held = both(held, follows);
    if (held === NO) continue;
    if (unread !== 0 && answer < UNKNOWN) answer = UNKNOWN;
    if (role === 'GRANT') {
      if (held === YES) granted |= concerned;
      else perhaps |= concerned;
      perhaps |= unread;
    } else if (concerned === 0) {
    } else if (held !== YES) {
      if (answer < UNKNOWN) answer = UNKNOWN;
    } else if (role === 'DUTY') {
      if (answer < WITH_DUTIES) answer = WITH_DUTIES;
    } else if (answer < clause.answer) answer = clause.answer;
  }
  if (grants === NO || !license.complete) return answer;
  const open = profile.activities & ~granted;
  if (open === 0) return answer;
  const lacking = grants === YES && (open & ~perhaps) !== 0 ? ASK : UNKNOWN;
  return Math.max(answer, lacking);
}
