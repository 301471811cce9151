const combining = /\p{Mn}/gu;
const plain = /^[ -~]*$/;
const spaces = / +/g;
const astral = /[\u{10000}-\u{10FFFF}]/gu;

/**
 * The key that names are ordered by. Case, accents and width are folded. White space and control
 * characters collapse to a space, since stores mark the end of a key with a control character.
 * Characters beyond U+FFFF become U+FFFD and their hexadecimal code, so that UTF-16 order
 * (JavaScript), UTF-8 order (SQLite) and Neo4j's order of keys are the same.
 */
export function sortKey(name: string): string {
  // Nearly all names: only their case and their spaces can change.
  if (plain.test(name)) return name.toLowerCase().replace(spaces, ' ').trim();
  return name
    .normalize('NFKD')
    .replace(combining, '')
    .toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(astral, (c) => `\uFFFD${c.codePointAt(0)?.toString(16).padStart(6, '0')}`);
}
