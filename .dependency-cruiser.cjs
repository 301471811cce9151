/** Imports run downwards only: each layer may use what is listed for it, and what lies in itself. */
const layers = {
  ontology: [],
  text: ['ontology'],
  reasoning: ['ontology'],
  vocab: ['ontology'],
  store: ['ontology'],
  loaders: ['ontology', 'text', 'store'],
  schema: ['ontology', 'text', 'reasoning', 'vocab', 'store', 'loaders'],
  server: ['ontology', 'store', 'loaders', 'schema'],
  explorer: ['ontology', 'schema'],
  exchange: ['ontology', 'text', 'reasoning', 'vocab', 'store'],
  commands: ['ontology', 'store', 'loaders', 'schema', 'server', 'explorer', 'exchange'],
};

const downwards = Object.entries(layers).map(([layer, below]) => ({
  name: `${layer}-downwards`,
  comment: `${layer} may import ${[layer, ...below].join(', ')} only`,
  severity: 'error',
  from: { path: `^(src|dist)/${layer}/` },
  to: {
    path: '^(src|dist)/.+/',
    pathNot: [layer, ...below].map((name) => `^(src|dist)/${name}/`),
  },
}));

/** Where a package belongs, and nowhere else in src. */
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
    confined('driver', 'neo4j-driver', 'src/store/neo4j/'),
    confined('libsql', 'libsql', 'src/store/embedded/'),
    confined('pothos', '@pothos', 'src/schema/'),
    confined('yoga', 'graphql-yoga', 'src/server/'),
    confined('hono', 'hono', 'src/explorer/'),
    confined('yaml', 'yaml', 'src/exchange/'),
    {
      name: 'embedded-and-neo4j-apart',
      comment: 'a store knows nothing of the other',
      severity: 'error',
      from: { path: '^src/store/(embedded|neo4j)/' },
      to: { path: '^src/store/(embedded|neo4j)/', pathNot: '^src/store/$1/' },
    },
    {
      name: 'config-for-the-command-line-alone',
      comment: 'the environment is parsed once, at the top',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(main|config)\\.ts$', '^src/commands/'] },
      to: { path: '^src/config\\.ts$' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependencies',
      comment: 'what runs in production is a dependency',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    // It reads no JSX, so pages are looked at as they are built: `npm run layers` runs on both.
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
