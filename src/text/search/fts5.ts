import { type TextField, type TextQuery, tidy } from './text-query.ts';

/**
 * The query as an FTS5 MATCH expression, or null where there is nothing to look for. Every word
 * stands between quotation marks, so none can be an operator. FTS5 knows no fuzzy words: a word
 * that may be misspelled is looked for as it is, unless `spellings` knows what it may stand for.
 */
export function toFts5(
  query: TextQuery,
  fields: readonly TextField[] = [],
  spellings: (word: string) => readonly string[] = () => [],
): string | null {
  const tidied = tidy(query);
  if (tidied === null) return null;
  const expression = render(tidied, spellings);
  return fields.length === 0 ? expression : `{${fields.join(' ')}} : (${expression})`;
}

function render(query: TextQuery, spellings: (word: string) => readonly string[]): string {
  switch (query.op) {
    case 'word':
      return quote(query.word);
    case 'prefix':
      return `${quote(query.word)} *`;
    case 'near': {
      const words = [query.word, ...spellings(query.word)];
      const any = tidy({ op: 'any', parts: words.map((word) => ({ op: 'word', word })) });
      return any === null ? quote(query.word) : render(any, spellings);
    }
    case 'phrase':
      return quote(query.words.join(' '));
    case 'all':
    case 'any': {
      const operator = query.op === 'all' ? ' AND ' : ' OR ';
      return `(${query.parts.map((part) => render(part, spellings)).join(operator)})`;
    }
  }
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
