import type { Threshold } from '../../ontology/clause.ts';
import { valuesOf } from '../../ontology/enumeration.ts';
import { type UseFact, UseFactEnum } from '../../ontology/use-vocabulary.ts';
import { UNSURE } from '../claims/certainty.ts';
import {
  type CompiledCondition,
  competes,
  meets,
  meetsCondition,
  meetsFields,
  meetsTerritory,
  meetsTrains,
  type Quantifier,
} from './condition-holds.ts';
import type { CompiledClause } from './license-terms.ts';
import type { Subject } from './subject.ts';
import { compareThreshold } from './threshold.ts';
import type { UseProfile } from './use-profile.ts';

function thresholdFact({ metric, measuredAt, window, scope }: Threshold): UseFact {
  if (metric === 'MONTHLY_ACTIVE_USERS') {
    return measuredAt === 'MODEL_RELEASE' ? 'USERS_AT_RELEASE' : 'MONTHLY_ACTIVE_USERS';
  }
  if (window === 'CALENDAR_MONTH') return 'MONTHLY_REVENUE';
  return scope === 'PRODUCT' || scope === 'BUSINESS_LINE'
    ? 'BUSINESS_LINE_REVENUE'
    : 'ANNUAL_REVENUE';
}

function conditionFacts(
  compiled: CompiledCondition,
  profile: UseProfile,
  subject: Subject,
  quantifier: Quantifier,
): readonly UseFact[] {
  if (meetsCondition(compiled, profile, subject, quantifier) !== UNSURE) return [];
  const { condition } = compiled;
  const { threshold, territory } = condition;
  const facts: UseFact[] = [];
  const add = (unsure: boolean, fact: UseFact) => {
    if (unsure) facts.push(fact);
  };
  add(condition.internalUse !== null && profile.use.internalUse === null, 'INTERNAL_USE');
  add(condition.multimodal !== null && subject.multimodal === null, 'MODALITIES');
  if (threshold !== null) {
    add(compareThreshold(threshold, profile) === UNSURE, thresholdFact(threshold));
  }
  if (territory !== null) {
    add(
      meetsTerritory(compiled, territory, profile, quantifier) === UNSURE,
      territory.test === 'PLACE_OF_USE' && profile.places === null
        ? 'MARKETS'
        : 'PRINCIPAL_PLACE_OF_BUSINESS',
    );
  }
  add(
    condition.fieldsOfUse !== null && meetsFields(profile, compiled.fields, quantifier) === UNSURE,
    'FIELDS_OF_USE',
  );
  add(
    condition.business !== null &&
      meets(profile.business, compiled.business, quantifier) === UNSURE,
    'BUSINESS',
  );
  add(
    condition.trains !== null && meetsTrains(profile, compiled.trains, quantifier) === UNSURE,
    'TRAINS',
  );
  add(
    condition.competesWithLicensor !== null && competes(profile, subject) === UNSURE,
    'COMPETES_WITH',
  );
  return facts;
}

/** The facts that would decide whether a clause applies, if its conditions are unsure. */
export function clauseFacts(
  clause: CompiledClause,
  profile: UseProfile,
  subject: Subject,
): UseFact[] {
  const grant = clause.role === 'GRANT';
  const facts = (conditions: readonly CompiledCondition[], quantifier: Quantifier) =>
    conditions.flatMap((condition) => conditionFacts(condition, profile, subject, quantifier));
  return [
    ...new Set([
      ...facts(clause.appliesWhen, grant ? 'WHOLE' : 'ANY'),
      ...facts(clause.exceptWhen, grant ? 'ANY' : 'WHOLE'),
    ]),
  ];
}

const phrases = new Map(
  valuesOf(UseFactEnum).map((fact) => {
    const text = UseFactEnum.values[fact].replace(/\.$/u, '');
    return [fact, text.charAt(0).toLowerCase() + text.slice(1)];
  }),
);

/** Facts in words: "your monthly active users today; in which countries it is used". */
export function factsInWords(facts: readonly UseFact[]): string {
  return facts.map((fact) => phrases.get(fact)).join('; ');
}
