import type { Steps } from '../../base/steps.ts';
import type { SearchText } from './search-text.ts';
import type { Vocabulary } from './search-vocabulary.ts';
import type { TextQuery } from './text-query.ts';

const entitiesPerStep = 128;
const wordsPerStep = 4096;
const none = new Int32Array(0);

/**
 * Which entities have a word in their labels, summary or definition. Entities are numbers, as the
 * label index gives them: the smaller, the more connected. It is also the vocabulary of the texts.
 */
export class TextIndex implements Vocabulary {
  readonly entities: number;
  readonly #texts: readonly SearchText[];
  readonly #holders: ReadonlyMap<string, Int32Array>;

  private constructor(texts: readonly SearchText[], holders: ReadonlyMap<string, Int32Array>) {
    this.entities = texts.length;
    this.#texts = texts;
    this.#holders = holders;
  }

  /** The index of the texts that are given for each entity, by its number. */
  static *building<Entity>(
    entities: readonly Entity[],
    textOf: (entity: Entity) => SearchText,
  ): Steps<TextIndex> {
    const texts: SearchText[] = [];
    const lists = new Map<string, number[]>();
    for (const [number, entity] of entities.entries()) {
      if (number % entitiesPerStep === 0) yield;
      const text = textOf(entity);
      texts.push(text);
      const { labels, summary, body } = text;
      for (const word of new Set(`${labels} ${summary} ${body}`.split(' '))) {
        if (word === '') continue;
        const list = lists.get(word);
        if (list === undefined) lists.set(word, [number]);
        else list.push(number);
      }
    }
    const holders = new Map<string, Int32Array>();
    for (const [word, list] of lists) {
      if (holders.size % wordsPerStep === 0) yield;
      holders.set(word, Int32Array.from(list));
    }
    return new TextIndex(texts, holders);
  }

  /** How many entities have the word. */
  count(word: string): number {
    return this.#of(word).length;
  }

  textOf(entity: number): SearchText | null {
    return this.#texts[entity] ?? null;
  }

  /**
   * The first entities, at most `limit`, that are wanted and have what the query asks; all words
   * are whole words.
   */
  find(query: TextQuery, limit: number, isWanted: (entity: number) => boolean): number[] {
    const found: number[] = [];
    for (const entity of this.#candidates(query)) {
      if (!isWanted(entity) || !this.#holds(query, entity)) continue;
      found.push(entity);
      if (found.length >= limit) break;
    }
    return found;
  }

  /** Ascending entities that are all that can fit, and more. */
  #candidates(query: TextQuery): Int32Array {
    switch (query.op) {
      case 'word':
        return this.#of(query.word);
      case 'phrase':
        return rarest(query.words.map((word) => this.#of(word)));
      case 'all':
        return rarest(query.parts.map((part) => this.#candidates(part)));
      case 'any': {
        const joined = new Set(query.parts.flatMap((part) => [...this.#candidates(part)]));
        return Int32Array.from(joined).sort();
      }
    }
  }

  #holds(query: TextQuery, entity: number): boolean {
    switch (query.op) {
      case 'word':
        return includes(this.#of(query.word), entity);
      case 'phrase':
        return this.#hasPhrase(entity, query.words);
      case 'all':
        return query.parts.every((part) => this.#holds(part, entity));
      case 'any':
        return query.parts.some((part) => this.#holds(part, entity));
    }
  }

  #hasPhrase(entity: number, words: readonly string[]): boolean {
    const text = this.#texts[entity];
    if (text === undefined) return false;
    const phrase = ` ${words.join(' ')} `;
    return [text.labels, text.summary, text.body].some((part) => ` ${part} `.includes(phrase));
  }

  #of(word: string): Int32Array {
    return this.#holders.get(word) ?? none;
  }
}

function rarest(lists: readonly Int32Array[]): Int32Array {
  return lists.reduce(
    (least, list) => (list.length < least.length ? list : least),
    lists[0] ?? none,
  );
}

function includes(list: Int32Array, wanted: number): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return list[low] === wanted;
}
