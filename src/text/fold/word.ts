/** A folded word of a text and its place there. */
export interface Word {
  /** Case, accents, width, number and spelling folded. */
  readonly text: string;
  /** Case, accents and width folded. */
  readonly plain: string;
  /** Accents and width folded, capitals kept. */
  readonly cased: string;
  /** UTF-16 offsets into the text: the slice from `start` to `end` is the word as written. */
  readonly start: number;
  readonly end: number;
  /** The gap between this word and the one before. */
  readonly gap: Gap;
}

/** No gap: "GPT4", "3.1" and "A+" are two words joined. */
export const JOINED = 0;
/** White space, hyphens, brackets: the words may belong to one name. */
export const SOFT = 1;
/** A comma, a colon, a dash: the words belong to different names. */
export const HARD = 2;
/** The word begins a sentence or paragraph, where a capital letter does not mark a name. */
export const SENTENCE = 3;
export type Gap = 0 | 1 | 2 | 3;
