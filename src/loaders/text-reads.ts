import type { MaybePromise } from '../base/maybe-promise.ts';
import type { Read, ReadResult } from '../store/reads.ts';
import type { TextQuery } from '../text/search/text-query.ts';
import type {
  Kinds,
  LabelProbe,
  LabelRow,
  TextMatch,
  TextSource,
  WordsFound,
  WordsWanted,
} from '../text/search/text-source.ts';

type Ask = <Value extends ReadResult>(key: string, read: Read) => Promise<Value>;

/** Labels and texts as the store has them; whatever is asked in one tick is one statement. */
export class TextReads implements TextSource {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  words({ words, stems = [], beginnings = [] }: WordsWanted): MaybePromise<WordsFound> {
    return this.#read<WordsFound>({ kind: 'words', words, stems, beginnings });
  }

  labels(
    probes: readonly LabelProbe[],
    kinds: Kinds,
  ): MaybePromise<readonly (readonly LabelRow[])[]> {
    return this.#read<ReadResult<'labels'>>({ kind: 'labels', probes, kinds });
  }

  heads(heads: readonly string[]): MaybePromise<ReadonlySet<string>> {
    if (heads.length === 0) return new Set();
    return this.#read<ReadResult<'labelHeads'>>({ kind: 'labelHeads', heads });
  }

  texts(query: TextQuery, kinds: Kinds, limit: number): MaybePromise<readonly TextMatch[]> {
    return this.#read<ReadResult<'textMatches'>>({ kind: 'textMatches', query, kinds, limit });
  }

  /** The page cache keeps none of it: what was found is put together from it and kept as an answer. */
  #read<Value extends ReadResult>(read: Read): Promise<Value> {
    return this.#ask<Value>(JSON.stringify(read), read);
  }
}
