import { entityKinds } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { sortKey } from '../sort-key.ts';
import { Postings } from './postings.ts';
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
  readonly #entityOf: Int32Array;
  readonly #kindOf: Uint8Array;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(searchable: Iterable<Searchable>) {
    const ordered = [...searchable]
      .map((entity) => ({ entity, sort: sortKey(entity.name) }))
      .sort(
        (a, b) =>
          b.entity.degree - a.entity.degree ||
          compareText(a.sort, b.sort) ||
          compareText(a.entity.id, b.entity.id),
      );
    this.entities = ordered.map(({ entity: { id, kind, name, degree }, sort }) => {
      return { id, kind, name, sort, degree };
    });
    this.#numbers = new Map(this.entities.map(({ id }, number) => [id, number]));
    this.#kindOf = Uint8Array.from(this.entities, ({ kind }) => entityKinds.indexOf(kind));
    const labels: FoldedLabel[] = [];
    const entityOf: number[] = [];
    const compact: [string, number][] = [];
    const words: [string, number][] = [];
    const starts: [string, number][] = [];
    const rests: [string, number][] = [];
    for (const [number, { entity }] of ordered.entries()) {
      for (const label of foldedLabelsOf(entity)) {
        const at = labels.length;
        labels.push(label);
        entityOf.push(number);
        compact.push([label.compact, at]);
        for (const word of new Set(label.folded.split(' '))) words.push([word, at]);
        for (const text of new Set([label.folded, label.plain])) {
          starts.push([text, at]);
          for (const start of laterWords(text)) rests.push([text.slice(start), at]);
        }
      }
    }
    this.labels = labels;
    this.#entityOf = Int32Array.from(entityOf);
    this.compact = new Postings(compact);
    this.words = new Postings(words);
    this.starts = new Postings(starts);
    this.rests = new Postings(rests);
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
    return (label) => wanted[this.#kindOf[this.#entityOf[label] ?? -1] ?? -1] === true;
  }
}

function laterWords(text: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) starts.push(at + 1);
  return starts;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
