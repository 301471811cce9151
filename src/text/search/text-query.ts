/** What a text index is asked: whole folded words and how they combine, free of any syntax. */
export type TextQuery =
  | { readonly op: 'word'; readonly word: string }
  | { readonly op: 'phrase'; readonly words: readonly string[] }
  | { readonly op: 'all' | 'any'; readonly parts: readonly TextQuery[] };
