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

// A license clause, as a store keeps it. Absent values are null, never undefined.

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
  /** The text to display, or the word that a name must begin with; null if the duty has neither. */
  name: z.string().nullable(),
  /** Whether the duty comes before the use, such as registration or notice to the licensor. */
  beforeUse: z.boolean(),
});
export type Duty = z.infer<typeof zDuty>;

export const zClauseRecord = z.object({
  id: z.string(),
  /** The key is unique within the license and never changes. */
  key: z.string(),
  effect: zodEnum(ClauseEffectEnum),
  activities: z.array(zActivity).min(1),
  /**
   * The version of the activities that its reader used. The clause says nothing about later ones.
   */
  activitiesVersion: z.int().positive(),
  duty: zDuty.nullable(),
  /** The clause applies when any of these holds; empty means always. */
  appliesWhen: z.array(zClauseCondition),
  /** The clause does not apply when any of these holds. */
  exceptWhen: z.array(zClauseCondition),
  /** The derivation methods through which the clause also binds the derived model. */
  bindsDerivatives: z.array(zodEnum(DerivationMethodEnum)),
  /** The rule in our own words. */
  text: z.string(),
  section: z.string().nullable(),
  /** The index of its document in the list of the license; null means not known. */
  documentIndex: z.int().nonnegative().nullable(),
  evidence: zEvidence.nullable(),
  sourceId: z.string().nullable(),
  asOf: z.string().nullable(),
});
export type ClauseRecord = z.infer<typeof zClauseRecord>;

/** The id of a clause, from its license and its key. */
export function clauseId(licenseId: string, key: string): string {
  return `Clause:${licenseId.slice(licenseId.indexOf(':') + 1)}/${key}`;
}

/** The license of a clause, from the id of the clause. */
export function licenseIdOfClause(id: string): string {
  const slash = id.indexOf('/');
  return `License:${id.slice(id.indexOf(':') + 1, slash < 0 ? id.length : slash)}`;
}

export const allDerivations: readonly DerivationMethod[] = valuesOf(DerivationMethodEnum);
