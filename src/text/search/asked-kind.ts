import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { SearchQuery } from './search-words.ts';

/**
 * The folded word for a kind, and the words that follow where it says what is looked for: "license
 * for StarCoder2", "model from OpenAI". Terms are described with the same words, but not with these
 * followers: "a model that judges answers", "a public ranking of models by scores".
 */
const asking: ReadonlyMap<string, readonly [kind: EntityKind, followers: ReadonlySet<string>]> =
  new Map([
    ['license', ['LICENSE', new Set(['by', 'for', 'from', 'of', 'under', 'with'])]],
    ['model', ['MODEL', new Set(['from', 'of'])]],
    ['tool', ['TOOL', new Set(['for', 'from'])]],
  ]);

/** The kind of entity that the words of a query ask for; null if they name none. */
export function askedKind({ words }: SearchQuery): EntityKind | null {
  for (const [at, { text }] of words.entries()) {
    const [kind, followers] = asking.get(text) ?? [];
    if (kind !== undefined && followers?.has(words[at + 1]?.plain ?? '')) return kind;
  }
  return null;
}
