import { groupBy } from '../../base/group-by.ts';
import type { ClaimRecord, RelationRecord, SourceRecord } from '../../ontology/records.ts';
import { allRecordProperties } from '../../ontology/records.ts';
import type { EntityInput, GraphStore } from '../../store/graph-store.ts';
import type { ClaimPage, Keyset, ReadResult } from '../../store/reads.ts';
import type { EntityStatements } from '../statement-stream.ts';
import type { EntityPart, Part, SourcePart } from './parts.ts';
import { statementsOfRecords } from './plain-statements.ts';

type Owners = ReadonlyMap<string, readonly string[]>;

/** The statements of each data set about entities of the store, in no order. */
export async function entityPartsIn(
  store: GraphStore,
  owners: Owners,
): Promise<ReadonlyMap<string, readonly EntityPart[]>> {
  const parts = new Map<string, readonly EntityPart[]>(
    await keptParts<EntityStatements>(store, owners),
  );
  const alone = soleOwners(owners);
  const ids = [...alone.keys()];
  if (ids.length === 0) return parts;
  const select = { properties: allRecordProperties, edges: [], counts: [] };
  const [entities] = (await store.read([{ kind: 'entities', ids, select }])) as [
    ReadResult<'entities'>,
  ];
  const claims = await claimsAbout(store, ids);
  const relations = await relationsOf(store, claims);
  const about = groupBy(claims, ({ subjectId }) => subjectId);
  for (const [id, dataset] of alone) {
    const row = entities.get(id);
    if (row === undefined) continue;
    const record = row.entity as unknown as EntityInput;
    const said = statementsOfRecords(record, about.get(id) ?? [], relations);
    parts.set(id, [{ dataset, said }]);
  }
  return parts;
}

/** The same for sources. */
export async function sourcePartsIn(
  store: GraphStore,
  owners: Owners,
): Promise<ReadonlyMap<string, readonly SourcePart[]>> {
  const parts = new Map<string, readonly SourcePart[]>(
    await keptParts<SourceRecord>(store, owners),
  );
  const alone = soleOwners(owners);
  if (alone.size === 0) return parts;
  const [sources] = (await store.read([{ kind: 'sources', ids: [...alone.keys()] }])) as [
    ReadResult<'sources'>,
  ];
  for (const [id, said] of sources) parts.set(id, [{ dataset: alone.get(id) ?? '', said }]);
  return parts;
}

function soleOwners(owners: Owners): ReadonlyMap<string, string> {
  return new Map(
    [...owners].flatMap(([id, [owner, ...others]]) =>
      owner === undefined || others.length > 0 ? [] : [[id, owner] as const],
    ),
  );
}

async function keptParts<Said>(
  store: GraphStore,
  owners: Owners,
): Promise<ReadonlyMap<string, readonly Part<Said>[]>> {
  const shared = [...owners].flatMap(([id, names]) => (names.length > 1 ? [id] : []));
  if (shared.length === 0) return new Map();
  const kept = await store.held.contributions(shared);
  return new Map(
    [...kept].map(([id, contributions]) => [
      id,
      contributions.map(({ dataset, statements }) => {
        return { dataset, said: JSON.parse(statements) as Said };
      }),
    ]),
  );
}

const claimsAtOnce = 1000;

/** All claims on these entities. */
async function claimsAbout(
  store: GraphStore,
  ids: readonly string[],
): Promise<readonly ClaimRecord[]> {
  const found: ClaimRecord[] = [];
  let left: readonly (readonly [id: string, after: Keyset | null])[] = ids.map((id) => [id, null]);
  while (left.length > 0) {
    const reads = groupBy(left, ([, after]) => after?.value ?? '');
    const pages = await store.read(
      [...reads.values()].map((group) => ({
        kind: 'claims',
        ownerIds: group.map(([id]) => id),
        spec: {
          ...({ of: 'subject', property: null, contested: null, ranks: 'ALL' } as const),
          window: {
            ...{ limit: claimsAtOnce, after: group[0]?.[1] ?? null, before: null },
            ...{ backward: false, peek: true },
          },
        },
      })),
    );
    left = (pages as readonly ReadonlyMap<string, ClaimPage>[]).flatMap((page) =>
      [...page].flatMap(([id, { rows, hasMore }]) => {
        found.push(...rows);
        const last = rows.at(-1);
        if (!hasMore || last === undefined) return [];
        return [[id, { value: last.sort, id: last.id }] as const];
      }),
    );
  }
  return found;
}

async function relationsOf(
  store: GraphStore,
  claims: readonly ClaimRecord[],
): Promise<ReadonlyMap<string, RelationRecord>> {
  const ids = [...new Set(claims.flatMap(({ relationId }) => relationId ?? []))];
  if (ids.length === 0) return new Map();
  const [relations] = await store.read([{ kind: 'relations', ids }]);
  return relations as ReadResult<'relations'>;
}
