import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { createNeo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { type Neo4jServer, startNeo4j } from '../../test/neo4j/server.ts';
import { type BenchGraph, generateGraph } from '../data/graph.ts';
import { keysOf } from '../data/keys.ts';
import { loadGraph } from '../data/load.ts';
import { benchDriver } from '../peer/driver.ts';
import { peerIndexes } from '../peer/type-defs.ts';
import type { Cell } from '../workload/cell.ts';
import { cellMakers } from '../workload/cells.ts';
import type { MeasuringOptions, ServingOptions } from './options.ts';

/** The stores that servers start on: a Neo4j, and the folder of an embedded file. */
export interface Ground {
  readonly neo4j: Neo4jServer;
  readonly embeddedDirectory: string;
}

/** A graph of one size, in a Neo4j and in an embedded file. */
export interface Place extends Ground {
  readonly terms: number;
  readonly relations: number;
  readonly hubRelations: number;
  readonly cells: readonly Cell[];
}

/** Generates a graph and loads it into both stores. */
export async function preparePlace(terms: number, options: ServingOptions): Promise<Place> {
  const graph = generateGraph(terms);
  const { log } = options;
  log(`${terms} terms, ${graph.relations.length} relations`);
  const ground = await prepareGround(options);
  const { neo4j, embeddedDirectory } = ground;
  const inNeo4j = await loaded(createNeo4jStore({ ...neo4j, timeoutMs: 60_000 }), graph);
  await preparePeer(neo4j);
  const file = join(embeddedDirectory, 'glossgraph.db');
  const inFile = await loaded(createEmbeddedStore({ file }), graph);
  log(`loaded: Neo4j in ${inNeo4j.toFixed(0)} s, embedded in ${inFile.toFixed(0)} s`);
  const keys = keysOf(graph);
  const cells = cellMakers.map((make) => make(keys));
  return {
    terms: graph.terms.length,
    relations: graph.relations.length,
    hubRelations: graph.terms.length / 10,
    ...ground,
    cells: cells.filter(({ id }) => options.cells?.includes(id) ?? true),
  };
}

/** Starts an empty Neo4j and makes an empty folder. */
export async function prepareGround({ line, log }: MeasuringOptions): Promise<Ground> {
  log(`starting Neo4j ${line}`);
  const neo4j = await startNeo4j(line, { tuning: 'throughput', heap: '2g', pageCache: '1g' });
  const embeddedDirectory = await mkdtemp(join(tmpdir(), 'glossgraph-bench-'));
  log(`Neo4j ${neo4j.version} is up, process ${neo4j.started.pid}: loading`);
  return { neo4j, embeddedDirectory };
}

async function loaded(store: GraphStore, graph: BenchGraph): Promise<number> {
  await store.open();
  try {
    return await loadGraph(store, graph);
  } finally {
    await store.close();
  }
}

/** Creates the indexes that the peer and others need, and updates the planner's statistics. */
export async function preparePeer(neo4j: Neo4jServer, more: readonly string[] = []): Promise<void> {
  const driver = benchDriver(neo4j);
  const session = driver.session();
  try {
    for (const index of [...peerIndexes, ...more]) await session.run(index);
    await session.run('CALL db.awaitIndexes(300)');
    await session.run('CALL db.prepareForReplanning(60)');
  } finally {
    await session.close();
    await driver.close();
  }
}
