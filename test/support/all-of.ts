import type { GraphChange, GraphStore } from '../../src/store/graph-store.ts';
import { contentsOf } from './contents.ts';

/** The ids of all that a store holds, as a change that removes them names them. */
export async function allOf(store: GraphStore): Promise<GraphChange['remove']> {
  const held = await contentsOf(store);
  return {
    entities: [...held.entities.keys()],
    relations: [...held.relations.keys()],
    claims: [...held.claims.keys()],
    sources: [...held.sources.keys()],
    disagreements: [...held.disagreements.keys()],
  };
}
