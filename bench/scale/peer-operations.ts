import { hubNames } from '../../test/support/hub-stream.ts';

/** What the peer has for an operation of ours: the same name, and its query. */
export interface PeerOperation {
  readonly name: string;
  readonly query: string;
}

const license = hubNames.license(0);
const page = 'edges { node { slug name } }';
const byName = (at: string) => `sort: [${at}]`;
const listed = '{ sort: ASC }, { id: ASC }';
const linked = '{ node: { sort: ASC } }, { node: { id: ASC } }';
const newest = '{ sortReleasedOn: DESC }, { id: DESC }';
const newestLinked = '{ node: { sortReleasedOn: DESC } }, { node: { id: DESC } }';
const count = 'aggregate { count { nodes } }';
const ofFamily = '{ familyName: { eq: "llama" } }';
const large = `{ licenses: { some: { slug: { eq: "${license}" } } }, totalParameters: { gte: 200000000000 } }`;
const hub = (fields: string) => `{ licenses(where: { slug: { eq: "${license}" } }) { ${fields} } }`;

/** The operations of the hub that @neo4j/graphql has, too: pages, counts and filters. */
export const peerOperations: readonly PeerOperation[] = [
  {
    name: 'list: by name',
    query: `{ modelsConnection(first: 20, ${byName(listed)}) { ${page} } }`,
  },
  {
    name: 'list: newest first',
    query: `{ modelsConnection(first: 20, ${byName(newest)}) { ${page} } }`,
  },
  { name: 'list: its count', query: `{ modelsConnection { ${count} } }` },
  {
    name: 'filter: license and size, newest first',
    query: `{ modelsConnection(first: 20, where: ${large}, ${byName(newest)}) { ${page} } }`,
  },
  { name: 'filter: their count', query: `{ modelsConnection(where: ${large}) { ${count} } }` },
  {
    name: 'filter: a family',
    query: `{ modelsConnection(first: 20, where: ${ofFamily}, ${byName(listed)}) { ${page} } }`,
  },
  { name: 'filter: its count', query: `{ modelsConnection(where: ${ofFamily}) { ${count} } }` },
  {
    name: 'hub: models of a license',
    query: hub(`modelsConnection(first: 20, ${byName(linked)}) { ${page} }`),
  },
  {
    name: 'hub: newest of a license',
    query: hub(`modelsConnection(first: 20, ${byName(newestLinked)}) { ${page} }`),
  },
  { name: 'hub: count of a license', query: hub(`modelsConnection { ${count} }`) },
  {
    name: 'hub: a family of a license',
    query: hub(
      `modelsConnection(first: 20, where: { node: ${ofFamily} }, ${byName(linked)}) { ${page} }`,
    ),
  },
  {
    name: 'hub: its count',
    query: hub(`modelsConnection(where: { node: ${ofFamily} }) { ${count} }`),
  },
];
