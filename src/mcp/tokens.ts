/** Words, digits in threes, line breaks, and every other sign. */
const pieces = /[a-z]+|\p{L}|\d{1,3}|\n+|[^\sa-z\d\p{L}]/giu;

/**
 * About how many tokens a text takes up in a model's context. Every model counts in its own way: this
 * counts a little more than most, so that a bound kept here is kept there.
 */
export function estimatedTokens(text: string): number {
  let tokens = 0;
  for (const [piece] of text.matchAll(pieces)) {
    tokens += /^[a-z]/i.test(piece) ? Math.ceil(piece.length / 6) : 1;
  }
  return tokens;
}
