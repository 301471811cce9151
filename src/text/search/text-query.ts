/**
 * A query for a text index: whole folded words and how they combine, without any syntax. If all
 * parts must match, the rarest word comes first.
 */
export type TextQuery =
  | { readonly op: 'word'; readonly word: string }
  | { readonly op: 'phrase'; readonly words: readonly string[] }
  | { readonly op: 'all' | 'any'; readonly parts: readonly TextQuery[] };
