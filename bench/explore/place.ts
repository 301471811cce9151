import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { handIndexes } from '../hand/statements.ts';
import { type Ground, prepareGround, preparePeer } from '../serving/place.ts';
import { type Import, importWordNet } from './import.ts';
import type { ExploreOptions } from './options.ts';

/** A WordNet of one size in both stores, and the cost of loading it. */
export interface ExplorePlace extends Ground {
  readonly inNeo4j: Import;
  readonly inFile: Import;
  /** The size of the embedded file. */
  readonly fileBytes: number;
}

/** Starts a Neo4j and loads the data files into it, and into an embedded file. */
export async function prepareWordNet(
  directory: string,
  options: ExploreOptions,
): Promise<ExplorePlace> {
  const ground = await prepareGround(options);
  const { neo4j, embeddedDirectory } = ground;
  const inFile = await importWordNet(directory, { DATA_DIR: embeddedDirectory });
  options.log(`embedded: ${inFile.terms} terms in ${inFile.seconds.toFixed(0)} s`);
  const inNeo4j = await importWordNet(directory, {
    NEO4J_URI: neo4j.uri,
    NEO4J_USER: neo4j.user,
    NEO4J_PASSWORD: neo4j.password,
    NEO4J_TIMEOUT_MS: '60000',
  });
  options.log(`Neo4j: ${inNeo4j.terms} terms in ${inNeo4j.seconds.toFixed(0)} s`);
  await preparePeer(neo4j, handIndexes);
  const { size } = await stat(join(embeddedDirectory, 'glossgraph.db'));
  return { ...ground, inNeo4j, inFile, fileBytes: size };
}
