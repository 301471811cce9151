import type { ClauseRecord } from '../../ontology/clause.ts';
import type { UseFact } from '../../ontology/use-vocabulary.ts';
import type { DerivationStep } from './binding.ts';
import type { LicenseTerms } from './license-terms.ts';

/** One reason for a verdict. */
export interface Ground {
  /** The answer that this ground alone would give. */
  readonly answer: number;
  readonly license: LicenseTerms | null;
  readonly clause: ClauseRecord | null;
  readonly via: readonly DerivationStep[];
  readonly explanation: string;
  readonly missing: readonly UseFact[];
  readonly evidence: number;
}

/** A verdict before it is put into words. */
export interface Outcome {
  readonly answer: number;
  readonly grounds: readonly Ground[];
  readonly assumptions: readonly string[];
  /** The rank of the weakest evidence among all grounds and clauses examined. */
  readonly evidence: number;
}
