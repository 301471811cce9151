import { beforeAll, describe, expect, it } from 'vitest';
import type { RelationType } from '../../src/ontology/relations.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { Condition } from '../../src/store/list-condition.ts';
import type { ListPageSpec, SortOrder } from '../../src/store/reads.ts';
import { byName, page, readOne, selecting } from '../support/reads.ts';
import type { StoreUnderTest } from './stores.ts';
import { fill } from './world.ts';

const largest = Number.MAX_SAFE_INTEGER;
const anyOf = (property: string, ...values: (string | number | boolean)[]): Condition => ({
  op: 'in',
  property,
  values,
});
const between = (
  property: string,
  min: string | number | null,
  max: string | number | null,
): Condition => ({ op: 'range', property, min, max });
const contains = (text: string): Condition => ({ op: 'contains', property: 'folded', text });
const out = (type: RelationType) => ({ type, direction: 'OUT' }) as const;
const linked = (hops: Extract<Condition, { op: 'linked' }>['hops'], ...slugs: string[]) =>
  ({ op: 'linked', hops, slugs }) as const;

/** Lists of a kind: their orders, pages and conditions. */
export function listsContract(stores: StoreUnderTest): void {
  describe('lists', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await fill(await stores.empty());
    });

    const listOf = async (given: Partial<ListPageSpec> = {}) => {
      const spec: ListPageSpec = {
        ...{ kind: 'MODEL', where: null, order: byName, window: page() },
        ...given,
      };
      const { rows, hasMore } = await readOne(store, {
        kind: 'list',
        spec,
        select: selecting('slug'),
      });
      const count = await readOne(store, { kind: 'listCount', spec });
      return { slugs: rows.map(({ node }) => node.entity.slug), rows, hasMore, count };
    };

    it.each<[string, boolean, string[], (string | number)[]]>([
      ['sort', false, ['dark', 'early', 'late', 'tuned'], ['dark', 'early', 'late', 'tuned']],
      ['sort', true, ['tuned', 'late', 'early', 'dark'], ['tuned', 'late', 'early', 'dark']],
      [
        'sortReleasedOn',
        false,
        ['dark', 'early', 'tuned', 'late'],
        ['', '2024-01-01', '2025-07-01', '2025-07-11'],
      ],
      [
        'sortTotalParameters',
        true,
        ['late', 'tuned', 'early', 'dark'],
        [largest, 7_000_000_000, 7_000_000_000, -1],
      ],
      ['sortContextTokens', false, ['dark', 'early', 'tuned', 'late'], [-1, 4096, 4096, 131_072]],
    ])('orders models by %s, descending %s; ties by id, the same way', async (...row) => {
      const [property, descending, slugs, values] = row;
      const list = await listOf({ order: { property, descending } });
      expect(list.slugs).toEqual(slugs);
      expect(list.rows.map(({ sortValue }) => sortValue)).toEqual(values);
      expect([list.hasMore, list.count]).toEqual([false, 4]);
    });

    it('breaks ties of names by id', async () => {
      const ascending = await listOf({ kind: 'TERM', where: contains('same') });
      expect(ascending.slugs).toEqual(['same-1', 'same-2', 'same-3']);
      const order: SortOrder = { property: 'sort', descending: true };
      const descending = await listOf({ kind: 'TERM', where: contains('same'), order });
      expect(descending.slugs).toEqual(['same-3', 'same-2', 'same-1']);
    });

    it('cuts pages between places, forwards and backwards', async () => {
      const early = { value: 'early', id: 'Model:early' };
      const tuned = { value: 'tuned', id: 'Model:tuned' };
      const cut = async (given: Parameters<typeof page>[0]) => {
        const { slugs, hasMore } = await listOf({ window: page(given) });
        return [slugs, hasMore];
      };
      expect(await cut({ limit: 2 })).toEqual([['dark', 'early'], true]);
      expect(await cut({ limit: 2, after: early })).toEqual([['late', 'tuned'], false]);
      expect(await cut({ limit: 1, after: early })).toEqual([['late'], true]);
      expect(await cut({ limit: 2, backward: true })).toEqual([['late', 'tuned'], true]);
      expect(await cut({ limit: 3, backward: true, before: tuned })).toEqual([
        ['dark', 'early', 'late'],
        false,
      ]);
      expect(await cut({ limit: 1, backward: true, before: tuned })).toEqual([['late'], true]);
      expect(await cut({ after: early, before: tuned })).toEqual([['late'], false]);
      expect(await cut({ after: early, before: tuned, backward: true })).toEqual([['late'], false]);
      expect(await cut({ after: tuned, before: early })).toEqual([[], false]);
      expect(await cut({ limit: 0 })).toEqual([[], true]);
      expect(await cut({ limit: 0, after: tuned })).toEqual([[], false]);
      // The cursor's item may have been removed or renamed.
      expect(await cut({ after: { value: 'dark', id: 'Model:e' } })).toEqual([
        ['early', 'late', 'tuned'],
        false,
      ]);
    });

    it.each<[string, Condition, string[]]>([
      ['nothing', { op: 'all', of: [] }, ['dark', 'early', 'late', 'tuned']],
      ['one of values', anyOf('familyName', 'Old', 'New', 'None'), ['early', 'late']],
      ['none of values', anyOf('familyName'), []],
      ['an item of a list', anyOf('inputModalities', 'IMAGE', 'AUDIO'), ['late', 'tuned']],
      ['an item of an empty list', anyOf('outputModalities', 'IMAGE'), []],
      ['a key', anyOf('availabilityKeys', 'WEIGHTS=CLOSED'), ['late']],
      ['a number', anyOf('totalParameters', 7_000_000_000), ['early', 'tuned']],
      ['the largest number', anyOf('totalParameters', largest), ['late']],
      ['bounds, inclusive', between('contextTokens', 4096, 131_072), ['early', 'late', 'tuned']],
      ['a lower bound', between('totalParameters', largest, null), ['late']],
      ['an upper bound', between('contextTokens', null, 4096), ['early', 'tuned']],
      ['an upper bound of 0', between('activeParameters', null, 0), ['late']],
      ['no bounds: known', between('activeParameters', null, null), ['late']],
      ['days', between('sortReleasedOn', '0000', '2025-07-01'), ['early', 'tuned']],
      ['a text', contains('ar'), ['dark', 'early']],
      ['a text across lines', contains('tuned\ntuned'), ['tuned']],
      ['the empty text', contains(''), ['dark', 'early', 'late', 'tuned']],
      ['a text with a NUL', contains('d\0ark'), []],
      ['a NUL', contains('\0'), []],
      ['a value with a NUL', anyOf('familyName', 'Old\0'), []],
      ['a slug with a NUL', linked([out('DEVELOPED_BY')], 'maker\0'), []],
      ['text in what is null', { op: 'contains', property: 'familyName', text: 'O' }, ['early']],
      ['one hop', linked([out('DEVELOPED_BY')], 'maker', 'nobody'), ['early', 'late']],
      ['a symmetric hop', linked([out('RELATED_TO')], 'open'), ['early']],
      ['hops', linked([out('LICENSED_UNDER'), out('CLASSIFIED_AS')], 'permissive'), ['early']],
      ['a hop, where it is best', linked([out('EXEMPLIFIES')], 'open'), ['dark', 'early', 'late']],
      ['hops, of which one is not best', linked([out('LICENSED_UNDER')], 'house'), ['early']],
      [
        'a hop to what another hop leads on from, where both are best',
        linked([out('EXEMPLIFIES'), { type: 'EXEMPLIFIES', direction: 'IN' }], 'tuned'),
        [],
      ],
      ['no slugs', linked([out('DEVELOPED_BY')]), []],
      ['no hops', linked([], 'late'), ['late']],
      ['a hop backwards', linked([{ type: 'DERIVED_FROM', direction: 'IN' }], 'tuned'), ['early']],
      [
        'all of several',
        {
          op: 'all',
          of: [contains('a'), { op: 'all', of: [between('contextTokens', 1, null)] }],
        },
        ['early', 'late'],
      ],
    ])('keeps what satisfies %s', async (_what, where, slugs) => {
      const list = await listOf({ where });
      expect(list.slugs).toEqual(slugs);
      expect(list.count).toBe(slugs.length);
    });

    it('distinguishes false from unknown', async () => {
      const where = anyOf('osiApproved', false);
      expect((await listOf({ kind: 'LICENSE', where })).slugs).toEqual(['house']);
      const either = anyOf('osiApproved', false, true);
      expect((await listOf({ kind: 'LICENSE', where: either })).slugs).toEqual(['house', 'mit']);
    });

    it('says whether more entities meet the condition', async () => {
      const where = anyOf('familyName', 'Old');
      expect(await listOf({ where, window: page({ limit: 1 }) })).toMatchObject({
        slugs: ['early'],
        hasMore: false,
      });
    });
  });
}
