import type { Graph } from '../database/graph.ts';

/** The stored counts of things. Each write updates them, since counting would read everything. */
export function tallyOf(graph: Graph): ReadonlyMap<string, number> {
  return new Map(graph.statements.rows<[string, number]>('SELECT name, count FROM tally', []));
}
