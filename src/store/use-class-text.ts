/**
 * A class of models that have the same answer to every use. Its content has no meaning for the
 * store.
 */
export interface UseClassText {
  /** A short key, equal for equal content. */
  readonly key: string;
  readonly content: string;
}
