import type { ClauseRecord } from '../../ontology/clause.ts';
import type { UseFact } from '../../ontology/use-vocabulary.ts';
import type { DerivationStep } from './binding.ts';
import type { LicenseTerms } from './license-terms.ts';

/** One thing that a verdict rests on. */
export interface Ground {
  /** What it contributes. */
  readonly answer: number;
  readonly license: LicenseTerms | null;
  readonly clause: ClauseRecord | null;
  readonly via: readonly DerivationStep[];
  readonly explanation: string;
  readonly missing: readonly UseFact[];
  readonly evidence: number;
}

/** A verdict in the making. */
export interface Outcome {
  readonly answer: number;
  readonly grounds: readonly Ground[];
  readonly assumptions: readonly string[];
  /** Rank of the weakest evidence among all that was looked at. */
  readonly evidence: number;
}
