/**
 * A query for a text index: whole folded words and how they combine, without any syntax. If all
 * words must match, the rarest comes first.
 */
export type TextQuery =
  | { readonly op: 'word'; readonly word: string }
  | { readonly op: 'phrase'; readonly words: readonly string[] }
  | { readonly op: 'all' | 'any'; readonly parts: readonly TextQuery[] };
