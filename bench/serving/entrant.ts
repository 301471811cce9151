import { rm } from 'node:fs/promises';
import { type Contestant, oursEmbedded, oursOnNeo4j, peer } from '../servers/contestant.ts';
import { type ServerProcess, startServer } from '../servers/process.ts';
import type { Ground } from './place.ts';

/** A contestant that runs. */
export interface Entrant extends Contestant {
  readonly server: ServerProcess;
  /** The Neo4j behind it; null on the embedded store. */
  readonly databasePid: number | null;
}

/** The peer in the set-up that is most like ours: the same transaction contract, executed by graphql-js. */
export const likeOurs = 'peer-auto-commit-interpreted';

/** Everything that is measured on the full graph. */
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

/** What is measured on both sizes, to see how it grows. */
export function growthContestants({ neo4j, embeddedDirectory }: Ground): Contestant[] {
  return [
    oursOnNeo4j(neo4j, 'off'),
    // Answers that are kept cost the same whatever the graph: pages tell.
    oursOnNeo4j(neo4j, '1000', 'pages'),
    peer(neo4j, 'auto-commit', false),
    oursEmbedded(embeddedDirectory, 'off'),
    oursEmbedded(embeddedDirectory, '1000', 'pages'),
  ];
}

/** Starts the contestants, each in a process of its own. */
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

/** Ends what a place started and deletes what it wrote. */
export async function clear(place: Ground): Promise<void> {
  await place.neo4j.stop();
  await rm(place.embeddedDirectory, { recursive: true, force: true });
}
