/**
 * An operation of a client, and the names of its statements in order, at most one for each level.
 */
export interface Expected {
  readonly what: string;
  readonly query: string;
  readonly statements: readonly string[];
  /** Set where Neo4j needs fewer. */
  readonly onNeo4j?: readonly string[];
}

export const expectations: readonly Expected[] = [
  {
    what: 'a hover card',
    query: '{ term(slug: "open-weights") { name summary uri } }',
    statements: ['locate'],
  },
  {
    what: 'a term page: five sibling relations and aliases, with counts',
    query: `{ term(slug: "open-weights") {
      name definition faqs { question answer }
      broader { nodes { name } } narrower { nodes { name } } requires { nodes { name } }
      contrastsWith { nodes { name } } relatedTerms(first: 5) { nodes { name } totalCount }
      more: relatedTerms(first: 5) { nodes { summary } pageInfo { hasNextPage } }
      newest: examples(first: 3, orderBy: { field: RELEASED_ON, direction: DESC }) { nodes { name } }
      examples(first: 3) { nodes { name releasedOn } totalCount }
      tools { totalCount }
    } }`,
    statements: ['locate'],
  },
  {
    what: 'twenty terms with ten related each',
    query: '{ terms(first: 20) { nodes { name relatedTerms(first: 10) { nodes { name } } } } }',
    statements: ['list:TERM'],
  },
  {
    what: 'five by five by five',
    query: `{ terms(first: 5) { nodes { name
      relatedTerms(first: 5) { nodes { name relatedTerms(first: 5) { nodes { name } } } } } } }`,
    statements: ['list:TERM'],
  },
  {
    what: 'models with licenses, their classes, and developers',
    query: `{ models(first: 20) { nodes { name releasedOn
      licenses { nodes { name licenseClass { name } } } developers { nodes { name } } } } }`,
    statements: ['list:MODEL'],
  },
  {
    what: 'a list with its count',
    query: '{ models(first: 3) { nodes { name } totalCount } }',
    statements: ['list:MODEL+listCount:MODEL'],
  },
  {
    what: 'a list with facets, and what is wanted of their entities',
    query: `{ models(first: 3, filter: { weights: [OPEN] }) { nodes { name } totalCount facets {
      developers(limit: 5) { value count entity { name models(first: 2) { nodes { name } } } }
      trainingData { value count } families(limit: 3) { value count }
      licenseClasses { count entity { name } } } } }`,
    statements: [
      [
        ...['list:MODEL', 'listCount:MODEL', 'facet:MODEL:DEVELOPED_BY'],
        ...['facet:MODEL:TRAINING_DATA', 'facet:MODEL:familyName'],
        'facet:MODEL:LICENSED_UNDER>CLASSIFIED_AS',
      ].join('+'),
    ],
  },
  {
    what: 'facets alone',
    query: '{ models { facets { weights { value count } architectures { value count } } } }',
    statements: ['facet:MODEL:WEIGHTS+facet:MODEL:architecture'],
  },
  {
    what: 'a count alone',
    query: '{ terms { totalCount } }',
    statements: ['listCount:TERM'],
  },
  {
    what: 'two counts of relations alone',
    query: '{ term(slug: "open-weights") { tools { totalCount } examples { totalCount } } }',
    statements: ['locate'],
  },
  {
    what: 'root fields of every sort',
    query: `{ a: term(slug: "open-weights") { name } b: term(slug: "closed-weights") { summary }
      model(slug: "kimi-k2") { name } license(slug: "MIT") { name }
      terms(first: 2) { nodes { name } } tools(first: 2) { nodes { name } } graph { revision } }`,
    statements: ['locate+list:TERM+list:TOOL+graph'],
  },
  {
    what: 'one list under two aliases with different selections',
    query: '{ a: tools(first: 2) { nodes { name } } b: tools(first: 2) { nodes { url } } }',
    statements: ['list:TOOL+list:TOOL'],
  },
  {
    what: 'one list under two aliases with the same selection',
    query: '{ a: tools(first: 2) { nodes { name } } b: tools(first: 2) { nodes { name } } }',
    statements: ['list:TOOL'],
  },
  {
    what: 'aliases of one relation with the same arguments',
    query: `{ term(slug: "open-weights") {
      a: tools(first: 2) { nodes { name } } b: tools(first: 2) { nodes { name } } } }`,
    statements: ['locate'],
  },
  {
    what: 'a node',
    query: '{ node(id: "VGVybTpvcGVuLXdlaWdodHM") { id ... on Entity { name } } }',
    statements: ['entities'],
  },
  {
    what: 'nodes of every kind',
    query: `{ nodes(ids: ["VGVybTpvcGVuLXdlaWdodHM", "TW9kZWw6a2ltaS1rMg", "TGljZW5zZTptaXQ", "VG9vbDp2bGxt"]) {
      id ... on Entity { name related(first: 2) { nodes { name } } } ... on Model { licenses { nodes { name } } } } }`,
    statements: ['entities'],
  },
  {
    what: 'a source and what it states',
    query: `{ node(id: "U291cmNlOm9zYWktaW5kZXg") { ... on Source { title
      statements(first: 20) { nodes { valueText subject { name } } totalCount } } } }`,
    statements: ['sources', 'claims:source+claimCounts:source', 'entities'],
  },
  {
    what: 'claims with their sources',
    query: `{ model(slug: "kimi-k2") { name
      claims(first: 20) { nodes { valueText source { title publisher } } totalCount } } }`,
    statements: ['locate', 'claims:subject+claimCounts:subject', 'sources'],
  },
  {
    what: 'claims of twenty terms, with sources and edges',
    query: `{ terms(first: 20) { nodes { claims(first: 5) {
      nodes { valueText source { title } relation { type from { name } to { name } } } } } } }`,
    statements: ['list:TERM', 'claims:subject', 'sources+relations', 'entities'],
  },
  {
    what: 'claims under aliases with different filters',
    query: `{ model(slug: "kimi-k2") { a: claims(first: 3) { nodes { id } }
      b: claims(first: 3, ranks: BEST) { nodes { id } } c: claims(first: 3) { nodes { valueText } } } }`,
    statements: ['locate', 'claims:subject+claims:subject'],
  },
  {
    what: 'edges with where they come from',
    query: `{ term(slug: "open-weights") { relatedTerms(first: 10) {
      edges { node { name } relation { source { title } claims(first: 2) { nodes { rank } } } } } } }`,
    statements: ['locate', 'sources+claims:relation'],
  },
  {
    what: 'both ends of edges',
    query: `{ term(slug: "open-weights") { relatedTerms(first: 10) {
      edges { relation { from { name } to { name ... on Term { definition } } } } } } }`,
    statements: ['locate', 'entities'],
  },
  {
    what: 'an entity through the interface, by kinds of neighbors',
    query: `{ entity(ref: { model: "kimi-k2" }) { name
      relations(first: 20) { nodes { name ... on Term { definition } ... on License { spdxId } } } } }`,
    statements: ['locate'],
  },
  {
    what: 'what replaces deprecated terms',
    query: '{ terms(first: 50) { nodes { name status replacedBy { name } } } }',
    statements: ['list:TERM', 'entities'],
  },
  {
    what: 'JSON-LD of a page of neighbors',
    query: '{ term(slug: "open-weights") { relations(first: 20) { nodes { jsonLd } } } }',
    statements: ['locate'],
  },
  {
    what: 'availability and answers with their sources',
    query: `{ model(slug: "kimi-k2") { availability { artifact source { title } } }
      term(slug: "open-weights") { faqs { question source { title } } } }`,
    statements: ['locate', 'sources'],
  },
  {
    what: 'what goes beyond the look-ahead, level by level',
    query: `{ models(first: 60) { nodes { name exemplifies(first: 50) { nodes { name
      tools(first: 50) { nodes { name terms(first: 2) { nodes { name } } } } } } } } }`,
    statements: ['list:MODEL', 'edges:EXEMPLIFIES', 'edges:HAS_TOOL'],
  },
  {
    what: 'a search, with what is wanted of its hits',
    query: `{ search(query: "open weights", first: 20) { totalCount edges { snippet { text } node {
      name related(first: 3) { nodes { name } totalCount } ... on Term { definition } } } } }`,
    statements: ['words+labels', 'labels+textMatches', 'entities'],
  },
  {
    what: 'suggestions alone',
    query: '{ suggest(prefix: "mi") { text matchedOn } }',
    statements: ['labels'],
  },
  {
    what: 'suggestions with their entities',
    query: '{ suggest(prefix: "mi") { text entity { name summary } } }',
    statements: ['labels', 'entities'],
  },
  {
    what: 'mentions with their entities',
    query: `{ annotate(text: "Open-weights MoEs under MIT") {
      text entity { name } alternatives { slug } } }`,
    statements: ['words', 'labels+labelHeads', 'labels+labelHeads', 'entities'],
  },
  {
    what: 'a path with all about its steps: a statement for each widening, or one for all',
    query: `{ path(from: { term: "mixture-of-experts" }, to: { license: "mit" }) { length explanation
      entities { name summary } steps { from { name } to { name } relation { source { title } } } } }`,
    statements: ['locate', 'links:*', 'links:*', 'entities+relations', 'sources'],
    onNeo4j: ['locate', 'routes:*', 'entities+relations', 'sources'],
  },
  {
    what: 'two steps around an entity',
    query: `{ neighborhood(of: { term: "open-weights" }, depth: 2, limit: 50) { truncated
      entities { name summary } relations { type from { name } to { name } } } }`,
    statements: ['locate', 'surroundings:*', 'entities+relationsAmong:*', 'entities'],
  },
  {
    what: 'what to read first, with the reasons',
    query: `{ term(slug: "mixture-of-experts") { name prerequisites(depth: 3) {
      term { name summary } because { source { title } } } } }`,
    statements: ['locate', 'links:REQUIRES', 'links:REQUIRES', 'entities+relations', 'sources'],
  },
  {
    what: 'the lineages of ten models',
    query: `{ models(first: 10, filter: { text: "distill" }) { nodes { name lineage(depth: 2) {
      depth model { name } parent { name } relation { method } } } } }`,
    statements: ['list:MODEL', 'links:DERIVED_FROM', 'links:DERIVED_FROM', 'entities+relations'],
  },
  {
    what: 'what is not there',
    query:
      '{ term(slug: "no-such") { name broader { nodes { name } } } node(id: "VGVybTpub25l") { id } }',
    statements: ['locate+entities'],
  },
  {
    what: 'nothing of the store',
    query: '{ __typename __schema { queryType { name } } }',
    statements: [],
  },
];
