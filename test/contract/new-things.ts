import { beforeEach, describe, expect, it } from 'vitest';
import type { GraphChange, GraphStore } from '../../src/store/graph-store.ts';
import type { Read } from '../../src/store/reads.ts';
import { contentsOf } from '../support/contents.ts';
import { byName, edgePageSpec, edgeSpec, page, selecting } from '../support/reads.ts';
import { change, claim, license, model, relation, source, term } from '../support/records.ts';
import type { StoreUnderTest } from './stores.ts';

const [free, closed] = [license('free'), license('closed')];
const [base, tuned, plain] = [
  model('base', { familyName: 'Llama', inputModalities: ['TEXT', 'IMAGE'] }),
  model('tuned', { familyName: 'Llama', totalParameters: 7 }),
  model('plain'),
];
const [idea, paper] = [term('idea', { formerSlugs: ['was-idea'] }), source('paper')];
const derived = relation(tuned, 'DERIVED_FROM', base);
const under = [base, tuned].map((each) => relation(each, 'LICENSED_UNDER', free));
const alsoUnder = relation(base, 'LICENSED_UNDER', free, {
  id: 'Relation:base-code',
  artifact: 'INFERENCE_CODE',
});
const claims = [
  claim('1', base, paper, { property: 'LICENSED_UNDER', relationId: under[0]?.id ?? null }),
  claim('2', tuned, paper),
  claim('3', idea, paper),
];

/** Changes of a load: entities first, then what hangs on them, the relations of a pair apart. */
const changes: readonly GraphChange[] = [
  change({ sources: [paper], entities: [free, closed, idea, base, tuned] }),
  change({
    entities: [plain],
    relations: [derived, ...under, relation(base, 'EXEMPLIFIES', idea)],
    claims: claims.slice(0, 2),
    touch: [base.id, tuned.id, free.id, idea.id],
  }),
  change({
    relations: [
      alsoUnder,
      relation(base, 'RELATED_TO', tuned),
      relation(plain, 'LICENSED_UNDER', closed),
    ],
    claims: claims.slice(2),
    touch: [base.id, plain.id, tuned.id],
  }),
];

const models = { kind: 'MODEL', where: null } as const;
const entities = [free, closed, base, tuned, plain, idea];
const ownerIds = entities.map(({ id }) => id);
const small = { op: 'range', property: 'totalParameters', min: 1, max: 9 } as const;
const llamas = { op: 'in', property: 'familyName', values: ['Llama'] } as const;
const claimSpec = { property: null, contested: null, ranks: 'ALL' } as const;
const reads: readonly Read[] = [
  { kind: 'locate', locators: [{ kind: 'TERM', key: 'was-idea' }], select: selecting('name') },
  { kind: 'entities', ids: ownerIds, select: selecting('name', 'revision', 'updatedAt') },
  ...(['LICENSED_UNDER', 'DERIVED_FROM', 'RELATED_TO', 'EXEMPLIFIES'] as const).flatMap(
    (type): readonly Read[] => [
      {
        kind: 'edges',
        ownerIds,
        spec: edgePageSpec([type], { direction: 'BOTH' }),
        select: selecting('name'),
      },
      { kind: 'edgeCounts', ownerIds, spec: edgeSpec([type], { direction: 'BOTH' }) },
    ],
  ),
  {
    kind: 'edgeCounts',
    ownerIds,
    spec: edgeSpec(['DERIVED_FROM', 'RELATED_TO'], { direction: 'BOTH' }),
  },
  {
    kind: 'edgeCounts',
    ownerIds,
    spec: edgeSpec(['LICENSED_UNDER'], { direction: 'IN', where: llamas }),
  },
  { kind: 'listCount', spec: models },
  { kind: 'listCount', spec: { ...models, where: llamas } },
  { kind: 'listCount', spec: { ...models, where: small } },
  {
    kind: 'list',
    spec: { ...models, where: llamas, order: byName, window: page() },
    select: selecting('name'),
  },
  { kind: 'claims', ownerIds, spec: { of: 'subject', ...claimSpec, window: page() } },
  { kind: 'claimCounts', ownerIds: [paper.id], spec: { of: 'source', ...claimSpec } },
  { kind: 'latest', limit: 20 },
  { kind: 'graph' },
];

/** What a store may do faster if it has none of the written things. */
export function newThingsContract(stores: StoreUnderTest): void {
  describe('writing only what is new', () => {
    let store: GraphStore;
    beforeEach(async () => {
      store = await stores.empty();
    });

    const written = async (allNew: boolean) => {
      for (const [follows, each] of changes.entries()) {
        await store.write({ ...each, follows, allNew });
      }
      return { contents: await contentsOf(store), answers: await store.read(reads) };
    };

    it('gives the same graph', async () => {
      const looked = await written(false);
      store = await stores.empty();
      expect(await written(true)).toEqual(looked);
    });

    it('gives a graph that later changes find', async () => {
      const later = [
        change({ entities: [model('tuned', { name: 'Other', familyName: 'Qwen' })] }),
        change({ remove: { relations: [alsoUnder.id], claims: ['Claim:1'] }, touch: [base.id] }),
        change({ remove: { entities: [idea.id] } }),
      ];
      const changed = async (allNew: boolean) => {
        await written(allNew);
        for (const each of later) await store.write(each);
        return { contents: await contentsOf(store), answers: await store.read(reads) };
      };
      const looked = await changed(false);
      store = await stores.empty();
      expect(await changed(true)).toEqual(looked);
    });

    it('writes nothing of a change with an unknown end', async () => {
      const lost = { ...change({ relations: [derived] }), allNew: true };
      await expect(store.write(lost)).rejects.toMatchObject({
        code: 'STORE_FAILURE',
        message: expect.stringContaining('Model:'),
      });
      expect(await store.revision()).toBe(0);
    });
  });
}
