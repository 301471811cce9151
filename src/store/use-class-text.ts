/** A class of models: every use has one answer for all of them. What it says is not the store's. */
export interface UseClassText {
  /** Short, and the same for the same content. */
  readonly key: string;
  readonly content: string;
}
