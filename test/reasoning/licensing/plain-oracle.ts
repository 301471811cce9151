import type { ClauseCondition, ClauseRecord, Threshold } from '../../../src/ontology/clause.ts';
import type { Use } from '../../../src/ontology/use.ts';
import type { Subject } from '../../../src/reasoning/licensing/subject.ts';

// Judges clauses in a slow and simple way, for uses with all facts known: there is no third value.

const union = new Set(['DE', 'FR']);

function figureOf(threshold: Threshold, use: Use): number {
  if (threshold.metric === 'MONTHLY_ACTIVE_USERS') {
    const at = threshold.measuredAt === 'MODEL_RELEASE' ? use.usersAtRelease : null;
    return at ?? use.monthlyActiveUsers ?? Number.NaN;
  }
  const partial = threshold.scope === 'PRODUCT' || threshold.scope === 'BUSINESS_LINE';
  const yearly = partial ? use.businessLineRevenue : use.annualRevenue;
  const money = threshold.window === 'CALENDAR_MONTH' ? use.peakMonthlyRevenue : yearly;
  return money?.amount ?? Number.NaN;
}

function holds(condition: ClauseCondition, use: Use, subject: Subject, whole: boolean): boolean {
  const { threshold, territory, fieldsOfUse, business, trains } = condition;
  const meets = <Item>(given: readonly Item[] | null, wanted: readonly Item[]) => {
    const items = given ?? [];
    return whole
      ? items.length > 0 && items.every((item) => wanted.includes(item))
      : items.some((item) => wanted.includes(item));
  };
  if (condition.commercial !== null && condition.commercial !== use.commercial) return false;
  if (condition.internalUse !== null && condition.internalUse !== use.internalUse) return false;
  if (condition.multimodal !== null && condition.multimodal !== subject.multimodal) return false;
  if (threshold !== null) {
    const figure = figureOf(threshold, use);
    const { comparison, value } = threshold;
    const over = comparison === 'ABOVE' ? figure > value : figure >= value;
    if (comparison === 'BELOW' ? over : !over) return false;
  }
  if (territory !== null) {
    const home = use.principalPlaceOfBusiness ?? '';
    const places = territory.test === 'PLACE_OF_USE' ? [...(use.markets ?? []), home] : [home];
    const lies = (code: string) =>
      (territory.codes.includes(code) || (territory.codes.includes('EU') && union.has(code))) ===
      territory.inside;
    if (!(whole ? places.every(lies) : places.some(lies))) return false;
  }
  if (fieldsOfUse !== null && !meets(use.fieldsOfUse, fieldsOfUse)) return false;
  if (business !== null && !meets(use.business, [business])) return false;
  if (trains !== null) {
    const wanted =
      trains === 'FOUNDATION_MODEL' ? [trains, 'LARGE_LANGUAGE_MODEL' as const] : [trains];
    if (!meets(use.trains, wanted)) return false;
  }
  if (condition.competesWithLicensor !== null) {
    const rival = (subject.licensorIds ?? []).some((id) => use.competesWith?.includes(id));
    if (rival !== condition.competesWithLicensor) return false;
  }
  return true;
}

/** Whether a clause applies to a use with all facts known. */
export function plainlyApplies(clause: ClauseRecord, use: Use, subject: Subject): boolean {
  if (!clause.activities.some((activity) => use.activities.includes(activity))) return false;
  const grant = clause.effect === 'PERMITS';
  const applied =
    clause.appliesWhen.length === 0 ||
    clause.appliesWhen.some((condition) => holds(condition, use, subject, grant));
  return applied && !clause.exceptWhen.some((condition) => holds(condition, use, subject, !grant));
}

const restrictive = ['NEEDS_SEPARATE_LICENSE', 'FORBIDS', 'WITHHOLDS_GRANT', 'TERMINATES'];

/** The answer of a complete license, and the keys of the clauses that give it. */
export function plainAnswer(clauses: readonly ClauseRecord[], use: Use, subject: Subject) {
  const applied = clauses.filter((clause) => plainlyApplies(clause, use, subject));
  const limits = applied.filter(
    ({ effect, appliesWhen }) =>
      restrictive.includes(effect) && !(effect === 'TERMINATES' && appliesWhen.length === 0),
  );
  const asking = limits.filter(({ effect }) => effect === 'NEEDS_SEPARATE_LICENSE');
  const bans = limits.filter((clause) => !asking.includes(clause));
  const granted = applied
    .filter(({ effect }) => effect === 'PERMITS')
    .flatMap(({ activities }) => activities);
  const lacks = !use.activities.every((activity) => granted.includes(activity));
  const duties = applied.filter(({ effect }) => effect === 'REQUIRES');
  const keys = (list: readonly ClauseRecord[]) => list.map(({ key }) => key);
  if (bans.length > 0) return { answer: 'NOT_ALLOWED', deciding: keys(bans) };
  if (asking.length > 0 || lacks) return { answer: 'ASK_LICENSOR', deciding: keys(asking) };
  if (duties.length > 0) return { answer: 'ALLOWED_WITH_DUTIES', deciding: keys(duties) };
  return { answer: 'ALLOWED', deciding: [] };
}
