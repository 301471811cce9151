import type { Neo4jAddress } from '../peer/driver.ts';
import type { Contract } from '../peer/execution-context.ts';
import type { ServerCommand } from './process.ts';

/** A server with its settings. */
export interface Contestant {
  readonly id: string;
  readonly title: string;
  /** Ours, the peer, or hand-written statements. */
  readonly side: 'ours' | 'peer' | 'hand';
  readonly store: 'neo4j' | 'embedded';
  readonly command: ServerCommand;
}

const mainFile = new URL('../../dist/main.js', import.meta.url).pathname;
const peerFile = new URL('../peer/server.ts', import.meta.url).pathname;
const handFile = new URL('../hand/server.ts', import.meta.url).pathname;

/** The REVISION_CHECK_MS of our server. "off" is cold: no page outlives its request. */
export type Revision = 'off' | '0' | '1000';

/** The caches in use: only pages of the graph, or also whole answers, which is the default. */
export type Kept = 'pages' | 'answers';

/** Our server over Neo4j, in the settings of its users except for the log. */
export function oursOnNeo4j(
  address: Neo4jAddress,
  revision: Revision,
  kept: Kept = 'answers',
): Contestant {
  const title = {
    off: 'ours, cold',
    '0': 'ours, warm, revision asked with every request',
    '1000': 'ours, warm, revision asked every second',
  }[revision];
  return {
    id: `neo4j-${revision}${kept === 'pages' ? '-pages' : ''}`,
    title: kept === 'pages' ? `${title}, pages kept but no answers` : title,
    side: 'ours',
    store: 'neo4j',
    command: ourCommand({
      ...neo4jVariables(address),
      REVISION_CHECK_MS: revision,
      ...keeping(kept),
    }),
  };
}

function keeping(kept: Kept): Record<string, string> {
  return kept === 'pages' ? { ANSWER_CACHE_BYTES: '0' } : {};
}

/**
 * Our server on the embedded store, with its file in the directory. Without seeds it serves the
 * existing file.
 */
export function oursEmbedded(
  directory: string,
  revision: 'off' | '1000',
  kept: Kept = 'answers',
  seeds = 'none',
): Contestant {
  const title = revision === 'off' ? 'ours, embedded, cold' : 'ours, embedded, warm';
  return {
    id: `embedded-${revision}${kept === 'pages' ? '-pages' : ''}`,
    title: kept === 'pages' ? `${title}, pages kept but no answers` : title,
    side: 'ours',
    store: 'embedded',
    command: ourCommand({
      DATA_DIR: directory,
      SEEDS_DIR: seeds,
      REVISION_CHECK_MS: revision,
      ...keeping(kept),
    }),
  };
}

function ourCommand(env: Readonly<Record<string, string>>): ServerCommand {
  const common = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' };
  return { arguments: [mainFile, 'serve'], env: { ...common, ...env } };
}

/**
 * Whether a server is safe for clients. @envelop/graphql-jit turns string literals of a document
 * into code, so a client could run JavaScript in a peer that is compiled with it.
 */
export function isSafe({ id }: Contestant): boolean {
  return !id.endsWith('-compiled');
}

/** The peer on Yoga. */
export function peer(address: Neo4jAddress, contract: Contract, compiled: boolean): Contestant {
  const execution = compiled ? 'compiled' : 'interpreted';
  return {
    id: `peer-${contract}-${execution}`,
    title: `peer, ${contract}, ${execution}`,
    side: 'peer',
    store: 'neo4j',
    command: {
      arguments: ['--import', 'tsx', peerFile],
      env: {
        ...neo4jVariables(address),
        PEER_CONTRACT: contract,
        PEER_COMPILED: compiled ? '1' : '0',
      },
    },
  };
}

/** Hand-written statements behind bare HTTP. */
export function byHand(address: Neo4jAddress): Contestant {
  return {
    id: 'hand',
    title: 'hand-written Cypher',
    side: 'hand',
    store: 'neo4j',
    command: { arguments: ['--import', 'tsx', handFile], env: neo4jVariables(address) },
  };
}

function neo4jVariables({ uri, user, password }: Neo4jAddress): Record<string, string> {
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
}
