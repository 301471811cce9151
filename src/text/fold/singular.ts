/** Plurals that the rules below get wrong, and words that only look like plurals. */
const irregular: ReadonlyMap<string, string> = new Map([
  ['aliases', 'alias'],
  ['analyses', 'analysis'],
  ['apis', 'api'],
  ['biases', 'bias'],
  ['bonuses', 'bonus'],
  ['buses', 'bus'],
  ['caches', 'cache'],
  ['campuses', 'campus'],
  ['canvases', 'canvas'],
  ['censuses', 'census'],
  ['children', 'child'],
  ['cookies', 'cookie'],
  ['corpora', 'corpus'],
  ['corpuses', 'corpus'],
  ['cpus', 'cpu'],
  ['criteria', 'criterion'],
  ['focuses', 'focus'],
  ['gpus', 'gpu'],
  ['hypotheses', 'hypothesis'],
  ['indices', 'index'],
  ['lenses', 'lens'],
  ['matrices', 'matrix'],
  ['menus', 'menu'],
  ['movies', 'movie'],
  ['niches', 'niche'],
  ['npus', 'npu'],
  ['phenomena', 'phenomenon'],
  ['statuses', 'status'],
  ['syntheses', 'synthesis'],
  ['theses', 'thesis'],
  ['tpus', 'tpu'],
  ['vertices', 'vertex'],
  ['viruses', 'virus'],
]);

const never = /(?:ss|us|is)$/;
const losesEs = /(?:ss|x|zz|ch|sh)es$/;

/**
 * The singular of a lower-case English word. It need not be a real word: a word and its plural only
 * have to give the same result ("series" becomes "sery").
 */
export function singular(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (word.length < 4 || !word.endsWith('s') || never.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (losesEs.test(word) || (word.endsWith('oes') && word.length > 5)) return word.slice(0, -2);
  return word.slice(0, -1);
}
