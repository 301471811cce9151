/**
 * A text as a phrase of a query for a full-text index. Quotes keep its words from being operators.
 * The query would end at a NUL. No index holds one, so a space finds no less.
 */
export function phraseText(text: string): string {
  return `"${text.replaceAll('\0', ' ').replaceAll('"', '""')}"`;
}
