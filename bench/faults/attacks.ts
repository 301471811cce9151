/** A GraphQL request as it is sent. */
export interface Request {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Makes the hostile request with this number. */
export type Attack = (random: () => number, index: number) => Request;

const pick = <Item>(random: () => number, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

const hubs = [
  'term: "large-language-model"',
  'term: "transformer"',
  'organization: "google"',
  'organization: "alibaba"',
  'organization: "meta"',
  'license: "MIT"',
  'license: "Apache-2.0"',
  'term: "open-weights"',
] as const;

const nearMatches = [
  'Phi-4-mini-instrukt',
  'DeepSeek V44',
  'Apache Licens 2',
  'retrieval augmentd',
];

/** Fragments that double at each level, side by side or nested. */
function fragmentBomb(_: () => number, index: number): Request {
  const levels = 14 + (index % 40);
  const deep = index % 2 === 0;
  const type = deep ? 'Term' : 'Query';
  const fragments = Array.from({ length: levels }, (__, level) => {
    const twice = `...F${level + 1} ...F${level + 1}`;
    const body = deep ? `related(first: 9) { nodes { ${twice} } }` : twice;
    return `fragment F${level} on ${type} { ${body} }`;
  });
  const [start, last] = deep
    ? ['term(slug: "open-weights") { ...F0 }', 'name']
    : ['...F0', 'graph { revision }'];
  return {
    query: `{ ${start} } ${fragments.join(' ')} fragment F${levels} on ${type} { ${last} }`,
  };
}

/** Pages as large as the bounds allow, and larger. */
function costliestPage(random: () => number, index: number): Request {
  const first = pick(random, [20, 50, 100]);
  const inner = pick(random, [20, 100, 100]);
  const innermost = pick(random, [1, 2, 10]);
  const query = `query P${index} { models(first: ${first}) { nodes { id name summary licenses(first: ${inner}) { nodes { name summary models(first: ${innermost}) { nodes { name } } } } relations(first: ${inner}) { nodes { id name } } } } }`;
  return { query };
}

function nearMatch(random: () => number): Request {
  let text = '';
  while (text.length < 100_000 - 40) text += `${pick(random, nearMatches)}${text.length} `;
  return {
    query: 'query ($text: String!) { annotate(text: $text) { text } }',
    variables: { text },
  };
}

function farHubs(random: () => number, index: number): Request {
  const query = `query H${index} { path(from: { ${pick(random, hubs)} }, to: { ${pick(random, hubs)} }, maxDepth: ${pick(random, [4, 6, 8])}) { length explanation } }`;
  return { query };
}

function otherDocument(random: () => number, index: number): Request {
  const name = `x${Math.floor(random() * 1e9)}`;
  return { query: `query D${index} { ${name}: resolveLicense(text: "${name}") { input } }` };
}

/** The requests of hostile clients. Each connection sends one kind. */
export const attacks: Readonly<Record<string, Attack>> = {
  'fragment bombs': fragmentBomb,
  'costliest pages': costliestPage,
  'near matches to annotate': nearMatch,
  'far hubs in path': farHubs,
  'different documents': otherDocument,
};
