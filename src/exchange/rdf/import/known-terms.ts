import { entityId, kindOfId } from '../../../ontology/ids.ts';
import { identifierKey } from '../../../ontology/outside-identifiers.ts';
import type { TermRecord } from '../../../ontology/records.ts';
import type { GraphStore } from '../../../store/graph-store.ts';
import type { ReadResult } from '../../../store/reads.ts';
import { ownNameOf } from '../../../vocab/rdf/names.ts';

/** A term of the graph. */
export type KnownTerm = Pick<TermRecord, 'id' | 'slug' | 'name' | 'labels'> & {
  /** The data sets that state it. */
  readonly owners: readonly string[];
};

/** Looks up terms of the graph for an import. */
export interface KnownTerms {
  /** The terms with these addresses, as their own or as an exact match. */
  byUri(uris: readonly string[]): Promise<ReadonlyMap<string, KnownTerm>>;
  /** The ids of the terms that the slugs lead to, as current or former slugs. */
  bySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

const portionSize = 500;
const none = { edges: [], counts: [] } as const;
const select = { ...none, properties: ['slug', 'name', 'labels'] };

/** Looks up terms in a store. `base` is the public URL of its graph. */
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

/** The ids of the terms that the addresses may mean. */
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

/** The id of a new term with this slug. */
export function mintedId(slug: string): string {
  return entityId('TERM', slug);
}
