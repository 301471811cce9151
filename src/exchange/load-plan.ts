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
  readonly counts: Omit<ThingCounts, 'removed'>;
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

/**
 * Compares a dataset with what a store holds. Without `prune` only relations and claims are
 * removed: those between entities, or about an entity, of the dataset that it no longer states.
 */
export function planLoad(dataset: Dataset, held: StoreContents, prune: boolean): LoadPlan {
  const sources = difference(dataset.sources, recordId, held.sources);
  const entities = difference(dataset.entities, entityIdOf, held.entities);
  const relations = difference(dataset.relations, recordId, held.relations);
  const claims = difference(dataset.claims, recordId, held.claims);
  const disagreements = difference(dataset.disagreements, recordId, held.disagreements);

  const own = new Set(dataset.entities.map(entityIdOf));
  const relationsGone = relations.absent.filter((id) => {
    const ends = held.relations.get(id);
    return prune || (ends !== undefined && own.has(ends.fromId) && own.has(ends.toId));
  });
  // A relation that stays, since it leads to what the dataset does not know, keeps what states it.
  const relationsStaying = new Set(relations.absent);
  for (const id of relationsGone) relationsStaying.delete(id);
  const gone = {
    sources: prune ? sources.absent : [],
    entities: prune ? entities.absent : [],
    relations: relationsGone,
    claims: claims.absent.filter((id) => {
      const claim = held.claims.get(id);
      if (prune) return true;
      const kept = claim?.relationId != null && relationsStaying.has(claim.relationId);
      return claim !== undefined && own.has(claim.subjectId) && !kept;
    }),
    disagreements: disagreements.absent.filter((id) => {
      const known = held.disagreements.get(id);
      return prune || (known !== undefined && own.has(known.subjectId));
    }),
  };

  const removed = new Set(gone.entities);
  const staying = (...ids: readonly (string | undefined)[]) =>
    ids.filter((id) => id !== undefined).filter((id) => !removed.has(id));
  const endsOf = (id: string) => {
    const ends = held.relations.get(id);
    return [ends?.fromId, ends?.toId];
  };
  const steps: Step[] = [
    ...gone.disagreements.map((id) => ({ remove: 'disagreements', id, touch: [] }) as const),
    ...gone.claims.map((id) => {
      const touch = staying(held.claims.get(id)?.subjectId);
      return { remove: 'claims', id, touch } as const;
    }),
    ...gone.relations.map(
      (id) => ({ remove: 'relations', id, touch: staying(...endsOf(id)) }) as const,
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
      const touch = staying(item.fromId, item.toId);
      return { write: 'relations', item: { record: item, digest }, touch } as const;
    }),
    ...claims.write.map(({ item, digest }) => {
      const touch = staying(item.subjectId);
      return { write: 'claims', item: { record: item, digest }, touch } as const;
    }),
    ...disagreements.write.map(
      ({ item, digest }) => ({ write: 'disagreements', item: { record: item, digest } }) as const,
    ),
  ];
  return {
    steps,
    counts: {
      entities: { ...entities.counts, removed: gone.entities.length },
      relations: { ...relations.counts, removed: gone.relations.length },
      claims: { ...claims.counts, removed: gone.claims.length },
      sources: { ...sources.counts, removed: gone.sources.length },
      disagreements: { ...disagreements.counts, removed: gone.disagreements.length },
    },
  };
}
