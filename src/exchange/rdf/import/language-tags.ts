const written = new Map<string, string>();
/** Files have few different tags. The limit is for files that have many. */
const mostWritten = 1000;

/** A BCP 47 tag in its usual case: "de-AT", "zh-Hant". RDF parsers return tags in lower case. */
export function canonicalTag(tag: string): string {
  const known = written.get(tag);
  if (known !== undefined) return known;
  const canonical = inUsualCase(tag);
  if (written.size < mostWritten) written.set(tag, canonical);
  return canonical;
}

function inUsualCase(tag: string): string {
  return tag
    .split('-')
    .map((part, index) => {
      const small = part.toLowerCase();
      if (index === 0) return small;
      if (/^[a-z]{2}$/.test(small)) return small.toUpperCase();
      return /^[a-z]{4}$/.test(small) ? small.charAt(0).toUpperCase() + small.slice(1) : small;
    })
    .join('-');
}

/** Whether a text has the form of a language tag. */
export function isLanguageTag(tag: string): boolean {
  return /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(tag);
}
