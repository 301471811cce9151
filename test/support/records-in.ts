import type { DisagreementRecord } from '../../src/ontology/disagreement.ts';
import {
  allRecordProperties,
  type ClaimRecord,
  entityRecordSchemas,
  type RelationRecord,
  type SourceRecord,
} from '../../src/ontology/records.ts';
import type { EntityKind } from '../../src/ontology/vocabulary.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { contentsOf } from './contents.ts';
import type { Dataset } from './dataset.ts';
import { readOne, selecting } from './reads.ts';

/** Records by id, entities without their stamps. */
interface Records {
  readonly entities: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly relations: ReadonlyMap<string, RelationRecord>;
  readonly claims: ReadonlyMap<string, ClaimRecord>;
  readonly sources: ReadonlyMap<string, SourceRecord>;
  readonly disagreements: ReadonlyMap<string, unknown>;
}

/** All records that a store holds. */
export async function recordsIn(store: GraphStore): Promise<Records> {
  const held = await contentsOf(store);
  const ids = [...held.entities.keys()];
  const rows = await readOne(store, {
    ...{ kind: 'entities', ids, select: selecting(...allRecordProperties) },
  });
  const entities = new Map(
    [...rows].map(([id, { entity }]) => {
      const { revision: _, updatedAt: __, ...record } = entity as Record<string, unknown>;
      const { shape } = entityRecordSchemas[record.kind as EntityKind];
      return [id, Object.fromEntries(Object.entries(record).filter(([name]) => name in shape))];
    }),
  );
  const named = <Thing extends 'relations' | 'claims' | 'sources'>(thing: Thing) => ({
    ids: [...held[thing].keys()],
  });
  return {
    entities,
    relations: await readOne(store, { kind: 'relations', ...named('relations') }),
    claims: await readOne(store, { kind: 'claimsById', ...named('claims') }),
    sources: await readOne(store, { kind: 'sources', ...named('sources') }),
    disagreements: held.disagreements,
  };
}

/** All records of a dataset in memory, as `recordsIn` gives those of a store. */
export function allOf({ entities, relations, claims, sources, disagreements }: Dataset): Records {
  const byId = <Item extends { readonly id: string }>(items: readonly Item[]) =>
    new Map(items.map((item) => [item.id, item]));
  return {
    entities: byId(entities.map(({ record }) => record)) as unknown as Records['entities'],
    relations: byId(relations),
    claims: byId(claims),
    sources: byId(sources),
    disagreements: byId<DisagreementRecord>(disagreements),
  };
}
