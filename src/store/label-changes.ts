import type { EntityKind } from '../ontology/vocabulary.ts';
import type { LabelRole } from '../text/mentions/label.ts';
import { closedKeyOf, keysOf } from '../text/search/label-keys.ts';
import {
  type FoldedLabel,
  foldedLabelsOf,
  type Searchable,
  type SearchText,
  searchTextOf,
} from '../text/search/search-text.ts';
import { levelOf, shelfOf, tieOf } from '../text/search/shelves.ts';
import { addCounts, type WordCounts, wordCountsOf } from '../text/search/word-counts.ts';

/** The longest key without spaces. No query is longer, and indexes refuse much longer keys. */
const longestCompact = 1100;

/** A label in stored form. */
interface StoredLabel {
  readonly role: LabelRole;
  readonly text: string;
  readonly folded: string;
  readonly plain: string;
  readonly compact: string;
  /** The lookup key without hyphens; null if it is the same. */
  readonly closed: string | null;
  readonly shelf: number;
  readonly tie: string;
  readonly keys: readonly { readonly shelf: number; readonly key: string }[];
}

/** An entity in stored form, for search. */
export interface StoredText {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly degree: number;
  readonly level: number;
  readonly labels: readonly StoredLabel[];
  readonly text: SearchText;
}

/** The effect of a change on the search data. */
export interface LabelChanges {
  /** Entities to remove, in the form that is stored. */
  readonly gone: readonly StoredText[];
  /** Entities to add, after the removals. */
  readonly filed: readonly StoredText[];
  /** Entities that keep their place, with a new number of relations. */
  readonly degrees: readonly { readonly id: string; readonly degree: number }[];
  /** The changes of word counts, which may be negative. */
  readonly words: ReadonlyMap<string, WordCounts>;
}

/**
 * The changes so that search finds `after` instead of `before`. If an id occurs twice, the last
 * entity counts.
 */
export function labelChanges(
  before: readonly Searchable[],
  after: readonly Searchable[],
): LabelChanges {
  const old = new Map(before.map((entity) => [entity.id, entity]));
  const now = new Map(after.map((entity) => [entity.id, entity]));
  const gone: StoredText[] = [];
  const filed: StoredText[] = [];
  const degrees: { id: string; degree: number }[] = [];
  const words = new Map<string, WordCounts>();
  for (const [id, entity] of old) {
    const next = now.get(id);
    if (next !== undefined && isAlike(entity, next)) {
      if (entity.degree !== next.degree) degrees.push({ id, degree: next.degree });
      now.delete(id);
      continue;
    }
    const { stored, counts } = readEntity(entity);
    gone.push(stored);
    addCounts(words, counts, -1);
  }
  for (const entity of now.values()) {
    const { stored, counts } = readEntity(entity);
    filed.push(stored);
    addCounts(words, counts, 1);
  }
  return { gone, filed, degrees, words };
}

/** Whether both have the same stored form, except for the number of relations. */
function isAlike(one: Searchable, other: Searchable): boolean {
  return shownOf(one) === shownOf(other);
}

function shownOf({ degree, ...rest }: Searchable): string {
  const { kind, name, aliases, hidden, summary, definition } = rest;
  return JSON.stringify([levelOf(degree), kind, name, aliases, hidden, summary, definition]);
}

/** Folds all texts of an entity, each once. */
function readEntity(entity: Searchable) {
  const folded = foldedLabelsOf(entity);
  const text = searchTextOf(entity, folded);
  return {
    stored: storedText(entity, folded, text),
    counts: wordCountsOf(entity, folded, text),
  };
}

function storedText(
  entity: Searchable,
  folded: readonly FoldedLabel[],
  text: SearchText,
): StoredText {
  const { id, kind, name, degree } = entity;
  const tie = tieOf(id);
  const labels = folded.map((label): StoredLabel => {
    return {
      ...label,
      compact: label.compact.slice(0, longestCompact),
      closed: closedKeyOf(label),
      shelf: shelfOf(kind, degree, 'FIRST'),
      tie,
      keys: keysOf(label, tie).map(({ place, key }) => ({
        shelf: shelfOf(kind, degree, place),
        key,
      })),
    };
  });
  return { id, kind, name, degree, level: levelOf(degree), labels, text };
}
