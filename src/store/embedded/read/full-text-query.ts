import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { TextQuery } from '../../../text/search/text-query.ts';
import { phraseText } from '../database/phrase-text.ts';

/** A query for SQLite's full-text index. */
export function matchText(query: TextQuery, kinds: readonly EntityKind[] | null): string {
  const text = `{labels summary body} : (${expression(query)})`;
  if (kinds === null) return text;
  return `${text} AND kind : (${kinds.map(phraseText).join(' OR ') || phraseText('NONE')})`;
}

function expression(query: TextQuery): string {
  switch (query.op) {
    case 'word':
      return phraseText(query.word);
    case 'phrase':
      return phraseText(query.words.join(' '));
    case 'all':
      return query.parts.map((part) => `(${expression(part)})`).join(' AND ');
    case 'any':
      return query.parts.map((part) => `(${expression(part)})`).join(' OR ');
  }
}
