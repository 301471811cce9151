import type { UseFact } from '../../ontology/use-vocabulary.ts';
import type { DerivationMethod, Evidence } from '../../ontology/vocabulary.ts';
import type { Span } from '../claims/days.ts';
import type { CompiledLicense } from './license-terms.ts';
import type { Subject } from './subject.ts';

/** A step from a model to the one it was derived from. */
export interface DerivationStep {
  readonly relationId: string;
  readonly child: { readonly id: string; readonly name: string };
  readonly parent: { readonly id: string; readonly name: string };
  /** Null means not known. */
  readonly method: DerivationMethod | null;
  readonly evidence: Evidence | null;
}

/** A license that holds for an artifact. */
export interface LicenseLeaf {
  readonly kind: 'LICENSE';
  readonly license: CompiledLicense;
  /** The model that has the license. */
  readonly subject: Subject;
  /**
   * When the license was taken: the day asked about, or the release day of the next model on the
   * path.
   */
  readonly taken: Span;
  /**
   * The steps from the model asked about to the one that has the license. Empty for its own
   * license.
   */
  readonly via: readonly DerivationStep[];
  /** The methods of `via`, as bits. */
  readonly path: number;
  /** The rank of the weakest evidence on the edges that lead to the license. */
  readonly evidence: number;
}

/** A possible license or other fact that is not known. */
export interface UnknownLeaf {
  readonly kind: 'UNKNOWN';
  readonly via: readonly DerivationStep[];
  readonly missing: UseFact;
  readonly explanation: string;
}

/** Several licenses of which one holds. Sources or dates do not decide which. */
interface Dispute {
  readonly kind: 'DISPUTED';
  readonly of: readonly Binding[];
  readonly via: readonly DerivationStep[];
  readonly explanation: string;
}

/** The licenses that bind somebody who takes an artifact on a day, and how they combine. */
export type Binding =
  | LicenseLeaf
  | UnknownLeaf
  /** All of them bind. */
  | { readonly kind: 'ALL'; readonly of: readonly Binding[] }
  /** The user chooses one. */
  | { readonly kind: 'CHOICE'; readonly of: readonly Binding[] }
  | Dispute;

/** The licenses of a binding, in order. */
export function leavesOf(binding: Binding): readonly LicenseLeaf[] {
  if (binding.kind === 'LICENSE') return [binding];
  return binding.kind === 'UNKNOWN' ? [] : binding.of.flatMap(leavesOf);
}

/** The unknown parts of a binding, in order. */
export function unknownsOf(binding: Binding): readonly UnknownLeaf[] {
  if (binding.kind === 'UNKNOWN') return [binding];
  return binding.kind === 'LICENSE' ? [] : binding.of.flatMap(unknownsOf);
}

/** The disputes within a binding, in order. */
export function disputesOf(binding: Binding): readonly Dispute[] {
  if (binding.kind === 'LICENSE' || binding.kind === 'UNKNOWN') return [];
  const inner = binding.of.flatMap(disputesOf);
  return binding.kind === 'DISPUTED' ? [binding, ...inner] : inner;
}
