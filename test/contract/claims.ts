import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { ClaimPageSpec, PageWindow } from '../../src/store/reads.ts';
import { held, page, readOne } from '../support/reads.ts';
import type { StoreUnderTest } from './stores.ts';
import { claims, fill, models, page as onePage, paper, relations } from './world.ts';

const { early } = models;
const bySubject = ['ctx1', 'ctx2', 'said1', 'said2', 'edge1', 'edge2', 'edge3'] as const;
type Name = keyof typeof claims;
const nameOf = new Map(Object.entries(claims).map(([name, { id }]) => [id, name as Name]));

function place(name: Name): NonNullable<PageWindow['after']> {
  return { value: claims[name].sort, id: claims[name].id };
}

/** Claims on an entity, on a relation, and by a source. */
export function claimsContract(stores: StoreUnderTest): void {
  describe('claims', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await fill(await stores.empty());
    });

    const claimsOf = async (ownerId: string, given: Partial<ClaimPageSpec> = {}) => {
      const spec: ClaimPageSpec = {
        ...{ of: 'subject', property: null, contested: null, ranks: 'ALL', window: page() },
        ...given,
      };
      const ownerIds = [ownerId];
      const { rows, hasMore } = held(
        await readOne(store, { kind: 'claims', ownerIds, spec }),
        ownerId,
      );
      for (const row of rows) expect(row).toStrictEqual(claims[nameOf.get(row.id) ?? 'other']);
      const counts = await readOne(store, { kind: 'claimCounts', ownerIds, spec });
      return [rows.map(({ id }) => nameOf.get(id)), hasMore, counts.get(ownerId)];
    };

    it.each<[string, string, Partial<ClaimPageSpec>, readonly Name[]]>([
      ['a subject', early.id, {}, bySubject],
      ['a relation', relations.third.id, { of: 'relation' }, ['edge1', 'edge2']],
      // Both have "01", so the id decides.
      ['a source', onePage.id, { of: 'source' }, ['ctx1', 'other', 'said1', 'edge1']],
      ['a property', early.id, { property: 'CONTEXT_TOKENS' }, ['ctx1', 'ctx2']],
      ['an edge', early.id, { property: 'LICENSED_UNDER' }, ['edge1', 'edge2', 'edge3']],
      ['a property without claims', early.id, { property: 'SPDX_ID' }, []],
      ['contested ones', early.id, { contested: true }, ['ctx1', 'ctx2']],
      ['uncontested ones', early.id, { contested: false }, bySubject.slice(2)],
      ['the best', early.id, { ranks: 'BEST' }, ['ctx1', 'said1', 'edge1', 'edge3']],
      ['all but deprecated', early.id, { ranks: 'CURRENT' }, bySubject.filter((n) => n !== 'ctx2')],
      [
        'all of these',
        paper.id,
        { of: 'source', property: 'CONTEXT_TOKENS', contested: true, ranks: 'ALL' },
        ['ctx2'],
      ],
      ['an unknown owner', 'Model:unknown', {}, []],
      ['an owner of another kind', early.id, { of: 'source' }, []],
    ])('gives those of %s', async (_what, ownerId, given, names) => {
      expect(await claimsOf(ownerId, given)).toEqual([names, false, names.length]);
    });

    it('cuts pages between places, forwards and backwards', async () => {
      const cut = async (given: Partial<PageWindow>) => {
        const [names, hasMore, count] = await claimsOf(early.id, { window: page(given) });
        expect(count).toBe(7);
        return [names, hasMore];
      };
      expect(await cut({ limit: 2 })).toEqual([['ctx1', 'ctx2'], true]);
      expect(await cut({ limit: 2, after: place('ctx2') })).toEqual([['said1', 'said2'], true]);
      expect(await cut({ limit: 3, after: place('said2') })).toEqual([
        ['edge1', 'edge2', 'edge3'],
        false,
      ]);
      expect(await cut({ limit: 2, backward: true })).toEqual([['edge2', 'edge3'], true]);
      expect(await cut({ limit: 9, backward: true, before: place('said1') })).toEqual([
        ['ctx1', 'ctx2'],
        false,
      ]);
      const between = { after: place('ctx1'), before: place('edge1') };
      expect(await cut(between)).toEqual([['ctx2', 'said1', 'said2'], false]);
      expect(await cut({ ...between, limit: 1, backward: true })).toEqual([['said2'], true]);
      expect(await cut({ limit: 0 })).toEqual([[], true]);
      expect(await cut({ after: place('edge3') })).toEqual([[], false]);
    });

    it('gives every owner its own page', async () => {
      const ownerIds = [models.late.id, 'Model:unknown', early.id];
      const filters = { of: 'subject', property: null, contested: null, ranks: 'ALL' } as const;
      const spec = { ...filters, window: page({ limit: 1 }) };
      const pages = await readOne(store, { kind: 'claims', ownerIds, spec });
      const counts = await readOne(store, { kind: 'claimCounts', ownerIds, spec: filters });
      expect(
        ownerIds.map((id) => {
          const { rows, hasMore } = held(pages, id);
          return [rows.map((row) => nameOf.get(row.id)), hasMore, counts.get(id)];
        }),
      ).toEqual([
        [['other'], false, 1],
        [[], false, 0],
        [['ctx1'], true, 7],
      ]);
    });
  });
}
