import { type GraphStore, type Thing, things } from '../../src/store/graph-store.ts';
import { allOf } from './all-of.ts';
import { change, type World } from './records.ts';

/**
 * Replaces the content of the store by the world. Things of both are written anew, or, with
 * `keeping`, over what is there.
 */
export async function replace(store: GraphStore, world: World, keeping = false): Promise<void> {
  const held = await allOf(store);
  const kept = new Set(
    keeping
      ? [world.entities, world.relations, world.claims, world.sources, world.disagreements]
          .flat()
          .map(({ id }) => id)
      : [],
  );
  const gone = (thing: Thing) => held[thing].filter((id) => !kept.has(id));
  const remove = Object.fromEntries(things.map((thing) => [thing, gone(thing)]));
  await store.write(change({ ...world, remove }));
}
