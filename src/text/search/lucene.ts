import { type TextField, type TextQuery, tidy } from './text-query.ts';

/**
 * The query in the syntax of Lucene's classic parser, as Neo4j's full-text procedures read it, or
 * null where there is nothing to look for. Whole words stand between quotation marks; those that
 * cannot (`word*`, `word~1`) are letters and digits alone, and in lower case, so that none is an
 * operator.
 */
export function toLucene(query: TextQuery, fields: readonly TextField[] = []): string | null {
  const tidied = tidy(query);
  if (tidied === null) return null;
  const expression = render(tidied);
  if (fields.length === 0) return expression;
  return fields.map((field) => `${field}:(${expression})`).join(' ');
}

function render(query: TextQuery): string {
  switch (query.op) {
    case 'word':
      return quote(query.word);
    case 'prefix':
      return `${query.word}*`;
    case 'near':
      return `${query.word}~1`;
    case 'phrase':
      return quote(query.words.join(' '));
    case 'all':
      return `(${query.parts.map((part) => `+${render(part)}`).join(' ')})`;
    case 'any':
      return `(${query.parts.map(render).join(' ')})`;
  }
}

function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
