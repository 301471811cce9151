/** Imports point downward only: a layer may import itself and the layers listed for it. */
const layers = {
  base: [],
  ontology: ['base'],
  text: ['base', 'ontology'],
  reasoning: ['base', 'ontology'],
  vocab: ['base', 'ontology'],
  store: ['base', 'ontology', 'text'],
  loaders: ['base', 'ontology', 'text', 'reasoning', 'store'],
  schema: ['base', 'ontology', 'text', 'reasoning', 'vocab', 'store', 'loaders'],
  server: ['base', 'ontology', 'store', 'loaders', 'schema'],
  explorer: ['base', 'ontology', 'vocab', 'schema'],
  mcp: ['base', 'ontology', 'schema', 'explorer'],
  exchange: ['base', 'ontology', 'text', 'reasoning', 'vocab', 'store', 'loaders'],
  commands: [
    'base',
    'ontology',
    'store',
    'loaders',
    'schema',
    'server',
    'explorer',
    'mcp',
    'exchange',
  ],
};

/** The same for the folders of a layer. All folders may import files directly in the layer. */
const rooms = {
  exchange: {
    seeds: [],
    checks: ['seeds'],
    load: [],
    catalog: ['seeds'],
    wordnet: [],
    rdf: [],
    'cyclone-dx': ['catalog'],
    'hugging-face': ['catalog'],
    'license-db': ['catalog'],
    'models-dev': ['catalog'],
    'spdx-list': ['catalog'],
  },
  reasoning: { claims: [], walks: ['claims'], licensing: ['claims', 'walks'] },
  schema: {
    fields: [],
    catalog: ['fields'],
    explore: ['fields', 'catalog'],
    licensing: ['fields', 'catalog', 'explore'],
  },
  server: { limits: [], http: ['limits'] },
  'store/embedded': {
    database: [],
    spool: ['database'],
    match: ['database'],
    read: ['database', 'match'],
    write: ['database'],
    fill: ['database', 'write'],
  },
  'store/neo4j': { read: [], write: [], indexes: ['read'] },
  text: { fold: [], mentions: ['fold'], search: ['fold', 'mentions'], 'license-strings': ['fold'] },
};

const downwards = Object.entries(layers).map(([layer, below]) => ({
  name: `${layer}-downwards`,
  comment: `${layer} may only import ${[layer, ...below].join(', ')}`,
  severity: 'error',
  from: { path: `^(src|dist)/${layer}/` },
  to: {
    path: '^(src|dist)/.+/',
    pathNot: [layer, ...below].map((name) => `^(src|dist)/${name}/`),
  },
}));

const roomsDownwards = Object.entries(rooms).flatMap(([layer, inside]) =>
  Object.entries(inside).map(([room, below]) => ({
    name: `${layer}/${room}-downwards`,
    comment: `in ${layer}, ${room} may only import ${[room, ...below].join(', ')}`,
    severity: 'error',
    from: { path: `^src/${layer}/${room}/` },
    to: {
      path: `^src/${layer}/[^/]+/`,
      pathNot: [room, ...below].map((name) => `^src/${layer}/${name}/`),
    },
  })),
);

/** Only `home` may import the package. */
const confined = (name, dependency, home) => ({
  name: `${name}-confined`,
  comment: `only ${home} imports ${dependency}`,
  severity: 'error',
  from: { path: '^(src|dist)/', pathNot: [`^${home}`, `^${home.replace('src', 'dist')}`] },
  to: { path: `node_modules/${dependency}(/|$)` },
});

module.exports = {
  forbidden: [
    ...downwards,
    ...roomsDownwards,
    confined('driver', 'neo4j-driver', 'src/store/neo4j/'),
    confined('libsql', 'libsql', 'src/store/embedded/'),
    confined('pothos', '@pothos', 'src/schema/'),
    confined('dataloader', 'dataloader', 'src/loaders/'),
    confined('yoga', 'graphql-yoga', 'src/server/'),
    confined('hono', 'hono', 'src/explorer/'),
    confined('yaml', 'yaml', 'src/exchange/'),
    confined('n3', 'n3', 'src/(vocab|exchange)/'),
    confined('parsers-of-rdf', '(rdfxml|jsonld)-streaming-parser', 'src/exchange/'),
    confined('jsonc-parser', 'jsonc-parser', 'src/exchange/'),
    confined('mcp', '@modelcontextprotocol', 'src/mcp/'),
    {
      name: 'mcp-without-pages',
      comment: 'tools share documents and words with the pages, and nothing that draws them',
      severity: 'error',
      from: { path: '^src/mcp/' },
      to: {
        path: '^src/explorer/',
        pathNot:
          '^src/explorer/((ask|stored-documents|entity-names|addresses|form|choose-question|words|use-words)\\.ts|documents/(schema-)?types\\.ts)$',
      },
    },
    {
      name: 'embedded-and-neo4j-apart',
      comment: 'the stores do not import each other',
      severity: 'error',
      from: { path: '^src/store/(embedded|neo4j)/' },
      to: { path: '^src/store/(embedded|neo4j)/', pathNot: '^src/store/$1/' },
    },
    {
      name: 'config-for-the-command-line-alone',
      comment: 'the environment is read once, in the command line',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/(main|config|open-glossgraph)\\.ts$', '^src/commands/'],
      },
      to: { path: '^src/config\\.ts$' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependencies',
      comment: 'production code imports no dev dependency',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    // The parser does not read JSX, so `npm run layers` also checks the compiled pages.
    exclude: { path: '^src/.*[.]tsx$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
    },
  },
};
