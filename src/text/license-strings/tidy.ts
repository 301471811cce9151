/** The number of UTF-16 units of a text that are examined. */
export const examinedLength = 10_000;

const control = /[^\P{Cc}\n]|[\u2028\u2029]/gu;
const invisible = /\p{Cf}|[\ufe00-\ufe0f]/gu;

/**
 * The text to examine: compatibility forms folded (NFKC), invisible and control characters removed,
 * white space collapsed, lines kept.
 */
export function tidy(text: string): { readonly text: string; readonly cut: boolean } {
  const folded = text.slice(0, examinedLength).replace(/\r\n?/g, '\n').normalize('NFKC');
  const clean = folded
    .slice(0, examinedLength)
    .replace(control, ' ')
    .replace(invisible, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, (around) => around.replace(/^ /, ''))
    .trim();
  return { text: clean, cut: text.length > examinedLength || folded.length > examinedLength };
}

const wrappers: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['<', '>'],
  ['{', '}'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['*', '*'],
  ['_', '_'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
]);

/** Removes quotes, brackets and emphasis that enclose the whole text, and a final full stop. */
export function unwrap(text: string): string {
  let inner = text.trim();
  for (let turn = 0; turn < 8; turn += 1) {
    const next = withoutWrapper(inner) ?? inner.replace(/(?<=[\p{L}\d"')])[.,;]$/u, '').trimEnd();
    if (next === inner) break;
    inner = next;
  }
  return inner;
}

/** The text within one pair of wrappers, also doubled ("**"); null where there is none. */
function withoutWrapper(text: string): string | null {
  const open = text.charAt(0);
  const close = wrappers.get(open);
  if (close === undefined || !text.endsWith(close)) return null;
  const width = open === close && text.length > 4 && text.charAt(1) === open ? 2 : 1;
  if (text.length <= 2 * width || !text.endsWith(close.repeat(width))) return null;
  const body = text.slice(width, -width);
  return body.includes(close) || body.includes(open) ? null : body.trim();
}
