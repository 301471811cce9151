import { beforeAll, describe, expect, it } from 'vitest';
import { entityKinds } from '../../src/ontology/kinds.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { DisagreementPageSpec } from '../../src/store/reads.ts';
import { contentsOf } from '../support/contents.ts';
import { page, readOne } from '../support/reads.ts';
import { change } from '../support/records.ts';
import type { StoreUnderTest } from './stores.ts';
import { disagreements, fill, models, terms } from './world.ts';

type Name = keyof typeof disagreements;
const names = Object.keys(disagreements) as Name[];
const nameOf = new Map(names.map((name) => [disagreements[name].id, name]));
const inOrder: readonly Name[] = ['license', 'approved', 'context', 'open', 'lateContext'];
const place = (name: Name) => {
  const { sort: value, id } = disagreements[name];
  return { value, id };
};

/** Disagreements between sources, the most serious first. */
export function disagreementsContract(stores: StoreUnderTest): void {
  describe('disagreements', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await fill(await stores.empty());
    });

    const found = async (given: Partial<DisagreementPageSpec> = {}) => {
      const spec: DisagreementPageSpec = {
        ...{ kinds: entityKinds, property: null, contested: null, subjectId: null },
        ...{ window: page(), ...given },
      };
      const { rows, hasMore } = await readOne(store, { kind: 'disagreements', spec });
      for (const row of rows) {
        expect(row).toStrictEqual(disagreements[nameOf.get(row.id) ?? 'open']);
      }
      const count = await readOne(store, { kind: 'disagreementCount', spec });
      return [rows.map(({ id }) => nameOf.get(id)), hasMore, count];
    };

    it.each<[string, Partial<DisagreementPageSpec>, readonly Name[]]>([
      ['all', {}, inOrder],
      ['of models', { kinds: ['MODEL'] }, ['license', 'context', 'lateContext']],
      ['of licenses and terms', { kinds: ['LICENSE', 'TERM'] }, ['approved', 'open']],
      ['of no kind', { kinds: [] }, []],
      ['on a property', { property: 'CONTEXT_TOKENS' }, ['context', 'lateContext']],
      ['that are open', { contested: true }, ['approved', 'context', 'open']],
      ['that are settled', { contested: false }, ['license', 'lateContext']],
      ['about an entity', { subjectId: models.early.id }, ['license', 'context']],
      [
        'about an entity of another kind',
        { subjectId: models.early.id, kinds: ['TERM', 'TOOL'] },
        [],
      ],
      [
        'by everything at once',
        {
          subjectId: models.early.id,
          kinds: ['MODEL'],
          property: 'CONTEXT_TOKENS',
          contested: true,
        },
        ['context'],
      ],
      ['about an entity that is not there', { subjectId: 'Term:unknown' }, []],
      ['about one without any', { subjectId: terms.closed.id }, []],
    ])('are listed and counted: %s', async (_what, given, expected) => {
      expect(await found(given)).toEqual([expected, false, expected.length]);
    });

    it('are cut between places, forwards and backwards', async () => {
      const cut = async (given: object) => (await found({ window: page(given) })).slice(0, 2);
      expect(await cut({ limit: 2 })).toEqual([['license', 'approved'], true]);
      expect(await cut({ limit: 2, after: place('approved') })).toEqual([
        ['context', 'open'],
        true,
      ]);
      expect(await cut({ limit: 2, backward: true })).toEqual([['open', 'lateContext'], true]);
      expect(await cut({ limit: 9, backward: true, before: place('context') })).toEqual([
        ['license', 'approved'],
        false,
      ]);
      expect(await cut({ after: place('license'), before: place('open') })).toEqual([
        ['approved', 'context'],
        false,
      ]);
      expect(await cut({ limit: 0 })).toEqual([[], true]);
      expect(await cut({ after: place('lateContext') })).toEqual([[], false]);
    });

    it('are replaced and removed with what they follow from', async () => {
      const other = await fill(await stores.empty());
      const settled = { ...disagreements.context, contested: false, sort: '9.settled' };
      await other.write(
        change({ disagreements: [settled], remove: { disagreements: [disagreements.open.id] } }),
      );
      const spec = {
        ...{ kinds: entityKinds, property: null, contested: null, subjectId: null },
        window: page(),
      };
      const { rows } = await readOne(other, { kind: 'disagreements', spec });
      expect(rows.map(({ id }) => nameOf.get(id))).toEqual([
        ...['license', 'approved', 'lateContext', 'context'],
      ]);
      expect(rows.at(-1)).toStrictEqual(settled);
      const held = (await contentsOf(other)).disagreements;
      expect(held.size).toBe(4);
      expect(held.get(settled.id)).toEqual({ digest: 'd', subjectId: models.early.id });
    });
  });
}
