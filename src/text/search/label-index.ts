import { compareText } from '../../base/compare-text.ts';
import { mapInSteps, type Steps, sortInSteps } from '../../base/steps.ts';
import { entityKinds } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { stem } from '../fold/stem.ts';
import { sortKey } from '../sort-key.ts';
import { type Postings, PostingsDraft } from './postings.ts';
import { type FoldedLabel, foldedLabelsOf, type Searchable } from './search-text.ts';

export interface IndexedEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly sort: string;
  readonly degree: number;
}

/** No kinds, or all: everything. */
export type Kinds = readonly EntityKind[] | null | undefined;

const entitiesPerStep = 256;
const wordsPerStep = 4096;

export type KindTest = (label: number) => boolean;

/**
 * All labels of a graph at one revision, in memory, found by what they begin with, the words they
 * have and how they are misspelled. Entities are numbered by degree, then name, then id, and
 * labels in the order of their entities, so that of two numbers the smaller is the better.
 * Built from nothing but the labels, it gives the same answers over every store.
 */
export class LabelIndex {
  readonly entities: readonly IndexedEntity[];
  readonly labels: readonly FoldedLabel[];
  /** Labels by their words run together. */
  readonly compact: Postings;
  /** Labels by each of their words. */
  readonly words: Postings;
  /** Labels by their whole text, as folded and as written: what they begin with. */
  readonly starts: Postings;
  /** Labels by what is left of them from each later word on. */
  readonly rests: Postings;
  /** Words of the labels by what their forms share. */
  readonly forms: ReadonlyMap<string, readonly string[]>;
  readonly #entityOf: Int32Array;
  /** The kind of the entity of each label. */
  readonly #kindOf: Uint8Array;
  readonly #numbers: ReadonlyMap<string, number>;

  private constructor(
    entities: readonly IndexedEntity[],
    numbers: ReadonlyMap<string, number>,
    labels: readonly FoldedLabel[],
    entityOf: readonly number[],
    filed: Pick<LabelIndex, 'compact' | 'words' | 'starts' | 'rests' | 'forms'>,
  ) {
    this.entities = entities;
    this.labels = labels;
    this.compact = filed.compact;
    this.words = filed.words;
    this.starts = filed.starts;
    this.rests = filed.rests;
    this.forms = filed.forms;
    this.#entityOf = Int32Array.from(entityOf);
    this.#kindOf = Uint8Array.from(entityOf, (number) =>
      entityKinds.indexOf(entities[number]?.kind ?? 'TERM'),
    );
    this.#numbers = numbers;
  }

  /** The index of the labels of all that can be found. */
  static *building(searchable: readonly Searchable[]): Steps<LabelIndex> {
    const named = yield* mapInSteps(searchable, entitiesPerStep, (entity) => {
      return { entity, sort: sortKey(entity.name) };
    });
    const ordered = yield* sortInSteps(
      named,
      (a, b) =>
        b.entity.degree - a.entity.degree ||
        compareText(a.sort, b.sort) ||
        compareText(a.entity.id, b.entity.id),
    );
    const entities: IndexedEntity[] = [];
    const numbers = new Map<string, number>();
    const labels: FoldedLabel[] = [];
    const entityOf: number[] = [];
    const drafts = {
      compact: new PostingsDraft(),
      words: new PostingsDraft(),
      starts: new PostingsDraft(),
      rests: new PostingsDraft(),
    };
    for (const [number, { entity, sort }] of ordered.entries()) {
      if (number % entitiesPerStep === 0) yield;
      const { id, kind, name, degree } = entity;
      entities.push({ id, kind, name, sort, degree });
      numbers.set(id, number);
      for (const label of foldedLabelsOf(entity)) {
        const at = labels.length;
        labels.push(label);
        entityOf.push(number);
        drafts.compact.file(label.compact, at);
        for (const word of new Set(label.folded.split(' '))) drafts.words.file(word, at);
        for (const text of new Set([label.folded, label.plain])) {
          drafts.starts.file(text, at);
          for (const start of laterWords(text)) drafts.rests.file(text.slice(start), at);
        }
      }
    }
    const words = yield* drafts.words.building();
    return new LabelIndex(entities, numbers, labels, entityOf, {
      compact: yield* drafts.compact.building(),
      words,
      forms: yield* formsIn(words.keys.words),
      starts: yield* drafts.starts.building(),
      rests: yield* drafts.rests.building(),
    });
  }

  /** The number of the entity of a label. */
  entityOf(label: number): number {
    return this.#entityOf[label] ?? -1;
  }

  /** The number of an entity, or -1. */
  numberOf(id: string): number {
    return this.#numbers.get(id) ?? -1;
  }

  /** A quick test of whether a label's entity is of one of the kinds; null where all are. */
  kindTest(kinds: Kinds): KindTest | null {
    if (kinds == null) return null;
    const wanted = entityKinds.map((kind) => kinds.includes(kind));
    return (label) => wanted[this.#kindOf[label] ?? -1] === true;
  }
}

function* formsIn(words: readonly string[]): Steps<ReadonlyMap<string, readonly string[]>> {
  const forms = new Map<string, string[]>();
  for (const [at, word] of words.entries()) {
    if (at % wordsPerStep === 0) yield;
    const shared = stem(word);
    const known = forms.get(shared);
    if (known === undefined) forms.set(shared, [word]);
    else known.push(word);
  }
  return forms;
}

function laterWords(text: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) starts.push(at + 1);
  return starts;
}
