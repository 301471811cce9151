/** The graph for @neo4j/graphql: the labels, types and properties that our store writes. */
export const peerTypeDefs = /* GraphQL */ `
  type Term @node {
    id: ID!
    slug: String!
    name: String!
    sort: String!
    folded: String!
    termKind: String!
    aliases: [String!]!
    summary: String
    definition: String
    broader: [Term!]! @relationship(type: "BROADER", direction: OUT)
    narrower: [Term!]! @relationship(type: "BROADER", direction: IN)
    partOf: [Term!]! @relationship(type: "PART_OF", direction: OUT)
    parts: [Term!]! @relationship(type: "PART_OF", direction: IN)
    requires: [Term!]! @relationship(type: "REQUIRES", direction: OUT)
    relatedTerms: [Term!]!
      @relationship(type: "RELATED_TO", direction: OUT, queryDirection: UNDIRECTED)
    contrastsWith: [Term!]!
      @relationship(type: "CONTRASTS_WITH", direction: OUT, queryDirection: UNDIRECTED)
  }
`;

/** Indexes that the peer needs for the same pages, and that our store lacks in this form. */
export const peerIndexes: readonly string[] = [
  'CREATE RANGE INDEX bench_peer_slug IF NOT EXISTS FOR (t:Term) ON (t.slug)',
  'CREATE RANGE INDEX bench_peer_sort IF NOT EXISTS FOR (t:Term) ON (t.sort)',
];
