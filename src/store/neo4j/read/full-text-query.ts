import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { TextQuery } from '../../../text/search/text-query.ts';

const fields = ['labels', 'summary', 'body'] as const;

/** A query for Lucene. Every word is quoted, so that none is an operator. */
export function matchText(query: TextQuery, kinds: readonly EntityKind[] | null): string {
  const text = `(${expression(query)})`;
  if (kinds === null) return text;
  return `${text} AND kind:(${kinds.map(quoted).join(' OR ') || quoted('NONE')})`;
}

function expression(query: TextQuery): string {
  switch (query.op) {
    case 'word':
      return inAnyField(query.word);
    case 'phrase':
      return inAnyField(query.words.join(' '));
    case 'all':
      return query.parts.map((part) => `(${expression(part)})`).join(' AND ');
    case 'any':
      return query.parts.map((part) => `(${expression(part)})`).join(' OR ');
  }
}

function inAnyField(text: string): string {
  return fields.map((field) => `${field}:${quoted(text)}`).join(' OR ');
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
