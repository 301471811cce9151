import { createHash } from 'node:crypto';
import { entityId, kindOfId } from '../../ontology/ids.ts';
import { identifierKey } from '../../ontology/outside-identifiers.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { ReadResult } from '../../store/reads.ts';
import { compactOf } from '../../text/search/label-keys.ts';
import { slugOf } from '../seeds/new-seed.ts';
import type { Entry, Reference } from './entry.ts';
import { identifierOf, identifiersOf } from './identifiers.ts';
import { idsByKey, namedExactly } from './known.ts';
import type { Tally } from './tally.ts';

/** An entity of the graph as far as an import has to know it. */
export interface KnownEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly slug: string;
  readonly name: string;
}

/** The entity that entries are about. */
export interface Identity extends KnownEntity {
  /** Whether the graph has it. */
  readonly isKnown: boolean;
  /** Whether another data set also states it. */
  readonly shared: boolean;
}

/** Entries of one thing. */
export type EntryGroup = readonly Entry[];

/** The entity of a reference; null if it is not known. */
export type EntityOf = (reference: Reference) => KnownEntity | null;

const atOnce = 500;

/** Entries with a common mark are about one thing: an address, or a name with its developer. */
export function marksOf({ kind, addresses, names, edges }: Entry): readonly string[] {
  const developer = edges.find(({ type }) => type === 'DEVELOPED_BY')?.to;
  return [
    ...addresses.map((address) => markOf(kind, address)),
    ...names.map((name) => `${kind} ${JSON.stringify(developer ?? null)} ${compactOf(name)}`),
  ];
}

function markOf(kind: Entry['kind'], address: string): string {
  return `${kind} ${compared(address)}`;
}

interface IdentifyOptions {
  /** The data set of the entries. */
  readonly dataset: string;
  /** Those of some ids that earlier entries have. */
  readonly takenIds: (ids: readonly string[]) => ReadonlySet<string>;
  readonly tally: Tally;
}

/**
 * Finds the entity of each group of a portion: by its addresses in the store, then by its exact
 * name. Otherwise the entity is new. If several entities have an address, the group is ambiguous: it
 * is counted and null.
 */
export async function identify(
  store: GraphStore,
  groups: readonly EntryGroup[],
  { dataset, takenIds, tally }: IdentifyOptions,
): Promise<readonly (Identity | null)[]> {
  const found = await idsByKey(store, groups.flatMap(keysOf));
  const named = await namedExactly(
    store,
    'MODEL',
    groups.flatMap((group) => group.flatMap(({ names }) => names)),
  );
  const owned = await ownedAlone(store, dataset, [...found.values(), ...named.values()].flat());
  const choice = (candidates: readonly string[]) => {
    // An entity that only this data set states gives way to one that others state now.
    const others = candidates.filter((id) => !owned.has(id));
    return [...new Set(others.length > 0 ? others : candidates)];
  };
  const chosen = groups.map((group) => {
    const kind = group[0]?.kind ?? 'MODEL';
    const byAddress = choice(keysOf(group).flatMap((key) => found.get(key) ?? [])).filter(
      (id) => kindOfId(id) === kind,
    );
    if (byAddress.length > 0) return byAddress;
    return choice(group.flatMap(({ names }) => names.flatMap((name) => named.get(name) ?? [])));
  });
  const known = await entitiesIn(
    store,
    chosen.flatMap((each) => (each.length === 1 ? each : [])),
  );
  const minted = await mint(
    store,
    groups.filter((_, index) => chosen[index]?.length === 0),
    takenIds,
  );
  return groups.map((group, index): Identity | null => {
    const [first] = group;
    const candidates = chosen[index] ?? [];
    if (first === undefined) return null;
    if (candidates.length > 1) {
      const kind = first.kind.toLowerCase();
      tally.add(`${kind} whose address or name several entities have`, first.addresses[0] ?? '');
      return null;
    }
    const [id = minted.get(group) ?? ''] = candidates;
    const entity = known.get(id);
    const shared = entity !== undefined && !owned.has(id);
    if (entity !== undefined) return { ...entity, isKnown: true, shared };
    const described = group.find(({ mentioned }) => !mentioned) ?? first;
    const slug = id.slice(id.indexOf(':') + 1);
    return { id, kind: first.kind, slug, name: described.name, isKnown: false, shared };
  });
}

/** Finds the entities that entries refer to. `at` finds those of other entries by their marks. */
export async function entitiesReferredTo(
  store: GraphStore,
  entries: readonly Entry[],
  at: (marks: readonly string[]) => ReadonlyMap<string, KnownEntity>,
): Promise<EntityOf> {
  const references = entries.flatMap(({ edges }) => edges.map(({ to }) => to));
  const marks = references.flatMap((to) => ('address' in to ? marksAt(to.address) : []));
  const stated = at([...new Set(marks)]);
  const organizations = await namedExactly(
    store,
    'ORGANIZATION',
    references.flatMap((to) => ('organization' in to ? [to.organization] : [])),
  );
  const known = await entitiesIn(store, [
    ...references.flatMap((to) => ('id' in to ? [to.id] : [])),
    ...[...organizations.values()].flatMap((each) => (each.length === 1 ? each : [])),
  ]);
  return (to) => {
    if ('id' in to) return known.get(to.id) ?? null;
    if ('address' in to) {
      const [found = null] = marksAt(to.address).flatMap((mark) => stated.get(mark) ?? []);
      return found;
    }
    const [only, ...others] = organizations.get(to.organization) ?? [];
    return only === undefined || others.length > 0 ? null : (known.get(only) ?? null);
  };
}

function marksAt(address: string): readonly string[] {
  return [markOf('MODEL', address), markOf('LICENSE', address)];
}

function compared(address: string): string {
  return identifierOf(address) ?? address;
}

function keysOf(group: EntryGroup): readonly string[] {
  return group.flatMap(({ addresses }) => addresses.flatMap(identifiersOf)).map(identifierKey);
}

/** Those entities that no other data set states. */
async function ownedAlone(
  store: GraphStore,
  dataset: string,
  given: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(given)];
  const alone = new Set<string>();
  for (let at = 0; at < ids.length; at += atOnce) {
    const owners = await store.held.owners('entities', ids.slice(at, at + atOnce));
    for (const [id, names] of owners) if (names.length === 1 && names[0] === dataset) alone.add(id);
  }
  return alone;
}

async function entitiesIn(
  store: GraphStore,
  given: readonly string[],
): Promise<ReadonlyMap<string, KnownEntity>> {
  const ids = [...new Set(given)];
  const found = new Map<string, KnownEntity>();
  for (let at = 0; at < ids.length; at += atOnce) {
    const select = { properties: ['slug', 'name'], edges: [], counts: [] };
    const asked = ids.slice(at, at + atOnce);
    const [rows] = (await store.read([{ kind: 'entities', ids: asked, select }])) as [
      ReadResult<'entities'>,
    ];
    for (const [id, { entity }] of rows) {
      found.set(id, {
        id,
        kind: entity.kind,
        slug: String(entity.slug),
        name: String(entity.name),
      });
    }
  }
  return found;
}

/** Ids for new entities, made from the name, with a part of the address if the id is taken. */
async function mint(
  store: GraphStore,
  groups: readonly EntryGroup[],
  takenIds: IdentifyOptions['takenIds'],
): Promise<ReadonlyMap<EntryGroup, string>> {
  const wanted = groups.flatMap((group) => {
    const [entry] = group;
    if (entry === undefined) return [];
    const hash = createHash('sha256')
      .update(compared(entry.addresses[0] ?? ''))
      .digest('hex')
      .slice(0, 8);
    const slug = slugOf(entry.slugFrom) || hash;
    return [{ group, kind: entry.kind, slug, longer: `${slug.slice(0, 80)}-${hash}` }];
  });
  if (wanted.length === 0) return new Map();
  const locators = wanted.map(({ kind, slug }) => ({ kind, key: slug }));
  const select = { properties: [], edges: [], counts: [] };
  const ids = wanted.map(({ kind, slug }) => entityId(kind, slug));
  const [located, held] = (await store.read([
    { kind: 'locate', locators, select },
    { kind: 'entities', ids, select },
  ])) as [ReadResult<'locate'>, ReadResult<'entities'>];
  const taken = new Set([...held.keys(), ...takenIds(ids)]);
  return new Map(
    wanted.map(({ group, kind, slug, longer }, index) => {
      const id = entityId(kind, slug);
      const isFree = (located[index] ?? null) === null && !taken.has(id);
      const own = isFree ? id : entityId(kind, longer);
      taken.add(own);
      return [group, own] as const;
    }),
  );
}
