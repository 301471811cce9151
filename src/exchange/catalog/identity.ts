import { createHash } from 'node:crypto';
import { addTo } from '../../base/group-by.ts';
import { entityId, kindOfId } from '../../ontology/ids.ts';
import { identifierKey } from '../../ontology/outside-identifiers.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { ReadResult } from '../../store/reads.ts';
import { compactOf } from '../../text/search/label-keys.ts';
import { slugOf } from '../new-seed.ts';
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

/** Entries of one entity, and that entity. */
export interface Identified {
  /** At least one. Descriptions come before mentions. */
  readonly entries: readonly Entry[];
  readonly id: string;
  readonly slug: string;
  /** The entity in the graph; null if it is new. */
  readonly known: KnownEntity | null;
  /** Whether another data set also states it. */
  readonly shared: boolean;
}

/** The entity of each entry, and of each thing that entries refer to. */
export interface Identities {
  readonly entities: readonly Identified[];
  /** The entity of a reference; null if it is not known. */
  entityOf(reference: Reference): KnownEntity | null;
}

const atOnce = 500;

/**
 * Finds the entity of each entry: by its addresses, within the catalog and in the store, then by
 * its exact name. Otherwise the entity is new. If several entities have an address, the entry is
 * ambiguous: it is counted and left out.
 */
export async function identify(
  store: GraphStore,
  dataset: string,
  entries: readonly Entry[],
  tally: Tally,
): Promise<Identities> {
  const groups = groupsOf(entries);
  const keys = new Set(groups.flatMap((group) => keysOf(group)));
  const found = await idsByKey(store, [...keys]);
  const named = await idsByName(store, groups);
  const organizations = await idsByOrganization(store, entries);
  const ids = [...found.values(), ...named.values(), ...organizations.values()].flat();
  const owned = await ownedAlone(store, dataset, ids);
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
  const known = await entitiesIn(store, [
    ...chosen.flatMap((each) => (each.length === 1 ? each : [])),
    ...references(entries).flatMap((each) => ('id' in each ? [each.id] : [])),
    ...[...organizations.values()].flatMap((each) => (each.length === 1 ? each : [])),
  ]);
  const entities = new Map<string, Identified>();
  const byAddress = new Map<string, string>();
  const minted = await mint(
    store,
    groups.filter((_, index) => chosen[index]?.length === 0),
  );
  for (const [index, group] of groups.entries()) {
    const candidates = chosen[index] ?? [];
    if (candidates.length > 1) {
      tally.add(
        `${group[0]?.kind.toLowerCase()} whose address or name several entities have`,
        group[0]?.addresses[0] ?? '',
      );
      continue;
    }
    const [id = minted.get(group) ?? ''] = candidates;
    const entity = known.get(id) ?? null;
    const slug = entity?.slug ?? id.slice(id.indexOf(':') + 1);
    // Two groups may be one entity, if the graph knows it by two names.
    const before = entities.get(id)?.entries ?? [];
    const all = [...before, ...group].sort(
      (one, other) => Number(one.mentioned) - Number(other.mentioned),
    );
    entities.set(id, {
      entries: all,
      id,
      slug,
      known: entity,
      shared: entity !== null && !owned.has(id),
    });
    for (const { addresses } of group)
      for (const address of addresses) byAddress.set(compared(address), id);
  }
  const asKnown = (id: string): KnownEntity | null => {
    const identified = entities.get(id);
    if (identified === undefined) return known.get(id) ?? null;
    const { known: entity, slug, entries: own } = identified;
    const kind = own[0]?.kind ?? 'MODEL';
    return entity ?? { id, kind, slug, name: own[0]?.name ?? slug };
  };
  return {
    entities: [...entities.values()],
    entityOf(reference) {
      if ('id' in reference) return asKnown(reference.id);
      if ('address' in reference) return asKnown(byAddress.get(compared(reference.address)) ?? '');
      const [only, ...others] = organizations.get(reference.organization) ?? [];
      return only === undefined || others.length > 0 ? null : (known.get(only) ?? null);
    },
  };
}

function compared(address: string): string {
  return identifierOf(address) ?? address;
}

function keysOf(group: readonly Entry[]): readonly string[] {
  return group.flatMap(({ addresses }) => addresses.flatMap(identifiersOf)).map(identifierKey);
}

/** Groups entries that share an address, or a name and its developer. */
function groupsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const parent = entries.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  const first = new Map<string, number>();
  for (const [index, { kind, addresses, names, edges }] of entries.entries()) {
    const developer = edges.find(({ type }) => type === 'DEVELOPED_BY')?.to;
    const marks = [
      ...addresses.map((address) => `${kind} ${compared(address)}`),
      ...names.map((name) => `${kind} ${JSON.stringify(developer ?? null)} ${compactOf(name)}`),
    ];
    for (const mark of marks) {
      const other = first.get(mark);
      if (other === undefined) first.set(mark, index);
      else parent[root(index)] = root(other);
    }
  }
  const groups = new Map<number, Entry[]>();
  for (const [index, entry] of entries.entries()) addTo(groups, root(index), entry);
  return [...groups.values()];
}

async function idsByName(store: GraphStore, groups: readonly (readonly Entry[])[]) {
  const entries = groups.flat().filter(({ names }) => names.length > 0);
  return namedExactly(
    store,
    'MODEL',
    entries.flatMap(({ names }) => names),
  );
}

async function idsByOrganization(store: GraphStore, entries: readonly Entry[]) {
  const names = references(entries).flatMap((each) =>
    'organization' in each ? [each.organization] : [],
  );
  return namedExactly(store, 'ORGANIZATION', names);
}

function references(entries: readonly Entry[]): readonly Reference[] {
  return entries.flatMap(({ edges }) => edges.map(({ to }) => to));
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
  groups: readonly (readonly Entry[])[],
): Promise<ReadonlyMap<readonly Entry[], string>> {
  const minted = new Map<readonly Entry[], string>();
  const given = new Set<string>();
  for (let at = 0; at < groups.length; at += atOnce) {
    const some = groups.slice(at, at + atOnce).flatMap((group) => {
      const [entry] = group;
      if (entry === undefined) return [];
      const hash = createHash('sha256')
        .update(compared(entry.addresses[0] ?? ''))
        .digest('hex')
        .slice(0, 8);
      const slug = slugOf(entry.slugFrom) || hash;
      return [{ group, kind: entry.kind, slug, longer: `${slug.slice(0, 80)}-${hash}` }];
    });
    const locators = some.map(({ kind, slug }) => ({ kind, key: slug }));
    const select = { properties: [], edges: [], counts: [] };
    const ids = some.map(({ kind, slug }) => entityId(kind, slug));
    const [taken, held] = (await store.read([
      { kind: 'locate', locators, select },
      { kind: 'entities', ids, select },
    ])) as [ReadResult<'locate'>, ReadResult<'entities'>];
    for (const [index, { group, kind, slug, longer }] of some.entries()) {
      const id = entityId(kind, slug);
      const isFree = (taken[index] ?? null) === null && !held.has(id) && !given.has(id);
      const own = isFree ? id : entityId(kind, longer);
      given.add(own);
      minted.set(group, own);
    }
  }
  return minted;
}
