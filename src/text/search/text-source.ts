import type { MaybePromise } from '../../base/maybe-promise.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { LabelRole } from '../mentions/label.ts';
import type { KeyRange } from './label-keys.ts';
import type { SearchText } from './search-text.ts';
import type { KeyPlace } from './shelves.ts';
import type { TextQuery } from './text-query.ts';

/** No kinds, or all: everything. */
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

/** What labels are asked for. Of each, the first come in the order of shelf, then key, then tie. */
export type LabelProbe =
  /** Labels whose words run together are one of the keys; at most `limit` for each. */
  | { readonly op: 'equal'; readonly keys: readonly string[]; readonly limit: number }
  /** The same, also for labels that are a key once their hyphens are left out. */
  | { readonly op: 'named'; readonly keys: readonly string[]; readonly limit: number }
  /** Labels with a key of the place within the range. */
  | {
      readonly op: 'keys';
      readonly place: KeyPlace;
      readonly range: KeyRange;
      readonly limit: number;
    }
  /**
   * Labels that have one of the head words and, of each group, one of the parts: of the folded and
   * the written words, with a space before and after each. At most `looked` labels with head words
   * are looked at.
   */
  | {
      readonly op: 'words';
      readonly heads: readonly string[];
      readonly groups: readonly (readonly string[])[];
      readonly looked: number;
      readonly limit: number;
    };

/** What is known of a folded word. */
export interface WordRow {
  readonly word: string;
  /** How many labels have it. */
  readonly labels: number;
  /** How many entities have it in labels, summary or definition. */
  readonly entities: number;
  /** How many entities have it in lower case in their summary or definition. */
  readonly common: number;
  /** How many terms are called so. */
  readonly terms: number;
  /** How many organizations have it in a label. */
  readonly publishers: number;
}

export interface WordsFound {
  /** How many entities there are. */
  readonly entities: number;
  /** The words that there are. */
  readonly words: readonly WordRow[];
  /** For each of the stems, words of labels that share it: those of most labels first, then by word. */
  readonly forms: readonly (readonly WordRow[])[];
  /** For each of the beginnings, of how many labels the first words are that begin so. */
  readonly beginnings: readonly number[];
}

export interface WordsWanted {
  readonly words: readonly string[];
  readonly stems?: readonly string[];
  readonly beginnings?: readonly string[];
}

/** How many words that share a stem are told. */
export const mostForms = 32;
/** How many words are counted that begin alike. */
export const wordsCounted = 20;

/** An entity whose text fits, with the text as it was indexed. */
export interface TextMatch extends SearchText {
  readonly entity: NamedEntity;
}

/** Where texts are found. What is asked for in one tick goes there as one statement. */
export interface TextSource {
  words(wanted: WordsWanted): MaybePromise<WordsFound>;
  /** The labels of each probe. */
  labels(
    probes: readonly LabelProbe[],
    kinds: Kinds,
  ): MaybePromise<readonly (readonly LabelRow[])[]>;
  /** Those of the heads with which the words of a label, run together, begin. */
  heads(heads: readonly string[]): MaybePromise<ReadonlySet<string>>;
  /** Entities whose text fits: all of them, or any `limit` of more. */
  texts(query: TextQuery, kinds: Kinds, limit: number): MaybePromise<readonly TextMatch[]>;
}
