/** The hub for @neo4j/graphql: the labels, types and properties that our store writes. */
export const hubTypeDefs = /* GraphQL */ `
  type Model @node {
    id: ID!
    slug: String!
    name: String!
    sort: String!
    sortReleasedOn: String!
    familyName: String
    totalParameters: BigInt
    licenses: [License!]! @relationship(type: "LICENSED_UNDER", direction: OUT)
  }
  type License @node {
    id: ID!
    slug: String!
    name: String!
    models: [Model!]! @relationship(type: "LICENSED_UNDER", direction: IN)
  }
`;

/** Indexes that the peer needs, and that our store lacks in this form. */
export const hubIndexes: readonly string[] = [
  'CREATE RANGE INDEX bench_hub_sort IF NOT EXISTS FOR (m:Model) ON (m.sort)',
  'CREATE RANGE INDEX bench_hub_released IF NOT EXISTS FOR (m:Model) ON (m.sortReleasedOn)',
  'CREATE RANGE INDEX bench_hub_model IF NOT EXISTS FOR (m:Model) ON (m.slug)',
  'CREATE RANGE INDEX bench_hub_license IF NOT EXISTS FOR (l:License) ON (l.slug)',
];
