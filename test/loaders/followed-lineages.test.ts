import { describe, expect, it } from 'vitest';
import { FollowedLineages } from '../../src/loaders/followed-lineages.ts';
import type { RelationRecord } from '../../src/ontology/records.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import type { EntityInput } from '../../src/store/graph-store.ts';
import { change, license, model, organization, relation } from '../support/records.ts';

async function classesIn(
  entities: readonly EntityInput[],
  relations: readonly RelationRecord[],
  ids: readonly string[],
) {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  await store.write(change({ entities, relations }));
  let reads = 0;
  const counting = {
    ...store,
    classes: {
      ...store.classes,
      judged: (asked: readonly string[]) => {
        reads += 1;
        return store.classes.judged(asked);
      },
    },
    read: store.read.bind(store),
  };
  const classes = await new FollowedLineages(counting as typeof store).classesOf(ids);
  await store.close();
  return { classes, reads };
}

describe('lineages of many models', () => {
  it('are followed up to a number of levels, each read once for all', async () => {
    const levels = 45;
    const own = license('own');
    const chain = Array.from({ length: levels }, (_, at) => model(`m${at}`));
    const relations = chain.flatMap((each, at) => {
      const parent = chain[at - 1];
      if (parent === undefined) return [relation(each, 'LICENSED_UNDER', own)];
      return [relation(each, 'DERIVED_FROM', parent)];
    });
    const ids = chain.map(({ id }) => id);
    const { classes, reads } = await classesIn([own, ...chain], relations, ids);
    expect(classes.map(({ useClass: [, , open] }) => open)).toEqual(ids.map((_, at) => at >= 40));
    expect(reads).toBe(1);
    const last = await classesIn([own, ...chain], relations, ids.slice(-1));
    expect([last.classes[0]?.useClass[2], last.reads]).toEqual([true, 40]);
  });

  it('are not followed through models with very many relations of one type', async () => {
    const makers = Array.from({ length: 201 }, (_, at) => organization(`o${at}`));
    const [few, many, child] = [model('few'), model('many'), model('child')];
    const relations = [
      ...makers.map((maker) => relation(many, 'DEVELOPED_BY', maker)),
      ...makers.slice(1).map((maker) => relation(few, 'DEVELOPED_BY', maker)),
      relation(child, 'DERIVED_FROM', many),
    ];
    const entities = [...makers, few, many, child];
    const ids = [few.id, many.id, child.id, 'Model:none'];
    const { classes } = await classesIn(entities, relations, ids);
    const nothing = [[], null, false];
    expect(classes.map(({ useClass }) => useClass)).toEqual([
      [nothing, [], false],
      [null, [], true],
      [nothing, [], true],
      [null, [], true],
    ]);
  });
});
