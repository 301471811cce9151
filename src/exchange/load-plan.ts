import type { DisagreementRecord } from '../ontology/disagreement.ts';
import type { ClaimRecord, RelationRecord, SourceRecord } from '../ontology/records.ts';
import type { GraphChange, StoreContents, Upsert } from '../store/graph-store.ts';
import type { Dataset, DatasetEntity } from './dataset.ts';
import { digestOf } from './digest.ts';

/** The things a graph is made of. */
export type Thing = 'entities' | 'relations' | 'claims' | 'sources' | 'disagreements';

export interface ThingCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** What the store has, the dataset does not, and stays. */
  readonly kept: number;
}

type EntityUpsert = GraphChange['entities'][number];

/** One thing to write or to remove, with the entities that change by it. */
export type Step =
  | { readonly remove: Thing; readonly id: string; readonly touch: readonly string[] }
  | { readonly write: 'sources'; readonly item: Upsert<SourceRecord> }
  | { readonly write: 'entities'; readonly item: EntityUpsert }
  | {
      readonly write: 'relations';
      readonly item: Upsert<RelationRecord>;
      readonly touch: readonly string[];
    }
  | {
      readonly write: 'claims';
      readonly item: Upsert<ClaimRecord>;
      readonly touch: readonly string[];
    }
  // What follows from claims: nothing changes by it that they did not change.
  | { readonly write: 'disagreements'; readonly item: Upsert<DisagreementRecord> };

/** What is to be done, in an order in which every step finds what it needs. */
export interface LoadPlan {
  readonly steps: readonly Step[];
  readonly counts: Readonly<Record<Thing, ThingCounts>>;
}

interface Difference<Item> {
  readonly write: readonly { readonly item: Item; readonly digest: string }[];
  /** Ids that the store has and the dataset does not. */
  readonly absent: readonly string[];
  readonly counts: Omit<ThingCounts, 'removed' | 'kept'>;
}

function difference<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  held: ReadonlyMap<string, string | { readonly digest: string }>,
): Difference<Item> {
  const write: { item: Item; digest: string }[] = [];
  const wanted = new Set<string>();
  let added = 0;
  let unchanged = 0;
  for (const item of items) {
    const id = idOf(item);
    wanted.add(id);
    const known = held.get(id);
    const digest = digestOf(item);
    if ((typeof known === 'object' ? known.digest : known) === digest) {
      unchanged += 1;
      continue;
    }
    if (known === undefined) added += 1;
    write.push({ item, digest });
  }
  const absent = [...held.keys()].filter((id) => !wanted.has(id)).sort();
  return { write, absent, counts: { added, changed: write.length - added, unchanged } };
}

const recordId = ({ id }: { readonly id: string }) => id;
const entityIdOf = ({ record }: DatasetEntity) => record.id;

/** What a load may take away. */
export interface Removal {
  /** All that the dataset does not have, not only what it no longer states. */
  readonly prune: boolean;
  /** Sources of others: what one of them states stays. */
  readonly keeps: (sourceId: string) => boolean;
}

/** Ids that the dataset no longer has, by thing. */
type Gone = Readonly<Record<Thing, readonly string[]>>;

/**
 * Chooses what goes. Without `prune` only relations and claims are removed: those between entities,
 * or about an entity, of the dataset that it no longer states.
 */
function choose(
  absent: Gone,
  own: ReadonlySet<string>,
  held: StoreContents,
  { prune, keeps }: Removal,
): Gone {
  // An entity, or a relation, of which a source of others says anything.
  const keptByOthers = new Set<string>();
  for (const { subjectId, relationId, sourceId } of prune ? held.claims.values() : []) {
    if (!keeps(sourceId)) continue;
    keptByOthers.add(subjectId);
    if (relationId !== null) {
      const ends = held.relations.get(relationId);
      for (const id of [relationId, ends?.fromId, ends?.toId]) if (id) keptByOthers.add(id);
    }
  }
  const relations = absent.relations.filter((id) => {
    const ends = held.relations.get(id);
    if (prune) return !keptByOthers.has(id);
    return ends !== undefined && own.has(ends.fromId) && own.has(ends.toId);
  });
  // A relation that stays, since it leads to what the dataset does not know, keeps what states it.
  const staying = new Set(absent.relations);
  for (const id of relations) staying.delete(id);
  return {
    sources: prune ? absent.sources.filter((id) => !keeps(id)) : [],
    entities: prune ? absent.entities.filter((id) => !keptByOthers.has(id)) : [],
    relations,
    claims: absent.claims.filter((id) => {
      const claim = held.claims.get(id);
      if (prune) return claim === undefined || !keeps(claim.sourceId);
      const kept = claim?.relationId != null && staying.has(claim.relationId);
      return claim !== undefined && own.has(claim.subjectId) && !kept;
    }),
    disagreements: absent.disagreements.filter((id) => {
      const known = held.disagreements.get(id);
      if (known === undefined) return prune;
      return prune ? !keptByOthers.has(known.subjectId) : own.has(known.subjectId);
    }),
  };
}

/** The entities with the degrees that they have with the relations that stay beside their own. */
function withStayingRelations(
  entities: readonly DatasetEntity[],
  staying: readonly string[],
  held: StoreContents,
): readonly DatasetEntity[] {
  const more = new Map<string, number>();
  for (const id of staying) {
    const relation = held.relations.get(id);
    if (relation?.best !== true) continue;
    for (const end of [relation.fromId, relation.toId]) more.set(end, (more.get(end) ?? 0) + 1);
  }
  if (more.size === 0) return entities;
  return entities.map((entity) => {
    const degree = entity.record.degree + (more.get(entity.record.id) ?? 0);
    return { ...entity, record: { ...entity.record, degree } };
  });
}

/** Compares a dataset with what a store holds. */
export function planLoad(dataset: Dataset, held: StoreContents, removal: Removal): LoadPlan {
  const sources = difference(dataset.sources, recordId, held.sources);
  const relations = difference(dataset.relations, recordId, held.relations);
  const claims = difference(dataset.claims, recordId, held.claims);
  const disagreements = difference(dataset.disagreements, recordId, held.disagreements);
  const own = new Set(dataset.entities.map(entityIdOf));
  const absent = {
    sources: sources.absent,
    entities: [...held.entities.keys()].filter((id) => !own.has(id)).sort(),
    relations: relations.absent,
    claims: claims.absent,
    disagreements: disagreements.absent,
  };
  const gone = choose(absent, own, held, removal);
  const relationsGone = new Set(gone.relations);
  const staying = absent.relations.filter((id) => !relationsGone.has(id));
  const entities = difference(
    withStayingRelations(dataset.entities, staying, held),
    entityIdOf,
    held.entities,
  );

  const removed = new Set(gone.entities);
  const stays = (...ids: readonly (string | undefined)[]) =>
    ids.filter((id) => id !== undefined).filter((id) => !removed.has(id));
  const endsOf = (id: string) => {
    const ends = held.relations.get(id);
    return [ends?.fromId, ends?.toId];
  };
  const steps: Step[] = [
    ...gone.disagreements.map((id) => ({ remove: 'disagreements', id, touch: [] }) as const),
    ...gone.claims.map((id) => {
      const touch = stays(held.claims.get(id)?.subjectId);
      return { remove: 'claims', id, touch } as const;
    }),
    ...gone.relations.map(
      (id) => ({ remove: 'relations', id, touch: stays(...endsOf(id)) }) as const,
    ),
    ...gone.entities.map((id) => ({ remove: 'entities', id, touch: [] }) as const),
    ...gone.sources.map((id) => ({ remove: 'sources', id, touch: [] }) as const),
    ...sources.write.map(
      ({ item, digest }) => ({ write: 'sources', item: { record: item, digest } }) as const,
    ),
    ...entities.write.map(
      ({ item, digest }) => ({ write: 'entities', item: { ...item, digest } }) as const,
    ),
    ...relations.write.map(({ item, digest }) => {
      const touch = stays(item.fromId, item.toId);
      return { write: 'relations', item: { record: item, digest }, touch } as const;
    }),
    ...claims.write.map(({ item, digest }) => {
      const touch = stays(item.subjectId);
      return { write: 'claims', item: { record: item, digest }, touch } as const;
    }),
    ...disagreements.write.map(
      ({ item, digest }) => ({ write: 'disagreements', item: { record: item, digest } }) as const,
    ),
  ];
  const differences = { sources, entities, relations, claims, disagreements };
  const countsOf = (thing: Thing): ThingCounts => ({
    ...differences[thing].counts,
    removed: gone[thing].length,
    kept: absent[thing].length - gone[thing].length,
  });
  return {
    steps,
    counts: {
      entities: countsOf('entities'),
      relations: countsOf('relations'),
      claims: countsOf('claims'),
      sources: countsOf('sources'),
      disagreements: countsOf('disagreements'),
    },
  };
}
