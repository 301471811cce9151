import { enumeration } from '../../ontology/enumeration.ts';
import type { EntityPart } from '../../store/reads.ts';
import type { SearchHit } from '../../text/search/rank.ts';
import { relevance } from '../../text/search/search.ts';
import type { SearchQuery } from '../../text/search/search-words.ts';
import { opening, type Snippet, snippet } from '../../text/search/snippet.ts';
import type { MatchTier } from '../../text/search/tiers.ts';
import { builder } from '../builder.ts';
import { enumRef } from '../enums.ts';
import { connectionRef, edgeRef } from '../fields/connection.ts';
import { EntityRef } from '../refs.ts';

/** A hit, with its entity (summary and definition) and the query. */
export interface FoundEntity {
  readonly hit: SearchHit;
  readonly entity: EntityPart;
  readonly query: SearchQuery;
}

type SearchMatch = Exclude<MatchTier, 'HEAD' | 'INFLECTED' | 'PARTIAL' | 'FAR'>;

/** The public names of the finer tiers. */
const toldAs = {
  HEAD: 'WORDS',
  INFLECTED: 'WORDS',
  PARTIAL: 'BEGINNING',
  FAR: 'SPELLING',
} as const satisfies Partial<Record<MatchTier, SearchMatch>>;

function matchOf(tier: MatchTier): SearchMatch {
  return tier in toldAs ? toldAs[tier as keyof typeof toldAs] : (tier as SearchMatch);
}

const SearchMatchRef = enumRef(
  enumeration<SearchMatch>('SearchMatch', 'Which part of an entity matches a query.', {
    EXACT: 'A name or alias equals the query.',
    BEGINNING:
      'A name or alias begins with the query, or has all its words, the last of which may be incomplete.',
    WORDS: 'A name or alias has all words of the query, in any order, also in other forms.',
    SPELLING: 'A name or alias matches, except for a spelling mistake.',
    TEXT: 'Summary, definition or names have words of the query.',
  }),
);

const TextSpanRef = builder.objectRef<Snippet['matches'][number]>('TextSpan').implement({
  description: 'A part of a text.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it starts, in UTF-16 code units.' }),
    end: t.exposeInt('end', {
      description: 'Where it ends, in UTF-16 code units, exclusive.',
    }),
  }),
});

const SnippetRef = builder.objectRef<Snippet>('Snippet').implement({
  description: 'A short piece of plain text. Dots stand for what is left out.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The piece.' }),
    matches: t.expose('matches', {
      type: [TextSpanRef],
      description: 'Where the words of the query are in the piece.',
    }),
  }),
});

const described = 'search results, best first';
const nodeOf = ({ entity }: FoundEntity) => entity;

const SearchEdgeRef = edgeRef('SearchEdge', EntityRef, nodeOf, described).implement({
  fields: (t) => ({
    score: t.float({
      description:
        'How well it matches, from 0 to 1. It never rises along the list. Only scores of the same query can be compared.',
      resolve: ({ item }) => relevance(item.hit),
    }),
    matchedOn: t.field({
      type: SearchMatchRef,
      description: 'Which part of the entity matches.',
      resolve: ({ item: { hit } }) => matchOf(hit.tier),
    }),
    matchedText: t.string({
      nullable: true,
      description: 'The name or alias that matches, as written. Null if only its texts match.',
      resolve: ({ item }) => item.hit.label,
    }),
    snippet: t.field({
      type: SnippetRef,
      nullable: true,
      description: 'The piece of its summary or definition that matches best. Null if it has none.',
      resolve: ({ item }) => snippetOf(item),
    }),
  }),
});

export const SearchConnectionRef = connectionRef(
  'SearchConnection',
  EntityRef,
  nodeOf,
  SearchEdgeRef,
  described,
);

function snippetOf({ entity, query }: FoundEntity): Snippet | null {
  const texts = [entity.summary, entity.definition].filter((text) => typeof text === 'string');
  for (const text of texts) {
    const piece = snippet(text, query);
    if (piece !== null) return piece;
  }
  const [first] = texts;
  return first === undefined ? null : opening(first);
}
