import { entityId, kindOfId } from '../../../ontology/ids.ts';
import { identifierKey } from '../../../ontology/outside-identifiers.ts';
import type { TermRecord } from '../../../ontology/records.ts';
import type { GraphStore } from '../../../store/graph-store.ts';
import type { ReadResult } from '../../../store/reads.ts';
import { ownNameOf } from '../../../vocab/rdf/names.ts';

/** A term that the graph has already. */
export type KnownTerm = Pick<TermRecord, 'id' | 'slug' | 'name' | 'labels'> & {
  /** The data sets that state it. */
  readonly owners: readonly string[];
};

/** What an import has to know of a graph. */
export interface KnownTerms {
  /** Terms of these addresses: their own ones, or what they say they are the same as. */
  byUri(uris: readonly string[]): Promise<ReadonlyMap<string, KnownTerm>>;
  /** The ids of the terms that slugs lead to, now or once. */
  bySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

const portionSize = 500;
const none = { edges: [], counts: [] } as const;
const select = { ...none, properties: ['slug', 'name', 'labels'] };

/** Looks into a store; `base` is where its graph is served. */
export function knownTermsIn(store: GraphStore, base: string): KnownTerms {
  return {
    async byUri(uris) {
      const found = new Map<string, KnownTerm>();
      for (let at = 0; at < uris.length; at += portionSize) {
        const portion = uris.slice(at, at + portionSize);
        const ids = await idsOf(store, base, portion);
        const read = { kind: 'entities', ids: [...new Set(ids.values())], select } as const;
        const [rows] = (await store.read([read])) as [ReadResult<'entities'>];
        const owners = await store.held.owners('entities', read.ids);
        for (const [uri, id] of ids) {
          const entity = rows.get(id)?.entity as unknown as KnownTerm | undefined;
          if (entity !== undefined) found.set(uri, { ...entity, owners: owners.get(id) ?? [] });
        }
      }
      return found;
    },
    async bySlug(slugs) {
      const found = new Map<string, string>();
      for (let at = 0; at < slugs.length; at += portionSize) {
        const portion = slugs.slice(at, at + portionSize);
        const locators = portion.map((key) => ({ kind: 'TERM', key }) as const);
        const read = { kind: 'locate', locators, select: { ...none, properties: [] } } as const;
        const [rows] = (await store.read([read])) as [ReadResult<'locate'>];
        for (const [index, slug] of portion.entries()) {
          const row = rows[index] ?? null;
          if (row !== null) found.set(slug, row.entity.id);
        }
      }
      return found;
    },
  };
}

/** The terms that the addresses may be those of. */
async function idsOf(
  store: GraphStore,
  base: string,
  uris: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const keyOf = (value: string) => identifierKey({ scheme: 'URI', value });
  const identified = await store.held.identified(uris.map(keyOf));
  const ids = new Map<string, string>();
  for (const uri of uris) {
    const own = ownNameOf(uri);
    const id =
      own?.base === base && own.kind === 'TERM'
        ? own.id
        : identified.get(keyOf(uri))?.find((each) => kindOfId(each) === 'TERM');
    if (id !== undefined) ids.set(uri, id);
  }
  return ids;
}

/** The id of a term that is minted with a slug. */
export function mintedId(slug: string): string {
  return entityId('TERM', slug);
}
