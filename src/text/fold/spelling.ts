/** Rewrites from British to American spelling. */
const rewrites: readonly (readonly [RegExp, string])[] = [
  [/licenc/, 'licens'],
  [/^(de|of)fence/, '$1fense'],
  [/^practis/, 'practic'],
  [/^(.{3,})is(e|ed|er|ing|able|ation|ational)$/, '$1iz$2'],
  [/^(.{2,})ys(e|ed|er|ing)$/, '$1yz$2'],
  [/(behavi|col|fav|flav|harb|hon|hum|lab|neighb|endeav|rum|vap|arm)our/, '$1or'],
  [/^((?:kilo|centi|milli)?(?:cent|fib|lit|met)|theat|calib)re(d?)$/, '$1er$2'],
  [/^(model|label|cancel|channel|level|signal|travel|tunnel|fuel|total)l(ing|ed|er)$/, '$1$2'],
  [/^(catalog|dialog|analog|prolog)ue$/, '$1'],
  [/^programme$/, 'program'],
  [/^(distil|fulfil|enrol|instal)$/, '$1l'],
  [/^artefact/, 'artifact'],
  [/^(judg|acknowledg)ement$/, '$1ment'],
  [/^grey/, 'gray'],
];

/**
 * Words without any of these letters have one spelling. The test saves the rewrites for most words.
 */
const twoSpellings = /enc|is|ys|our|re|l|gu|mm|ef|gem|rey/;

/**
 * The American spelling of a lower-case word. It need not be a real word: both spellings only have
 * to give the same result ("supervised" becomes "supervized").
 */
export function unifySpelling(word: string): string {
  if (!twoSpellings.test(word)) return word;
  let unified = word;
  for (const [pattern, replacement] of rewrites) unified = unified.replace(pattern, replacement);
  return unified;
}
