/**
 * Pieces of text that count as tokens: words, up to three digits, line breaks, and all other signs.
 */
const pieces = /[a-z]+|\p{L}|\d{1,3}|\n+|[^\sa-z\d\p{L}]/giu;

/**
 * The estimated number of tokens of a text. Models count differently. This count is a little higher
 * than that of most, so that an answer stays within the limit.
 */
export function estimatedTokens(text: string): number {
  let tokens = 0;
  for (const [piece] of text.matchAll(pieces)) {
    tokens += /^[a-z]/i.test(piece) ? Math.ceil(piece.length / 6) : 1;
  }
  return tokens;
}
