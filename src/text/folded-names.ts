import { sortKey } from './sort-key.ts';

/** The folded name, the slug and the folded aliases, one on each line. Text filters search here. */
export function foldedNames(
  sort: string,
  slug: string,
  aliases: readonly string[] | undefined,
): string {
  // Most entities have no aliases.
  if (aliases === undefined || aliases.length === 0) return `${sort}\n${slug}`;
  return [sort, slug, ...aliases.map(sortKey)].join('\n');
}
