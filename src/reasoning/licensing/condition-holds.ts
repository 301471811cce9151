import type { ClauseCondition, Territory } from '../../ontology/clause.ts';
import {
  both,
  type Certainty,
  certain,
  either,
  matches,
  NO,
  not,
  UNSURE,
  YES,
} from '../claims/certainty.ts';
import type { Subject } from './subject.ts';
import { compareThreshold } from './threshold.ts';
import {
  businessBits,
  fieldBits,
  NOT_GIVEN,
  type Place,
  takenForNot,
  trainedBits,
  type UseProfile,
} from './use-profile.ts';

/**
 * How much of a use must meet a condition. ANY: a part is enough, as for a ban. WHOLE: all of it,
 * as for a permission or an exemption.
 */
export type Quantifier = 'ANY' | 'WHOLE';

export interface CompiledCondition {
  readonly condition: ClauseCondition;
  readonly fields: number;
  readonly business: number;
  readonly trains: number;
  readonly countries: ReadonlySet<string>;
  readonly union: boolean;
}

/** A language model is also a foundation model. */
function trainedMask(trains: ClauseCondition['trains']): number {
  if (trains === null) return 0;
  return trainedBits(
    trains === 'FOUNDATION_MODEL' ? ['FOUNDATION_MODEL', 'LARGE_LANGUAGE_MODEL'] : [trains],
  );
}

export function compileCondition(condition: ClauseCondition): CompiledCondition {
  const codes = condition.territory?.codes ?? [];
  return {
    condition,
    fields: fieldBits(condition.fieldsOfUse ?? []),
    business: condition.business === null ? 0 : businessBits([condition.business]),
    trains: trainedMask(condition.trains),
    countries: new Set(codes),
    union: codes.includes('EU'),
  };
}

/** Whether any or all of the names of the use are among those of the condition. */
export function meets(used: number, wanted: number, quantifier: Quantifier): Certainty {
  if (used === NOT_GIVEN) return UNSURE;
  if (quantifier === 'ANY') return certain((used & wanted) !== 0);
  return certain(used !== 0 && (used & ~wanted) === 0);
}

/**
 * Whether the use is in the fields of the condition. A use is assumed lawful unless it says
 * otherwise.
 */
export function meetsFields(
  { fields }: UseProfile,
  wanted: number,
  quantifier: Quantifier,
): Certainty {
  if (fields === NOT_GIVEN && (wanted & ~takenForNot) === 0) return NO;
  return meets(fields, wanted, quantifier);
}

/** Whether the trained model is of the kinds in the condition. */
export function meetsTrains(
  { trains, mayTrain }: UseProfile,
  wanted: number,
  quantifier: Quantifier,
): Certainty {
  const held = meets(trains, wanted, quantifier);
  return held === NO && quantifier === 'ANY' && (mayTrain & wanted) !== 0 ? UNSURE : held;
}

function lies(place: Place, compiled: CompiledCondition, territory: Territory): boolean {
  const inside = compiled.countries.has(place.code) || (compiled.union && place.inUnion);
  return inside === territory.inside;
}

export function meetsTerritory(
  compiled: CompiledCondition,
  territory: Territory,
  { home, places }: UseProfile,
  quantifier: Quantifier,
): Certainty {
  if (territory.test === 'PRINCIPAL_PLACE_OF_BUSINESS') {
    return home === null ? UNSURE : certain(lies(home, compiled, territory));
  }
  // One place inside is enough to meet a ban, and one place outside to fail an exemption.
  for (const place of places ?? (home === null ? [] : [home])) {
    if (lies(place, compiled, territory) === (quantifier === 'ANY'))
      return certain(quantifier === 'ANY');
  }
  // Otherwise every place must be known: the markets and the home country, which counts as one.
  return places === null || home === null ? UNSURE : certain(quantifier !== 'ANY');
}

/** Whether the use competes with one of the licensors of the model. */
export function competes({ use }: UseProfile, { licensorIds }: Subject): Certainty {
  const rivals = use.competesWith;
  if (rivals === null) return UNSURE;
  if (rivals.length === 0) return NO;
  if (licensorIds === null) return UNSURE;
  for (const id of licensorIds) if (rivals.includes(id)) return YES;
  return NO;
}

/** Whether every part of a condition holds. */
export function meetsCondition(
  compiled: CompiledCondition,
  profile: UseProfile,
  subject: Subject,
  quantifier: Quantifier,
): Certainty {
  const { condition } = compiled;
  let result: Certainty = YES;
  if (condition.commercial !== null) {
    result = certain(profile.use.commercial === condition.commercial);
  }
  if (result !== NO && condition.internalUse !== null) {
    result = both(result, matches(profile.use.internalUse, condition.internalUse));
  }
  if (result !== NO && condition.multimodal !== null) {
    result = both(result, matches(subject.multimodal, condition.multimodal));
  }
  if (result !== NO && condition.threshold !== null) {
    result = both(result, compareThreshold(condition.threshold, profile));
  }
  if (result !== NO && condition.territory !== null) {
    result = both(result, meetsTerritory(compiled, condition.territory, profile, quantifier));
  }
  if (result !== NO && condition.fieldsOfUse !== null) {
    result = both(result, meetsFields(profile, compiled.fields, quantifier));
  }
  if (result !== NO && condition.business !== null) {
    result = both(result, meets(profile.business, compiled.business, quantifier));
  }
  if (result !== NO && condition.trains !== null) {
    result = both(result, meetsTrains(profile, compiled.trains, quantifier));
  }
  if (result !== NO && condition.competesWithLicensor !== null) {
    const rival = competes(profile, subject);
    result = both(result, condition.competesWithLicensor ? rival : not(rival));
  }
  return result;
}

/** Whether any of several conditions holds; `none` is the result for an empty list. */
export function meetsAny(
  conditions: readonly CompiledCondition[],
  profile: UseProfile,
  subject: Subject,
  quantifier: Quantifier,
  none: Certainty,
): Certainty {
  if (conditions.length === 0) return none;
  let result: Certainty = NO;
  for (const condition of conditions) {
    result = either(result, meetsCondition(condition, profile, subject, quantifier));
    if (result === YES) break;
  }
  return result;
}
