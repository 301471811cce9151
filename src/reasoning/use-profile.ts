import { isInEuropeanUnion } from '../ontology/countries.ts';
import { valuesOf } from '../ontology/enumeration.ts';
import type { Money, Use } from '../ontology/use.ts';
import {
  ActivityEnum,
  BusinessKindEnum,
  FieldOfUseEnum,
  TrainedModelEnum,
} from '../ontology/use-vocabulary.ts';
import { bitsOf } from './bits.ts';

export const activityBits = bitsOf(valuesOf(ActivityEnum));
export const fieldBits = bitsOf(valuesOf(FieldOfUseEnum));
export const businessBits = bitsOf(valuesOf(BusinessKindEnum));
export const trainedBits = bitsOf(valuesOf(TrainedModelEnum));

/** Not given, where a set of names is a mask. */
export const NOT_GIVEN = -1;

/** A country of the use, and whether it is in the European Union on the day. */
export interface Place {
  readonly code: string;
  readonly inUnion: boolean;
}

/** A use on a day, made ready for many verdicts. Build one per request. */
export interface UseProfile {
  readonly use: Use;
  /** The day that counts, YYYY-MM-DD. */
  readonly day: string;
  readonly activities: number;
  readonly fields: number;
  readonly business: number;
  readonly trains: number;
  readonly home: Place | null;
  /** Where it is used; the home counts, since a business uses what it runs where it sits. */
  readonly places: readonly Place[] | null;
  readonly annual: Money | null;
  readonly monthly: Money | null;
  readonly line: Money | null;
}

function maskOf<Name extends string>(
  bits: (chosen: Iterable<Name>) => number,
  chosen: readonly Name[] | null,
): number {
  return chosen === null ? NOT_GIVEN : bits(chosen);
}

/** Prepares a use; `today` stands in where it does not say when the model was obtained. */
export function useProfile(use: Use, today: string): UseProfile {
  const day = use.obtainedOn ?? today;
  const placeOf = (code: string): Place => ({ code, inUnion: isInEuropeanUnion(code, day) });
  const home = use.principalPlaceOfBusiness;
  const markets = use.markets;
  const homes = home === null || markets?.includes(home) ? [] : [home];
  return {
    use,
    day,
    activities: activityBits(use.activities),
    fields: maskOf(fieldBits, use.fieldsOfUse),
    business: maskOf(businessBits, use.business),
    trains: maskOf(trainedBits, use.trains),
    home: home === null ? null : placeOf(home),
    places: markets === null ? null : [...markets, ...homes].map(placeOf),
    annual: use.annualRevenue,
    monthly: use.peakMonthlyRevenue,
    line: use.businessLineRevenue,
  };
}
