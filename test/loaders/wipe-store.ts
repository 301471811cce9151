import type { GraphStore } from '../../src/store/graph-store.ts';
import { contentsOf } from '../support/contents.ts';
import { change } from '../support/records.ts';

/** Takes all that a store holds out of it, claims on what is gone too. */
export async function wipeStore(store: GraphStore, at: string): Promise<void> {
  const held = await contentsOf(store);
  const remove = {
    entities: [...held.entities.keys()],
    relations: [...held.relations.keys()],
    claims: [...held.claims.keys()],
    sources: [...held.sources.keys()],
    disagreements: [...held.disagreements.keys()],
  };
  await store.write(change({ remove, at }));
}
