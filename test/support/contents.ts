import type { GraphStore, HeldClaim, HeldRelation } from '../../src/store/graph-store.ts';

/** The content of a store, by id. */
export interface Contents {
  readonly entities: ReadonlyMap<string, string>;
  readonly relations: ReadonlyMap<string, HeldRelation>;
  readonly claims: ReadonlyMap<string, HeldClaim>;
  readonly sources: ReadonlyMap<string, string>;
  readonly disagreements: ReadonlyMap<
    string,
    { readonly digest: string; readonly subjectId: string }
  >;
}

/** The ids and digests of everything in a store, read in the same way as by a load. */
export async function contentsOf(store: GraphStore): Promise<Contents> {
  const digests = async (thing: 'entities' | 'sources') => {
    const found = new Map<string, string>();
    for (let after: string | null = null; ; ) {
      const ids: readonly string[] = await store.held.idsAfter(thing, after, 300);
      for (const [id, digest] of await store.held.digests(thing, ids)) found.set(id, digest);
      const last = ids.at(-1);
      if (last === undefined || ids.length < 300) return found;
      after = last;
    }
  };
  const entities = await digests('entities');
  const { relations, claims, disagreements } = await store.held.hangingOn([...entities.keys()]);
  return { entities, relations, claims, disagreements, sources: await digests('sources') };
}
