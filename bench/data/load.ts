import type { GraphStore } from '../../src/store/graph-store.ts';
import { changesOf } from './change.ts';
import type { BenchGraph } from './graph.ts';

/**
 * Writes the graph through the interface of the store, as an importer would. Returns the seconds.
 */
export async function loadGraph(store: GraphStore, graph: BenchGraph): Promise<number> {
  const begun = performance.now();
  for (const change of changesOf(graph)) await store.write(change);
  return (performance.now() - begun) / 1000;
}
