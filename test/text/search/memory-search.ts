import { finish } from '../../../src/base/steps.ts';
import { LabelIndex } from '../../../src/text/search/label-index.ts';
import { rankHits, type SearchHit, type TextCandidate } from '../../../src/text/search/rank.ts';
import { type Searchable, searchTextOf } from '../../../src/text/search/search-text.ts';
import { type Vocabulary, vocabularyOf } from '../../../src/text/search/search-vocabulary.ts';
import { parseSearchQuery } from '../../../src/text/search/search-words.ts';
import { textProbe } from '../../../src/text/search/text-probe.ts';
import type { TextQuery } from '../../../src/text/search/text-query.ts';

/** Search without a store: what the text index would find is found by reading every text. */
export class MemorySearch {
  readonly index: LabelIndex;
  readonly vocabulary: Vocabulary;
  readonly #texts: readonly TextCandidate[];

  constructor(entities: readonly Searchable[]) {
    this.index = finish(LabelIndex.building(entities));
    this.#texts = entities.map((entity) => ({ id: entity.id, ...searchTextOf(entity) }));
    this.vocabulary = vocabularyOf(this.#texts);
  }

  search(text: string): SearchHit[] {
    const query = parseSearchQuery(text);
    const probe = textProbe(query, this.vocabulary);
    const candidates = probe === null ? [] : this.#texts.filter((doc) => holds(probe, doc));
    return rankHits(query, this.index, this.vocabulary, candidates);
  }
}

/** What the text index answers, spelled out: words and phrases of one field. */
export function holds(query: TextQuery, doc: TextCandidate): boolean {
  const has = (part: string) =>
    [doc.labels, doc.summary, doc.body].some((text) => ` ${text} `.includes(part));
  switch (query.op) {
    case 'word':
      return has(` ${query.word} `);
    case 'phrase':
      return has(` ${query.words.join(' ')} `);
    case 'all':
      return query.parts.every((part) => holds(part, doc));
    case 'any':
      return query.parts.some((part) => holds(part, doc));
  }
}
