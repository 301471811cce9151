import type { Cell, Spelling, Variables } from '../workload/cell.ts';
import { listCell, termCell } from '../workload/cells.ts';
import { beginnings, type ExploreKeys, mistyped, wordsOf } from './keys.ts';

/** How the answers of hand-written statements must agree with ours. */
export type Agreement =
  /** The same rows in the same order. */
  | 'rows'
  /** The same rows. */
  | 'set'
  /** Both contain the wanted term. */
  | 'found'
  /** No comparison: each ranks in its own way. */
  | 'none';

/** An operation that is measured. */
export interface ExploreCell extends Cell {
  /** The kind of operation: search, path, list … */
  readonly operation: string;
  /** Whether its page has a size limit, so that its cost should not grow with the graph. */
  readonly bounded: boolean;
  /** The variables of the hand-written statement with the same id; null for none. */
  readonly hand: Spelling | null;
  readonly agreement: Agreement;
  /** The term that "found" expects, for each key. */
  readonly wanted: readonly string[];
}

const card = 'slug name summary';
const short = 'slug name';

/** Every operation, in the order of the report. */
export function exploreCells(keys: ExploreKeys): readonly ExploreCell[] {
  const slugs = (terms: ExploreKeys['any']) => terms.map(({ slug }) => slug);
  return [
    page('look-up', {
      ...termCell({
        id: 'term',
        title: 'one term',
        fields: 'slug name termKind aliases summary definition',
        levels: [],
        slugs: slugs(keys.any),
        rows: 1,
      }),
    }),
    page('term page', {
      ...termCell({
        id: 'term-page',
        title: 'a term with its relations',
        fields: card,
        levels: [
          ...['broader', 'narrower', 'partOf', 'parts', 'relatedTerms', 'contrastsWith'].map(
            (field) => ({ field, size: 20, fields: short }),
          ),
        ],
        slugs: slugs(keys.whole),
        rows: null,
      }),
    }),
    page('term page', {
      ...termCell({
        id: 'hub',
        title: 'the first page of what is narrower than a hub',
        fields: short,
        levels: [{ field: 'narrower', size: 20, fields: card }],
        slugs: slugs(keys.hubs),
        rows: 21,
      }),
    }),
    page('list', {
      ...listCell({
        id: 'list',
        title: 'list by name, 20 terms',
        size: 20,
        fields: card,
        levels: [],
        starts: [],
        rows: 20,
      }),
      ...listSpellings(keys),
    }),
    filtered('list-text', 'list of names with a common text, 20 terms', keys.commonTexts),
    filtered('list-rare', 'list of names with a rare text', keys.rareTexts),
    ...searchCells(keys),
    ...walkCells(keys),
  ];
}

/** A page that the peer can also answer. */
function page(operation: string, cell: Cell): ExploreCell {
  return { ...cell, operation, bounded: true, hand: null, agreement: 'rows', wanted: [] };
}

function spelling(name: string, query: string, variables: readonly Variables[]): Spelling {
  return { name, query, variables };
}

function listSpellings({ listStarts }: ExploreKeys): Pick<Cell, 'ours' | 'peer'> {
  const where = 'where: { sort: { gt: $after }, termKind: { in: ["CONCEPT"] } }';
  const ours = `query ($after: String!) {
    it: terms(first: 20, after: $after, filter: { termKinds: [CONCEPT] }) { nodes { ${card} } } }`;
  const peer = `query ($after: String!) {
    it: terms(${where}, sort: [{ sort: ASC }], limit: 20) { ${card} } }`;
  return {
    ours: spelling(
      'ours',
      ours,
      listStarts.map(({ cursor }) => ({ after: cursor })),
    ),
    peer: [
      spelling(
        'lists',
        peer,
        listStarts.map(({ sort }) => ({ after: sort })),
      ),
    ],
  };
}

function filtered(id: string, title: string, texts: readonly string[]): ExploreCell {
  const variables = texts.map((text) => ({ text }));
  const ours = `query ($text: String!) {
    it: terms(first: 20, filter: { text: $text }) { nodes { ${short} } } }`;
  const where = 'where: { folded: { contains: $text } }';
  // The peer is asked for a list, since an answer with one row would look like a single term.
  const peer = `query ($text: String!) {
    it: termsConnection(${where}, sort: [{ sort: ASC }], first: 20) { edges { node { ${short} } } } }`;
  return page('list', {
    id,
    title,
    ours: spelling('ours', ours, variables),
    peer: [spelling('connections', peer, variables)],
    rows: null,
  });
}

/** An operation that the peer does not have. */
function own(
  cell: Pick<ExploreCell, 'id' | 'title' | 'operation' | 'bounded' | 'agreement'> & {
    readonly query: string;
    readonly variables: readonly Variables[];
    /** Null means the same as ours. */
    readonly handVariables?: readonly Variables[] | null;
    readonly wanted?: readonly string[];
  },
): ExploreCell {
  const { query, variables, handVariables, wanted = [], ...rest } = cell;
  const hand =
    handVariables === null
      ? null
      : spelling('by hand', cell.id, handVariables === undefined ? variables : handVariables);
  const ours = spelling('ours', query, variables);
  return { ...rest, rows: null, ours, peer: [], hand, wanted };
}

function searchCells(keys: ExploreKeys): readonly ExploreCell[] {
  const query =
    'query ($query: String!) { it: search(query: $query, first: 10) { nodes { slug name } } }';
  const search = (
    id: string,
    title: string,
    texts: readonly string[],
    lucene: (word: string) => string,
    agreement: Agreement,
  ) =>
    own({
      id,
      title,
      operation: 'search',
      bounded: true,
      agreement,
      query,
      variables: texts.map((text) => ({ query: text })),
      handVariables: texts.map((text) => ({ lucene: text.split(' ').map(lucene).join(' AND ') })),
      wanted: keys.names.map(({ slug }) => slug),
    });
  const described = keys.any.map(wordsOf).filter((text) => text !== '');
  return [
    search(
      'search-name',
      'search for a name',
      keys.names.map(({ sort }) => sort),
      (word) => word,
      'found',
    ),
    search(
      'search-typo',
      'search for a name with a mistake',
      keys.names.map(mistyped),
      (word) => `${word}~1`,
      'none',
    ),
    search('search-words', 'search for words of a summary', described, (word) => word, 'none'),
    own({
      id: 'suggest',
      title: 'suggestions as one types',
      operation: 'suggest',
      bounded: true,
      agreement: 'none',
      query: 'query ($prefix: String!) { it: suggest(prefix: $prefix) { text entity { slug } } }',
      variables: beginnings(keys.names),
    }),
    own({
      id: 'annotate',
      title: 'mentions in a text of 24 sentences',
      operation: 'annotate',
      bounded: true,
      agreement: 'none',
      query: 'query ($text: String!) { it: annotate(text: $text) { start end entity { slug } } }',
      variables: keys.texts.map((text) => ({ text })),
      handVariables: null,
    }),
  ];
}

function walkCells(keys: ExploreKeys): readonly ExploreCell[] {
  const around = (depth: number, limit: number) =>
    own({
      id: `neighborhood-${depth}`,
      title: `neighborhood, ${depth} steps, at most ${limit} terms`,
      operation: 'neighborhood',
      bounded: true,
      agreement: 'rows',
      query: `query ($slug: String!) { it: neighborhood(of: { term: $slug }, depth: ${depth}, limit: ${limit}) {
        truncated entities { slug name } relations { id } } }`,
      variables: keys.any.map(({ slug }) => ({ slug })),
    });
  return [
    own({
      id: 'path',
      title: 'shortest path, at most 10 steps',
      operation: 'path',
      bounded: false,
      agreement: 'rows',
      query: `query ($from: String!, $to: String!) {
        it: path(from: { term: $from }, to: { term: $to }, maxDepth: 10) { length entities { slug } } }`,
      variables: keys.paths,
    }),
    around(2, 100),
    around(3, 500),
    own({
      id: 'prerequisites',
      title: 'prerequisites',
      operation: 'prerequisites',
      bounded: true,
      agreement: 'set',
      query:
        'query ($slug: String!) { it: term(slug: $slug) { slug prerequisites { term { slug } } } }',
      variables: keys.requiring.map(({ slug }) => ({ slug })),
    }),
  ];
}
