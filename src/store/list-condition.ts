import type { Hop } from '../ontology/relations.ts';

export type { Hop };

export type Scalar = string | number | boolean;

/** What an entity must satisfy to be listed. Text in it is folded already (`sortKey`). */
export type Condition =
  | { readonly op: 'all'; readonly of: readonly Condition[] }
  /** The property, or one item of a list property, is one of the values. */
  | { readonly op: 'in'; readonly property: string; readonly values: readonly Scalar[] }
  /** Bounds are inclusive; an unknown (null) property is in no range. */
  | {
      readonly op: 'range';
      readonly property: string;
      readonly min: Scalar | null;
      readonly max: Scalar | null;
    }
  /** A text property contains the text. */
  | { readonly op: 'contains'; readonly property: string; readonly text: string }
  /** A model is of one of the classes, or is one of the models. */
  | { readonly op: 'classed'; readonly keys: readonly string[]; readonly ids: readonly string[] }
  /** Best relations lead along the hops to an entity with one of the slugs. */
  | { readonly op: 'linked'; readonly hops: readonly Hop[]; readonly slugs: readonly string[] };
