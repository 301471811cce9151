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

/** No query is longer, run together. Indexes refuse what is much longer. */
const longestCompact = 1100;

/** A label as stores keep it. */
interface StoredLabel {
  readonly role: LabelRole;
  readonly text: string;
  readonly folded: string;
  readonly plain: string;
  readonly compact: string;
  /** What it is looked up by with its hyphens left out, where that differs. */
  readonly closed: string | null;
  readonly shelf: number;
  readonly tie: string;
  readonly keys: readonly { readonly shelf: number; readonly key: string }[];
}

/** An entity as stores keep it for search. */
export interface StoredText {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly degree: number;
  readonly level: number;
  readonly labels: readonly StoredLabel[];
  readonly text: SearchText;
}

/** What a change does to what is searched. */
export interface LabelChanges {
  /** Entities that are to be taken away, as they were filed. */
  readonly gone: readonly StoredText[];
  /** Entities that are to be filed, after what is gone. */
  readonly filed: readonly StoredText[];
  /** Entities with another number of relations that stay where they are. */
  readonly degrees: readonly { readonly id: string; readonly degree: number }[];
  /** What to add to the counts of words; counts may fall. */
  readonly words: ReadonlyMap<string, WordCounts>;
}

/** What to write so that search finds `after` instead of `before`; of two with one id the last counts. */
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

/** Whether the two are filed in one way, whatever the number of relations. */
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
