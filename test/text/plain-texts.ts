import { groupBy } from '../../src/base/group-by.ts';
import { stem } from '../../src/text/fold/stem.ts';
import { closedKeyOf, type KeyRange, keysOf } from '../../src/text/search/label-keys.ts';
import type { SearchHit } from '../../src/text/search/rank.ts';
import { search } from '../../src/text/search/search.ts';
import type { Searchable } from '../../src/text/search/search-text.ts';
import { foldedLabelsOf, searchTextOf } from '../../src/text/search/search-text.ts';
import { parseSearchQuery } from '../../src/text/search/search-words.ts';
import { shelfOf, tieOf } from '../../src/text/search/shelves.ts';
import type { TextQuery } from '../../src/text/search/text-query.ts';
import type {
  Kinds,
  LabelProbe,
  LabelRow,
  TextMatch,
  TextSource,
  WordRow,
  WordsFound,
  WordsWanted,
} from '../../src/text/search/text-source.ts';
import {
  addCounts,
  noWord,
  type WordCounts,
  wordCountsOf,
} from '../../src/text/search/word-counts.ts';

interface Kept {
  readonly row: LabelRow;
  readonly closed: string | null;
  readonly shelf: number;
  readonly tie: string;
  readonly keys: readonly {
    readonly shelf: number;
    readonly place: string;
    readonly key: string;
  }[];
}

type KeyOfLabel = Kept['keys'][number] & { readonly label: Kept };

/** The number of keys before a bound. */
function placeOf(bound: string, keys: readonly KeyOfLabel[]): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareCodePoints(keys[middle]?.key ?? '', bound) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The order of code points, in which stores keep texts. */
export function compareCodePoints(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) {
    const [a, b] = [one.charCodeAt(at), other.charCodeAt(at)];
    // Surrogates stand for code points after all others.
    if (a !== b) return (isHalf(a) ? a + 0x10000 : a) - (isHalf(b) ? b + 0x10000 : b);
  }
  return one.length - other.length;
}

function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}

/** The answers of a store, found in a simple way: by reading everything. */
export class PlainTexts implements TextSource {
  readonly #matches: readonly TextMatch[];
  readonly #ofLabels: readonly (WordRow & { readonly stem: string })[];
  /** By shelf and tie. */
  readonly #labels: readonly Kept[];
  /** The keys of each shelf, in their order. */
  readonly #shelves: readonly (readonly KeyOfLabel[])[];
  readonly #words = new Map<string, WordCounts>();

  constructor(entities: readonly Searchable[]) {
    this.#matches = entities.map((entity) => {
      const { id, kind, name, degree } = entity;
      return { entity: { id, kind, name, degree }, ...searchTextOf(entity) };
    });
    const labels = entities.flatMap((entity) => {
      const { id, kind, name, degree } = entity;
      addCounts(this.#words, wordCountsOf(entity), 1);
      const tie = tieOf(id);
      return foldedLabelsOf(entity).map((label): Kept => {
        const { role, text, folded, plain, compact } = label;
        const row = { entity: { id, kind, name, degree }, role, text, folded, plain, compact };
        const keys = keysOf(label, tie).map(({ place, key }) => {
          return { shelf: shelfOf(kind, degree, place), place, key };
        });
        return {
          row,
          closed: closedKeyOf(label),
          shelf: shelfOf(kind, degree, 'FIRST'),
          tie,
          keys,
        };
      });
    });
    this.#ofLabels = [...this.#words]
      .map((entry) => ({ ...rowOf(entry), stem: stem(entry[0]) }))
      .filter((row) => row.labels > 0);
    this.#labels = labels.sort((a, b) => a.shelf - b.shelf || compareCodePoints(a.tie, b.tie));
    const keys = labels
      .flatMap((label) => label.keys.map((key) => ({ ...key, label })))
      .sort((a, b) => a.shelf - b.shelf || compareCodePoints(a.key, b.key));
    this.#shelves = [...groupBy(keys, ({ shelf }) => shelf).values()];
  }

  /** The hits of a query, with all entities in this source. */
  search(text: string, kinds: Kinds = null): Promise<SearchHit[]> {
    return search(this, parseSearchQuery(text), kinds);
  }

  words({ words, stems = [], beginnings = [] }: WordsWanted): WordsFound {
    const ofLabels = this.#ofLabels;
    return {
      entities: this.#words.get(noWord)?.entities ?? 0,
      words: words.flatMap((word) => {
        const counts = this.#words.get(word);
        return counts === undefined ? [] : [rowOf([word, counts])];
      }),
      forms: stems.map((wanted) =>
        ofLabels
          .filter((row) => row.stem === wanted)
          .sort((a, b) => b.labels - a.labels || compareCodePoints(a.word, b.word))
          .slice(0, 32)
          .map(({ stem: _, ...row }) => row),
      ),
      beginnings: beginnings.map((beginning) =>
        ofLabels
          .filter(({ word }) => word.startsWith(beginning))
          .sort((a, b) => compareCodePoints(a.word, b.word))
          .slice(0, 20)
          .reduce((sum, { labels }) => sum + labels, 0),
      ),
    };
  }

  labels(probes: readonly LabelProbe[], kinds: Kinds): readonly (readonly LabelRow[])[] {
    const isWanted = ({ row }: Kept) => kinds?.includes(row.entity.kind) !== false;
    return probes.map((probe) => this.#labelsOf(probe, isWanted).map(({ row }) => row));
  }

  heads(heads: readonly string[]): ReadonlySet<string> {
    return new Set(
      heads.filter((head) =>
        this.#labels.some(
          ({ row, closed }) => row.compact.startsWith(head) || closed?.startsWith(head) === true,
        ),
      ),
    );
  }

  texts(query: TextQuery, kinds: Kinds): readonly TextMatch[] {
    return this.#matches
      .filter(({ entity }) => kinds?.includes(entity.kind) !== false)
      .filter((match) => holds(query, match));
  }

  #labelsOf(probe: LabelProbe, isWanted: (label: Kept) => boolean): readonly Kept[] {
    switch (probe.op) {
      case 'equal':
      case 'named': {
        const keys = new Set(probe.keys);
        const wanted = this.#labels.filter(isWanted);
        const found = [...firstOfEach(wanted, keys, ({ row }) => row.compact, probe.limit)];
        if (probe.op === 'named') {
          found.push(...firstOfEach(wanted, keys, ({ closed }) => closed, probe.limit));
        }
        return found;
      }
      case 'keys':
        return this.#inRange([probe.place], probe.range, isWanted).slice(0, probe.limit);
      case 'words': {
        const each = Math.ceil(probe.looked / Math.max(1, probe.heads.length));
        const found = probe.heads.flatMap((head) => {
          const range = { from: `${head}\u0001`, to: `${head}!` };
          const all = this.#inRange(['FIRST', 'LATER'], range, isWanted).slice(0, each);
          return all.filter(({ row }) => {
            const texts = [` ${row.folded} `, ` ${row.plain} `];
            return probe.groups.every((parts) =>
              parts.some((part) => texts.some((text) => text.includes(part))),
            );
          });
        });
        return [...new Set(found)].slice(0, probe.limit);
      }
    }
  }

  #inRange(
    places: readonly string[],
    { from, to }: KeyRange,
    isWanted: (label: Kept) => boolean,
  ): readonly Kept[] {
    return this.#shelves.flatMap((keys) => {
      const [first, end] = [from, to].map((bound) => placeOf(bound, keys));
      return keys
        .slice(first, end)
        .filter(({ place, label }) => places.includes(place) && isWanted(label))
        .map(({ label }) => label);
    });
  }
}

function rowOf([word, counts]: readonly [string, WordCounts]): WordRow {
  return { word, ...counts };
}

function firstOfEach(
  labels: readonly Kept[],
  keys: ReadonlySet<string>,
  keyOf: (label: Kept) => string | null,
  limit: number,
): readonly Kept[] {
  const counts = new Map<string, number>();
  return labels.filter((label) => {
    const key = keyOf(label);
    if (key === null || !keys.has(key)) return false;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= limit;
  });
}

/** The result of a text index, computed word by word and phrase by phrase. */
function holds(query: TextQuery, match: TextMatch): boolean {
  const has = (part: string) =>
    [match.labels, match.summary, match.body].some((text) => ` ${text} `.includes(part));
  switch (query.op) {
    case 'word':
      return has(` ${query.word} `);
    case 'phrase':
      return has(` ${query.words.join(' ')} `);
    case 'all':
      return query.parts.every((part) => holds(part, match));
    case 'any':
      return query.parts.some((part) => holds(part, match));
  }
}
