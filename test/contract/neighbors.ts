import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { relationTypes } from '../../src/ontology/relations.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { EdgePageSpec, Keyset, Selection } from '../../src/store/reads.ts';
import {
  edgePageSpec,
  held,
  nothing,
  page,
  placeOf,
  readOne,
  relationIds,
} from '../support/reads.ts';
import { change, license, model, relation, term } from '../support/records.ts';
import type { StoreUnderTest } from './stores.ts';

const [apart, once, twice] = ['apart', 'once', 'twice'].map((slug) => model(slug)) as [
  ReturnType<typeof model>,
  ReturnType<typeof model>,
  ReturnType<typeof model>,
];
const mit = license('mit');
const [whole, piece] = [term('whole'), term('piece')];

const licensed = (name: string, from: { id: string }, given: object) =>
  relation(from, 'LICENSED_UNDER', mit, { id: `Relation:${name}`, ...given });

const relations = [
  // Weights and code have separate relations. The better one has the stronger evidence.
  licensed('apart-code', apart, { artifact: 'INFERENCE_CODE', evidence: 'PUBLISHER' }),
  licensed('apart-weights', apart, { artifact: 'WEIGHTS', evidence: 'SECONDARY' }),
  licensed('apart-data', apart, { artifact: 'TRAINING_DATA', best: false, rank: 'DEPRECATED' }),
  licensed('once', once, { artifact: 'WEIGHTS' }),
  // One artifact in two periods, with a gap between them.
  licensed('twice-then', twice, { artifact: 'WEIGHTS', until: '2024' }),
  licensed('twice-now', twice, { artifact: 'WEIGHTS', since: '2025-03' }),
  // Several types, in both directions.
  relation(piece, 'PART_OF', whole),
  relation(piece, 'RELATED_TO', whole),
  relation(whole, 'REQUIRES', piece),
  relation(piece, 'REQUIRES', whole),
  relation(apart, 'EXEMPLIFIES', whole),
  relation(apart, 'RELATED_TO', whole, { best: false, rank: 'NORMAL' }),
];

type Found = readonly (readonly [string, ...string[]])[];

/** Entities that several relations connect. Each is one row of a page and counts once. */
export function neighborsContract(stores: StoreUnderTest): void {
  describe('neighbors', () => {
    let store: GraphStore;

    const short = (id: string) => id.replace(/^Relation:/, '').replace(/(Term|Model):/g, '');
    const neighborsOf = async (ownerId: string, spec: EdgePageSpec) => {
      const ownerIds = [ownerId];
      const read = { kind: 'edges', ownerIds, spec, select: nothing } as const;
      const { rows, hasMore } = held(await readOne(store, read), ownerId);
      const ids = relationIds(rows);
      const found = rows.map(({ neighbor }, index) => [
        short(neighbor.entity.id),
        ...(ids[index] ?? []).map(short),
      ]);
      const counts = await readOne(store, { kind: 'edgeCounts', ownerIds, spec });
      return { rows, found, hasMore, count: counts.get(ownerId) };
    };

    const both = { direction: 'BOTH' } as const;
    const into = { direction: 'IN' } as const;

    describe('that several relations lead to', () => {
      beforeAll(async () => {
        store = await stores.empty();
        await store.write(change({ entities: [apart, once, twice, mit, whole, piece], relations }));
      });

      it.each<[string, string, EdgePageSpec, Found]>([
        [
          'all relations, best first',
          mit.id,
          edgePageSpec(['LICENSED_UNDER'], into),
          [
            ['apart', 'apart-code', 'apart-weights'],
            ['once', 'once'],
            ['twice', 'twice-now', 'twice-then'],
          ],
        ],
        [
          'those of any rank, the best still first',
          mit.id,
          edgePageSpec(['LICENSED_UNDER'], { ...into, ranks: 'ALL' }),
          [
            ['apart', 'apart-code', 'apart-weights', 'apart-data'],
            ['once', 'once'],
            ['twice', 'twice-now', 'twice-then'],
          ],
        ],
        [
          'those that are current',
          mit.id,
          edgePageSpec(['LICENSED_UNDER'], { ...into, ranks: 'CURRENT' }),
          [
            ['apart', 'apart-code', 'apart-weights'],
            ['once', 'once'],
            ['twice', 'twice-now', 'twice-then'],
          ],
        ],
        [
          'those of an artifact',
          mit.id,
          edgePageSpec(['LICENSED_UNDER'], { ...into, artifact: 'WEIGHTS' }),
          [
            ['apart', 'apart-weights'],
            ['once', 'once'],
            ['twice', 'twice-now', 'twice-then'],
          ],
        ],
        [
          'those in force on a day',
          mit.id,
          edgePageSpec(['LICENSED_UNDER'], { ...into, on: '2023-06-01' }),
          [
            ['apart', 'apart-code', 'apart-weights'],
            ['once', 'once'],
            ['twice', 'twice-then'],
          ],
        ],
        [
          'none of whom no relation is in force',
          mit.id,
          edgePageSpec(['LICENSED_UNDER'], { ...into, on: '2024-06-01', artifact: 'WEIGHTS' }),
          [
            ['apart', 'apart-weights'],
            ['once', 'once'],
          ],
        ],
        [
          'those of a neighbor that satisfies a condition',
          mit.id,
          edgePageSpec(['LICENSED_UNDER'], {
            ...{ ...into, where: { op: 'in', property: 'slug', values: ['apart', 'twice'] } },
          }),
          [
            ['apart', 'apart-code', 'apart-weights'],
            ['twice', 'twice-now', 'twice-then'],
          ],
        ],
        [
          'those from its other end',
          apart.id,
          edgePageSpec(['LICENSED_UNDER']),
          [['License:mit', 'apart-code', 'apart-weights']],
        ],
        [
          'one type both ways',
          whole.id,
          edgePageSpec(['REQUIRES'], both),
          [['piece', 'piece-REQUIRES-whole', 'whole-REQUIRES-piece']],
        ],
        [
          'one type one way',
          whole.id,
          edgePageSpec(['REQUIRES']),
          [['piece', 'whole-REQUIRES-piece']],
        ],
        [
          'several types, what says most first',
          whole.id,
          edgePageSpec(['RELATED_TO', 'PART_OF'], both),
          [['piece', 'piece-PART_OF-whole', 'piece-RELATED_TO-whole']],
        ],
        [
          'all types',
          whole.id,
          edgePageSpec(relationTypes, both),
          [
            ['apart', 'apart-EXEMPLIFIES-whole'],
            [
              ...(['piece', 'piece-PART_OF-whole'] as const),
              ...['piece-REQUIRES-whole', 'whole-REQUIRES-piece', 'piece-RELATED_TO-whole'],
            ],
          ],
        ],
        [
          'all types of any rank to one kind',
          whole.id,
          edgePageSpec(relationTypes, { ...both, ranks: 'ALL', neighborKinds: ['MODEL'] }),
          [['apart', 'apart-EXEMPLIFIES-whole', 'apart-RELATED_TO-whole']],
        ],
        [
          'one kind of a type that leads to any',
          piece.id,
          edgePageSpec(['RELATED_TO'], { neighborKinds: ['TERM'] }),
          [['whole', 'piece-RELATED_TO-whole']],
        ],
      ])('are one row each, with %s', async (_, ownerId, spec, expected) => {
        const { found, count, hasMore } = await neighborsOf(ownerId, spec);
        expect(found).toEqual(expected);
        expect([count, hasMore]).toEqual([expected.length, false]);
        const bare = await neighborsOf(ownerId, { ...spec, facts: false });
        expect(bare.found).toEqual(expected.map(([id]) => [id]));
        expect(bare.rows.every((row) => row.relations === null)).toBe(true);
      });

      it.each([
        [1, false, true],
        [1, true, true],
        [2, false, false],
        [2, true, true],
      ])(
        'are whole on every page of %i, backward: %s, peeking: %s',
        async (limit, backward, peek) => {
          const spec = edgePageSpec(['LICENSED_UNDER'], into);
          const { found: expected } = await neighborsOf(mit.id, spec);
          const walked: string[][] = [];
          let place: Keyset | null = null;
          for (let step = 0; step < 5; step += 1) {
            const window = page({ limit, backward, peek, [backward ? 'before' : 'after']: place });
            const { rows, found, hasMore } = await neighborsOf(mit.id, { ...spec, window });
            walked.splice(backward ? 0 : walked.length, 0, ...found);
            const next = backward ? rows[0] : rows.at(-1);
            if (next === undefined || (peek && !hasMore)) break;
            place = placeOf(next);
          }
          expect(walked).toEqual(expected);
        },
      );

      it('are the same when fetched along', async () => {
        const spec = edgePageSpec(['LICENSED_UNDER'], { ...into, window: page({ limit: 2 }) });
        const around = edgePageSpec(relationTypes, both);
        const select: Selection = {
          ...nothing,
          edges: [{ spec, select: { ...nothing, counts: [around] } }],
          counts: [spec, around],
        };
        const rows = await readOne(store, { kind: 'entities', ids: [mit.id], select });
        const { counts, edges } = held(rows, mit.id);
        expect(counts).toEqual([3, 3]);
        expect(
          relationIds(edges[0]?.rows ?? [])
            .flat()
            .map(short),
        ).toEqual([...['apart-code', 'apart-weights', 'once']]);
        expect(edges[0]?.rows.map(({ neighbor }) => neighbor.counts)).toEqual([[2], [1]]);
      });
    });

    describe('whose relations change', () => {
      const [code, weights] = [
        licensed('code', once, { artifact: 'INFERENCE_CODE' }),
        licensed('weights', once, { artifact: 'WEIGHTS' }),
      ];
      const spec = edgePageSpec(['LICENSED_UNDER'], into);
      const all = { ...spec, ranks: 'ALL' } as const;
      const state = async (of = spec) => {
        const { found, count } = await neighborsOf(mit.id, of);
        return [found, count];
      };
      const two = [[['once', 'weights', 'code']], 1];

      beforeEach(async () => {
        store = await stores.empty();
        await store.write(change({ entities: [once, apart, mit], relations: [weights] }));
      });

      it('are counted once when a second relation comes, and when one goes', async () => {
        await store.write(change({ relations: [code] }));
        expect(await state()).toEqual(two);
        await store.write(change({ remove: { relations: [weights.id] } }));
        expect(await state()).toEqual([[['once', 'code']], 1]);
        await store.write(change({ relations: [weights], remove: { relations: [code.id] } }));
        expect(await state()).toEqual([[['once', 'weights']], 1]);
        await store.write(change({ remove: { relations: [weights.id] } }));
        expect(await state()).toEqual([[], 0]);
      });

      it('are counted once when one is rewritten, best or not', async () => {
        await store.write(change({ relations: [code] }));
        await store.write(change({ relations: [{ ...weights, best: false }] }));
        expect(await state()).toEqual([[['once', 'code']], 1]);
        expect(await state(all)).toEqual([[['once', 'code', 'weights']], 1]);
        await store.write(change({ relations: [weights] }));
        expect(await state()).toEqual(two);
      });

      it('are counted once when both go and come in one change, or their end does', async () => {
        await store.write(change({ relations: [code] }));
        const ids = [code.id, weights.id];
        await store.write(change({ relations: [code, weights], remove: { relations: ids } }));
        expect(await state()).toEqual(two);
        await store.write(change({ remove: { relations: ids, entities: [once.id] } }));
        expect(await state()).toEqual([[], 0]);
        await store.write(change({ entities: [once], relations: [weights] }));
        expect(await state()).toEqual([[['once', 'weights']], 1]);
      });

      it('keep their place: a cursor holds while relations come and go', async () => {
        const more = licensed('apart', apart, { artifact: 'WEIGHTS' });
        await store.write(change({ relations: [more] }));
        const { rows } = await neighborsOf(mit.id, { ...spec, window: page({ limit: 1 }) });
        const [first] = rows;
        if (first === undefined) throw new Error('expected a row');
        const after = placeOf(first);
        const again = licensed('apart-0', apart, { artifact: 'TRAINING_CODE' });
        await store.write(change({ relations: [again], remove: { relations: [more.id] } }));
        const next = await neighborsOf(mit.id, { ...spec, window: page({ after }) });
        expect(next.found).toEqual([['once', 'weights']]);
      });
    });
  });
}
