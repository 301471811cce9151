import { isInEuropeanUnion } from '../../ontology/countries.ts';
import { valuesOf } from '../../ontology/enumeration.ts';
import type { Money, Use } from '../../ontology/use.ts';
import {
  ActivityEnum,
  BusinessKindEnum,
  FieldOfUseEnum,
  TrainedModelEnum,
} from '../../ontology/use-vocabulary.ts';
import { bitsOf } from './bits.ts';

export const activityBits = bitsOf(valuesOf(ActivityEnum));
export const fieldBits = bitsOf(valuesOf(FieldOfUseEnum));
export const businessBits = bitsOf(valuesOf(BusinessKindEnum));
export const trainedBits = bitsOf(valuesOf(TrainedModelEnum));

/** A mask for a set of names that is not given. */
export const NOT_GIVEN = -1;

/** The fields that a use without fields is assumed not to be in. */
export const takenForNot = fieldBits(['UNLAWFUL']);

const competing = trainedBits(['COMPETING_MODEL']);
const kindsOfModels = trainedBits(['LARGE_LANGUAGE_MODEL', 'FOUNDATION_MODEL', 'OTHER_MODEL']);

/** A country of the use, and whether it is in the European Union on the day. */
export interface Place {
  readonly code: string;
  readonly inUnion: boolean;
}

/** A use on a day, prepared for many verdicts. Build one for each request. */
export interface UseProfile {
  readonly use: Use;
  /** The day that decides, YYYY-MM-DD. */
  readonly day: string;
  readonly activities: number;
  readonly fields: number;
  readonly business: number;
  readonly trains: number;
  /** The kinds of models that may be trained: any, if only a competing model is named. */
  readonly mayTrain: number;
  readonly home: Place | null;
  /** Where the model is used, including the home country, where the business is established. */
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

/** Prepares a use. `today` is the day where the use does not say when the model was obtained. */
export function useProfile(use: Use, today: string): UseProfile {
  const day = use.obtainedOn ?? today;
  const placeOf = (code: string): Place => ({ code, inUnion: isInEuropeanUnion(code, day) });
  const home = use.principalPlaceOfBusiness;
  const markets = use.markets;
  const homes = home === null || markets?.includes(home) ? [] : [home];
  const trains = maskOf(trainedBits, use.trains);
  const kindIsOpen = trains !== NOT_GIVEN && (trains & (competing | kindsOfModels)) === competing;
  return {
    use,
    day,
    activities: activityBits(use.activities),
    fields: maskOf(fieldBits, use.fieldsOfUse),
    business: maskOf(businessBits, use.business),
    trains,
    mayTrain: kindIsOpen ? kindsOfModels : 0,
    home: home === null ? null : placeOf(home),
    places: markets === null ? null : [...markets, ...homes].map(placeOf),
    annual: use.annualRevenue,
    monthly: use.peakMonthlyRevenue,
    line: use.businessLineRevenue,
  };
}

function contentOf(value: Use[keyof Use]): unknown {
  if (Array.isArray(value)) return [...new Set<string>(value)].sort();
  return isMoney(value) ? [value.amount, value.currency] : value;
}

function isMoney(value: Use[keyof Use]): value is Money {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The content of a use as text. Equal uses have the same text, in whatever order they are written.
 */
export function useContent({ use, day }: UseProfile): string {
  const names = Object.keys(use).sort() as (keyof Use)[];
  const said = names.flatMap((name) => (use[name] === null ? [] : [[name, contentOf(use[name])]]));
  return JSON.stringify([day, said]);
}
