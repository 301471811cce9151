import type { Graph } from './graph.ts';

/** How much there is of everything: kept with every write, since counting reads all. */
export function tallyOf(graph: Graph): ReadonlyMap<string, number> {
  return new Map(graph.statements.rows<[string, number]>('SELECT name, count FROM tally', []));
}
