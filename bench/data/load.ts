import type { GraphStore } from '../../src/store/graph-store.ts';
import { changesOf } from './change.ts';
import type { BenchGraph } from './graph.ts';

/** Writes the graph through the store's own port, as an importer would; returns the seconds it took. */
export async function loadGraph(store: GraphStore, graph: BenchGraph): Promise<number> {
  const begun = performance.now();
  for (const change of changesOf(graph)) await store.write(change);
  return (performance.now() - begun) / 1000;
}
