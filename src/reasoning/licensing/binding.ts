import type { UseFact } from '../../ontology/use-vocabulary.ts';
import type { DerivationMethod, Evidence } from '../../ontology/vocabulary.ts';
import type { Span } from '../claims/days.ts';
import type { CompiledLicense } from './license-terms.ts';
import type { Subject } from './subject.ts';

/** One step from a model to the one it was made from. */
export interface DerivationStep {
  readonly relationId: string;
  readonly child: { readonly id: string; readonly name: string };
  readonly parent: { readonly id: string; readonly name: string };
  /** Null: not known. */
  readonly method: DerivationMethod | null;
  readonly evidence: Evidence | null;
}

/** A license that holds for an artifact. */
export interface LicenseLeaf {
  readonly kind: 'LICENSE';
  readonly license: CompiledLicense;
  /** The model that carries it. */
  readonly subject: Subject;
  /** When it was taken: the day asked about, or when the next model of the path was released. */
  readonly taken: Span;
  /** From the model asked about up to the one that carries it; empty: its own. */
  readonly via: readonly DerivationStep[];
  /** The methods of `via`, as bits. */
  readonly path: number;
  /** Rank of the weakest evidence for the edges that lead to it. */
  readonly evidence: number;
}

/** Something that may bind and is not known. */
export interface UnknownLeaf {
  readonly kind: 'UNKNOWN';
  readonly via: readonly DerivationStep[];
  readonly missing: UseFact;
  readonly explanation: string;
}

/** One of several holds; sources or dates leave open which. */
interface Dispute {
  readonly kind: 'DISPUTED';
  readonly of: readonly Binding[];
  readonly via: readonly DerivationStep[];
  readonly explanation: string;
}

/** What binds somebody who takes an artifact on a day, and how it binds together. */
export type Binding =
  | LicenseLeaf
  | UnknownLeaf
  /** All bind. */
  | { readonly kind: 'ALL'; readonly of: readonly Binding[] }
  /** The user chooses one. */
  | { readonly kind: 'CHOICE'; readonly of: readonly Binding[] }
  | Dispute;

/** The licenses of a binding, in order. */
export function leavesOf(binding: Binding): readonly LicenseLeaf[] {
  if (binding.kind === 'LICENSE') return [binding];
  return binding.kind === 'UNKNOWN' ? [] : binding.of.flatMap(leavesOf);
}

/** The parts of a binding that are not known, in order. */
export function unknownsOf(binding: Binding): readonly UnknownLeaf[] {
  if (binding.kind === 'UNKNOWN') return [binding];
  return binding.kind === 'LICENSE' ? [] : binding.of.flatMap(unknownsOf);
}

/** Where a binding leaves open which license holds, in order. */
export function disputesOf(binding: Binding): readonly Dispute[] {
  if (binding.kind === 'LICENSE' || binding.kind === 'UNKNOWN') return [];
  const inner = binding.of.flatMap(disputesOf);
  return binding.kind === 'DISPUTED' ? [binding, ...inner] : inner;
}
