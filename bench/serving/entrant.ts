import { rm } from 'node:fs/promises';
import { type Contestant, oursEmbedded, oursOnNeo4j, peer } from '../servers/contestant.ts';
import { type ServerProcess, startServer } from '../servers/process.ts';
import type { Ground } from './place.ts';

/** A contestant that is running. */
export interface Entrant extends Contestant {
  readonly server: ServerProcess;
  /** The process of its Neo4j; null on the embedded store. */
  readonly databasePid: number | null;
}

/** The peer with the settings most like ours: the same transactions, executed by graphql-js. */
export const likeOurs = 'peer-auto-commit-interpreted';

/** All contestants on the full graph. */
export function allContestants({ neo4j, embeddedDirectory }: Ground): Contestant[] {
  return [
    oursOnNeo4j(neo4j, 'off'),
    peer(neo4j, 'managed', false),
    peer(neo4j, 'auto-commit', false),
    peer(neo4j, 'auto-commit', true),
    oursOnNeo4j(neo4j, '0'),
    oursOnNeo4j(neo4j, '1000'),
    oursOnNeo4j(neo4j, '1000', 'pages'),
    oursEmbedded(embeddedDirectory, 'off'),
    oursEmbedded(embeddedDirectory, '1000', 'pages'),
    oursEmbedded(embeddedDirectory, '1000'),
  ];
}

/** The contestants on both sizes, which show how the cost grows. */
export function growthContestants({ neo4j, embeddedDirectory }: Ground): Contestant[] {
  return [
    oursOnNeo4j(neo4j, 'off'),
    // Cached answers cost the same for any graph, so only pages are cached.
    oursOnNeo4j(neo4j, '1000', 'pages'),
    peer(neo4j, 'auto-commit', false),
    oursEmbedded(embeddedDirectory, 'off'),
    oursEmbedded(embeddedDirectory, '1000', 'pages'),
  ];
}

/** Starts the contestants, each in its own process. */
export async function enter(
  contestants: readonly Contestant[],
  place: Ground,
  pinned: boolean,
): Promise<Entrant[]> {
  const entrants: Entrant[] = [];
  try {
    for (const contestant of contestants) {
      const server = await startServer(contestant.command, pinned);
      const databasePid = contestant.store === 'neo4j' ? place.neo4j.started.pid : null;
      entrants.push({ ...contestant, server, databasePid });
    }
    return entrants;
  } catch (error) {
    await leave(entrants);
    throw error;
  }
}

export async function leave(entrants: readonly Entrant[]): Promise<void> {
  await Promise.all(entrants.map(({ server }) => server.stop()));
}

/** Stops the servers of a place and deletes its files. */
export async function clear(place: Ground): Promise<void> {
  await place.neo4j.stop();
  await rm(place.embeddedDirectory, { recursive: true, force: true });
}
