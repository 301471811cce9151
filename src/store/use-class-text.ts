/**
 * A class of models that have the same answer to every use that names no rivals. Its content has no
 * meaning for the store.
 */
export interface UseClassText {
  /** A short key without spaces, equal for equal content. */
  readonly key: string;
  readonly content: string;
  /** The licensors of some of its models; null for models without licensors that matter. */
  readonly variant: UseVariantText | null;
}

/** The licensors that some models of a class share. */
export interface UseVariantText {
  /** A short key, equal for the same class and licensors. */
  readonly key: string;
  /** Organizations, and their places in the class. Places have no meaning for the store. */
  readonly licensors: readonly (readonly [organizationId: string, place: string])[];
}

/** The models of a class whose licensors include the same of some rivals, or none of them. */
export interface ClassShare {
  /** The key of the class. */
  readonly key: string;
  /** The places of these rivals in the class, each once, in order and joined by commas. */
  readonly places: string;
}

/** The keys of a text in which they are joined by spaces. */
export function keysIn(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}
