import type { Read, ReadResult } from '../store/reads.ts';
import type { TextSource } from '../text/search/text-source.ts';

type Ask = <Value extends ReadResult>(key: string, read: Read) => Promise<Value>;

/**
 * The labels and texts of the store. All reads of one tick become one statement. The page cache
 * does not hold them, but the answers made from them.
 */
export function textReads(ask: Ask): TextSource {
  const read = <Value extends ReadResult>(what: Read) => ask<Value>(JSON.stringify(what), what);
  return {
    words: ({ words, stems = [], beginnings = [] }) =>
      read<ReadResult<'words'>>({ kind: 'words', words, stems, beginnings }),
    labels: (probes, kinds) => read<ReadResult<'labels'>>({ kind: 'labels', probes, kinds }),
    heads: (heads) =>
      heads.length === 0
        ? new Set<string>()
        : read<ReadResult<'labelHeads'>>({ kind: 'labelHeads', heads }),
    texts: (query, kinds, limit) =>
      read<ReadResult<'textMatches'>>({ kind: 'textMatches', query, kinds, limit }),
  };
}
