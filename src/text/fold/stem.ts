const endings = /(?:ations?|ators?|ated?|ating|ions?|ings?|ers?|ors?|ed|es|e)$/;
const shorterEndings = /(?:ions?|ings?|ers?|ors?|ed|es|e)$/;
const doubled = /([bdgmnprt])\1$/;
const english = /^[a-z]{4,40}$/;

/**
 * What the forms of a folded English word share: "quantized", "quantizing" and "quantization" come
 * out alike. Unlike folding it also meets words that differ, so that it only ever finds more.
 */
export function stem(folded: string): string {
  if (!english.test(folded)) return folded;
  for (const pattern of [endings, shorterEndings]) {
    const rest = folded.replace(pattern, '');
    if (rest.length >= 3 && rest !== folded) return rest.replace(doubled, '$1');
  }
  return folded;
}
