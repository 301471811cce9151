const endings = /(?:ations?|ators?|ated?|ating|ions?|ings?|ers?|ors?|ed|es|e)$/;
const shorterEndings = /(?:ions?|ings?|ers?|ors?|ed|es|e)$/;
const doubled = /([bdgmnprt])\1$/;
const english = /^[a-z]{4,40}$/;

/**
 * The stem of a folded English word: "quantized", "quantizing" and "quantization" share one. Unlike
 * folding, stemming also joins some unrelated words, so stems only widen a search.
 */
export function stem(folded: string): string {
  if (!english.test(folded)) return folded;
  for (const pattern of [endings, shorterEndings]) {
    const rest = folded.replace(pattern, '');
    if (rest.length >= 3 && rest !== folded) return rest.replace(doubled, '$1');
  }
  return folded;
}
