import type { Hop } from '../ontology/relations.ts';
import type { ClassShare } from './use-class-text.ts';

export type { Hop };

export type Scalar = string | number | boolean;

/** The condition for entities of a list. Its texts are already folded (`sortKey`). */
export type Condition =
  | { readonly op: 'all'; readonly of: readonly Condition[] }
  /** The property, or an item of a list property, equals one of the values. */
  | { readonly op: 'in'; readonly property: string; readonly values: readonly Scalar[] }
  /** Bounds are inclusive. An unknown (null) property is in no range. */
  | {
      readonly op: 'range';
      readonly property: string;
      readonly min: Scalar | null;
      readonly max: Scalar | null;
    }
  /** A text property contains the text. */
  | { readonly op: 'contains'; readonly property: string; readonly text: string }
  /** The model belongs to one of the classes or shares of classes, or is one of the given models. */
  | {
      readonly op: 'classed';
      /**
       * The keys of classes, joined by spaces: thousands of texts take long to pass from one thread
       * to another. Of these classes, only models without rivals as licensors.
       */
      readonly keys: string;
      /** Shares of classes with rivals as licensors. */
      readonly apart: readonly ClassShare[];
      /** The organizations by which the shares are divided. */
      readonly rivals: readonly string[];
      readonly ids: readonly string[];
    }
  /** Best relations lead along the hops to an entity with one of the slugs. */
  | { readonly op: 'linked'; readonly hops: readonly Hop[]; readonly slugs: readonly string[] };
