import type { MaybePromise } from '../../base/maybe-promise.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { LabelRole } from '../mentions/label.ts';
import type { KeyRange } from './label-keys.ts';
import type { SearchText } from './search-text.ts';
import type { KeyPlace } from './shelves.ts';
import type { TextQuery } from './text-query.ts';

/** The kinds to search, or null for all. */
export type Kinds = readonly EntityKind[] | null;

/** An entity as search needs it. */
export interface NamedEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** Number of its best relations. */
  readonly degree: number;
}

/** A label of an entity, folded in every way it is compared. */
export interface LabelRow {
  readonly entity: NamedEntity;
  readonly role: LabelRole;
  /** As written. */
  readonly text: string;
  readonly folded: string;
  readonly plain: string;
  readonly compact: string;
}

/** A request for labels. The first ones in the order of shelf, then key, then tie are returned. */
export type LabelProbe =
  /** Labels that equal one of the keys without spaces, at most `limit` for each key. */
  | { readonly op: 'equal'; readonly keys: readonly string[]; readonly limit: number }
  /** As `equal`, and also labels that equal a key without their hyphens. */
  | { readonly op: 'named'; readonly keys: readonly string[]; readonly limit: number }
  /** Labels that have a key within the range, from the given place. */
  | {
      readonly op: 'keys';
      readonly place: KeyPlace;
      readonly range: KeyRange;
      readonly limit: number;
    }
  /**
   * Labels that have one of the head words and at least one part of each group. Parts are compared
   * with the folded and the written words, with a space before and after each. At most `looked`
   * labels with head words are checked.
   */
  | {
      readonly op: 'words';
      readonly heads: readonly string[];
      readonly groups: readonly (readonly string[])[];
      readonly looked: number;
      readonly limit: number;
    };

/** Counts of a folded word. */
export interface WordRow {
  readonly word: string;
  /** How many labels have it. */
  readonly labels: number;
  /** How many entities have it in labels, summary or definition. */
  readonly entities: number;
  /** How many entities have it in lower case in their summary or definition. */
  readonly common: number;
  /** How many terms have it as their name. */
  readonly terms: number;
  /** How many organizations have it in a label. */
  readonly publishers: number;
}

export interface WordsFound {
  /** The number of all entities. */
  readonly entities: number;
  /** The words asked for that exist. */
  readonly words: readonly WordRow[];
  /** For each stem, words of labels that share it, those in the most labels first, then by word. */
  readonly forms: readonly (readonly WordRow[])[];
  /** For each beginning, the number of labels with one of the first words that begin so. */
  readonly beginnings: readonly number[];
}

export interface WordsWanted {
  readonly words: readonly string[];
  readonly stems?: readonly string[];
  readonly beginnings?: readonly string[];
}

/** The most words returned for a stem. */
export const mostForms = 32;
/** The most words counted for a beginning. */
export const wordsCounted = 20;

/** An entity with a matching text, and its indexed text. */
export interface TextMatch extends SearchText {
  readonly entity: NamedEntity;
}

/** The source of labels and texts, a store. All requests of one tick go to it as one statement. */
export interface TextSource {
  words(wanted: WordsWanted): MaybePromise<WordsFound>;
  /** The labels of each probe. */
  labels(
    probes: readonly LabelProbe[],
    kinds: Kinds,
  ): MaybePromise<readonly (readonly LabelRow[])[]>;
  /** The heads that some label begins with, both without spaces. */
  heads(heads: readonly string[]): MaybePromise<ReadonlySet<string>>;
  /**
   * Entities with a matching text, at most `limit` of them. Which ones is not defined. If each word
   * is in very many texts, those of the best connected entities are enough.
   */
  texts(query: TextQuery, kinds: Kinds, limit: number): MaybePromise<readonly TextMatch[]>;
}
