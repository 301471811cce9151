import { groupBy } from '../base/group-by.ts';
import type { DisagreementRecord } from '../ontology/disagreement.ts';
import type { ClaimRecord, RelationRecord, SourceRecord } from '../ontology/records.ts';
import type { Thing } from '../store/graph-store.ts';
import type { Dataset, DatasetEntity } from './dataset.ts';

/** All that hangs on some entities of a dataset. */
export interface Hanging {
  readonly entityIds: readonly string[];
  /** Those that begin at one of the entities. */
  readonly relations: readonly RelationRecord[];
  /** Those on such a relation, and those on a fact of one of the entities. */
  readonly claims: readonly ClaimRecord[];
  readonly disagreements: readonly DisagreementRecord[];
}

/** A dataset that is read in portions, as often as it is needed: no more of it is in memory. */
export interface DatasetReading {
  readonly sizes: Readonly<Record<Thing, number>>;
  sources(): AsyncIterable<readonly SourceRecord[]>;
  entities(): AsyncIterable<readonly DatasetEntity[]>;
  hanging(): AsyncIterable<Hanging>;
  /** Which of the ids are those of its entities, or of its sources. */
  own(thing: 'entities' | 'sources', ids: readonly string[]): ReadonlySet<string>;
}

/** How many entities are looked at together. */
export const portionSize = 500;

/** The items in portions of so many. */
export async function* portions<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  size: number,
): AsyncGenerator<readonly Item[]> {
  let portion: Item[] = [];
  for await (const item of items) {
    portion.push(item);
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}

/** A dataset that is in memory already, read in portions. */
export function readingOf(dataset: Dataset): DatasetReading {
  const { entities, relations, claims, sources, disagreements } = dataset;
  const ids = {
    entities: new Set(entities.map(({ record }) => record.id)),
    sources: new Set(sources.map(({ id }) => id)),
  };
  const begin = new Map(relations.map(({ id, fromId }) => [id, fromId]));
  const from = groupBy(relations, ({ fromId }) => fromId);
  const about = groupBy(claims, (claim) => begin.get(claim.relationId ?? '') ?? claim.subjectId);
  const on = groupBy(disagreements, ({ subjectId }) => subjectId);
  const of = <Item>(groups: ReadonlyMap<string, readonly Item[]>, some: readonly string[]) =>
    some.flatMap((id) => groups.get(id) ?? []);
  return {
    sizes: {
      entities: entities.length,
      relations: relations.length,
      claims: claims.length,
      sources: sources.length,
      disagreements: disagreements.length,
    },
    sources: () => portions(sources, portionSize),
    entities: () => portions(entities, portionSize),
    async *hanging() {
      for await (const entityIds of portions(ids.entities, portionSize)) {
        yield {
          entityIds,
          relations: of(from, entityIds),
          claims: of(about, entityIds),
          disagreements: of(on, entityIds),
        };
      }
    },
    own: (thing, some) => new Set(some.filter((id) => ids[thing].has(id))),
  };
}
