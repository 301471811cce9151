import type { GraphStore } from '../../src/store/graph-store.ts';
import { allOf } from '../support/all-of.ts';
import { change } from '../support/records.ts';

/** Removes all that a store holds, also claims on what is gone. */
export async function wipeStore(store: GraphStore, at: string): Promise<void> {
  await store.write(change({ remove: await allOf(store), at }));
}
