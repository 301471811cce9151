import type { BenchKeys } from '../data/keys.ts';
import type { Cell, CellMaker, Spelling, Variables } from './cell.ts';
import { inside, type Level, ourPage, peerConnection, peerList } from './levels.ts';
import { startOf } from './list-start.ts';

const card = 'slug name summary';
const short = 'slug name';

/** Every page that is measured, in the order of the report. */
export const cellMakers: readonly CellMaker[] = [
  (keys) =>
    termCell({
      id: 'term',
      title: 'one term',
      fields: 'slug name termKind aliases summary definition',
      levels: [],
      slugs: keys.any,
      rows: 1,
    }),
  (keys) =>
    listCell({
      id: 'list',
      title: 'list by name, 50 terms',
      size: 50,
      fields: card,
      levels: [],
      starts: keys.listStarts,
      rows: 50,
    }),
  (keys) =>
    listCell({
      id: '20x10',
      title: '20 terms × 10 related',
      size: 20,
      fields: short,
      levels: [{ field: 'relatedTerms', size: 10, fields: card }],
      starts: keys.coreListStarts,
      rows: 220,
    }),
  (keys) =>
    termCell({
      id: '5x5x5',
      title: '5 × 5 × 5 related',
      fields: short,
      levels: [nested([5, 5, 5])],
      slugs: keys.core,
      rows: 156,
    }),
  (keys) => hubCell('hub', "a hub's first page", false, keys),
  (keys) => hubCell('hub-count', "a hub's first page with its count", true, keys),
  (keys) =>
    termCell({
      id: 'siblings',
      title: 'five sibling relations',
      fields: card,
      levels: ['broader', 'partOf', 'requires', 'relatedTerms', 'contrastsWith'].map((field) => ({
        field,
        size: 10,
        fields: short,
      })),
      slugs: keys.core,
      rows: null,
    }),
  (keys) => ({
    ...termCell({
      id: '400-leaves',
      title: '400 leaves over four levels (5 × 8 × 10)',
      fields: short,
      levels: [nested([5, 8, 10])],
      slugs: keys.core,
      rows: 446,
    }),
    peer: [],
  }),
];

/** Related terms of related terms, with a page size for each level. */
function nested([size = 0, ...rest]: readonly number[]): Level {
  const inner = rest.length === 0 ? [] : [nested(rest)];
  return { field: 'relatedTerms', size, fields: short, levels: inner };
}

function hubCell(id: string, title: string, count: boolean, keys: BenchKeys): Cell {
  const levels = [{ field: 'relatedTerms', size: 20, fields: card, count }];
  return termCell({ id, title, fields: short, levels, slugs: keys.hubs, rows: 21 });
}

export interface TermCell {
  readonly id: string;
  readonly title: string;
  readonly fields: string;
  readonly levels: readonly Level[];
  readonly slugs: readonly string[];
  readonly rows: number | null;
}

/** A page that starts at one term. */
export function termCell({ id, title, fields, levels, slugs, rows }: TermCell): Cell {
  const spelled = (name: string, root: string, write: (level: Level) => string): Spelling => ({
    name,
    query: `query ($slug: String!) { it: ${root} { ${inside({ fields, levels }, write)} } }`,
    variables: slugs.map((slug): Variables => ({ slug })),
  });
  const peerRoot = 'terms(where: { slug: { eq: $slug } })';
  const peer = [spelled('lists', peerRoot, peerList)];
  // Without levels, this query would be the same.
  if (levels.length > 0) peer.push(spelled('connections', peerRoot, peerConnection));
  return { id, title, rows, ours: spelled('ours', 'term(slug: $slug)', ourPage), peer };
}

export interface ListCell {
  readonly id: string;
  readonly title: string;
  readonly size: number;
  readonly fields: string;
  readonly levels: readonly Level[];
  readonly starts: BenchKeys['listStarts'];
  readonly rows: number;
}

/**
 * A page of the list of terms, after a place in it. The peer's own cursors count rows from the
 * start. It is therefore asked for the rows after a sort value, which its index finds at once.
 */
export function listCell({ id, title, size, fields, levels, starts, rows }: ListCell): Cell {
  const places = starts.map(startOf);
  const where = 'where: { sort: { gt: $after } }, sort: [{ sort: ASC }]';
  const list = (write: (level: Level) => string) =>
    `it: terms(${where}, limit: ${size}) { ${inside({ fields, levels }, write)} }`;
  const connections = inside({ fields, levels }, peerConnection);
  const peerTexts = {
    lists: list(peerList),
    // Without levels, this query is the same.
    ...(levels.length > 0 && { 'a list of connections': list(peerConnection) }),
    connections: `it: termsConnection(${where}, first: ${size}) { edges { node { ${connections} } } }`,
  };
  const ours = `it: terms(first: ${size}, after: $after) { nodes { ${inside({ fields, levels }, ourPage)} } }`;
  return {
    id,
    title,
    rows,
    ours: {
      name: 'ours',
      query: `query ($after: String!) { ${ours} }`,
      variables: places.map(({ cursor }): Variables => ({ after: cursor })),
    },
    peer: Object.entries(peerTexts).map(([name, text]) => ({
      name,
      query: `query ($after: String!) { ${text} }`,
      variables: places.map(({ sort }): Variables => ({ after: sort })),
    })),
  };
}
