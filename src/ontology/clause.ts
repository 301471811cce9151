import { z } from 'zod';
import {
  ClauseEffectEnum,
  ComparisonEnum,
  DutyKindEnum,
  MeasuredAtEnum,
  TerritoryTestEnum,
  ThresholdMetricEnum,
  ThresholdScopeEnum,
  WindowEnum,
} from './clause-vocabulary.ts';
import { valuesOf, zodEnum } from './enumeration.ts';
import {
  zActivity,
  zBusinessKind,
  zCurrency,
  zFieldOfUse,
  zTrainedModel,
} from './use-vocabulary.ts';
import { type DerivationMethod, DerivationMethodEnum, zEvidence } from './vocabulary.ts';

// A rule of a license, as a store keeps it. Absent values are null, never undefined.

export const zThreshold = z.object({
  metric: zodEnum(ThresholdMetricEnum),
  comparison: zodEnum(ComparisonEnum),
  /** A count of users, or an amount in whole units of the currency. */
  value: z.int().nonnegative(),
  currency: zCurrency.nullable(),
  window: zodEnum(WindowEnum),
  measuredAt: zodEnum(MeasuredAtEnum),
  scope: zodEnum(ThresholdScopeEnum),
});
export type Threshold = z.infer<typeof zThreshold>;

export const zTerritory = z.object({
  /** ISO 3166-1 alpha-2 codes, and "EU". */
  codes: z.array(z.string()).min(1),
  inside: z.boolean(),
  test: zodEnum(TerritoryTestEnum),
});
export type Territory = z.infer<typeof zTerritory>;

/** Every part that is not null must hold. */
export const zClauseCondition = z.object({
  commercial: z.boolean().nullable(),
  internalUse: z.boolean().nullable(),
  threshold: zThreshold.nullable(),
  territory: zTerritory.nullable(),
  multimodal: z.boolean().nullable(),
  fieldsOfUse: z.array(zFieldOfUse).min(1).nullable(),
  business: zBusinessKind.nullable(),
  competesWithLicensor: z.boolean().nullable(),
  trains: zTrainedModel.nullable(),
});
export type ClauseCondition = z.infer<typeof zClauseCondition>;

export const emptyCondition: ClauseCondition = {
  commercial: null,
  internalUse: null,
  threshold: null,
  territory: null,
  multimodal: null,
  fieldsOfUse: null,
  business: null,
  competesWithLicensor: null,
  trains: null,
};

export const zDuty = z.object({
  kind: zodEnum(DutyKindEnum),
  /** The text to show, or the word that a name must begin with; null if the duty has neither. */
  name: z.string().nullable(),
  /** The duty comes before the use: registration, notice to the licensor. */
  beforeUse: z.boolean(),
});
export type Duty = z.infer<typeof zDuty>;

export const zClauseRecord = z.object({
  id: z.string(),
  /** Stable within its license. */
  key: z.string(),
  effect: zodEnum(ClauseEffectEnum),
  activities: z.array(zActivity).min(1),
  /** The version of the activities that its reader used. It says nothing about later activities. */
  activitiesVersion: z.int().positive(),
  duty: zDuty.nullable(),
  /** It applies when any of these holds; empty: always. */
  appliesWhen: z.array(zClauseCondition),
  /** And when none of these does. */
  exceptWhen: z.array(zClauseCondition),
  /** The derivation methods through which it binds the derived model too. */
  bindsDerivatives: z.array(zodEnum(DerivationMethodEnum)),
  /** The rule in our own words. */
  text: z.string(),
  section: z.string().nullable(),
  /** The index of its document among those of the license; null: not known. */
  documentIndex: z.int().nonnegative().nullable(),
  evidence: zEvidence.nullable(),
  sourceId: z.string().nullable(),
  asOf: z.string().nullable(),
});
export type ClauseRecord = z.infer<typeof zClauseRecord>;

/** The id of a clause: that of its license and the key within it. */
export function clauseId(licenseId: string, key: string): string {
  return `Clause:${licenseId.slice(licenseId.indexOf(':') + 1)}/${key}`;
}

/** The license that a clause is of, by the id of the clause. */
export function licenseIdOfClause(id: string): string {
  const slash = id.indexOf('/');
  return `License:${id.slice(id.indexOf(':') + 1, slash < 0 ? id.length : slash)}`;
}

export const allDerivations: readonly DerivationMethod[] = valuesOf(DerivationMethodEnum);
