import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { TextQuery } from '../../../text/search/text-query.ts';

/** A query for SQLite's full-text index. Every word is quoted, so that none is an operator. */
export function matchText(query: TextQuery, kinds: readonly EntityKind[] | null): string {
  const text = `{labels summary body} : (${expression(query)})`;
  if (kinds === null) return text;
  return `${text} AND kind : (${kinds.map(quoted).join(' OR ') || quoted('NONE')})`;
}

function expression(query: TextQuery): string {
  switch (query.op) {
    case 'word':
      return quoted(query.word);
    case 'phrase':
      return quoted(query.words.join(' '));
    case 'all':
      return query.parts.map((part) => `(${expression(part)})`).join(' AND ');
    case 'any':
      return query.parts.map((part) => `(${expression(part)})`).join(' OR ');
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
