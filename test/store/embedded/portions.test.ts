import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { contentsOf } from '../../support/contents.ts';
import { edgePageSpec, nothing, page, readOne } from '../../support/reads.ts';
import { change, claim, relation, source, term } from '../../support/records.ts';

async function opened(): Promise<GraphStore> {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  return store;
}

describe('a change that is written in portions', () => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await opened();
  });
  afterEach(() => store.close());

  const located = async () => {
    const locators = [{ kind: 'TERM', key: 'a' }] as const;
    const [row] = await readOne(store, { kind: 'locate', locators, select: nothing });
    return row?.entity.id;
  };

  it('takes the last of two with one id, as many as there are between', async () => {
    const many = Array.from({ length: 1100 }, (_, at) => term(`t${at}`, { name: `Filler ${at}` }));
    const [hub, was, now] = [
      term('hub'),
      term('a', { name: 'Once', sort: 'once', labels: [] }),
      term('a', { name: 'Nowadays', sort: 'nowadays', labels: [] }),
    ];
    const fillers = many.map((each) => relation(each, 'PART_OF', hub));
    const linked = (best: boolean) => relation(now, 'PART_OF', hub, { best });
    const stated = [...many, now].map((each) => claim(each.slug, each, source('s')));
    const before = claim('a', now, source('s'), { valueText: 'said before' });
    const right = change({
      ...{ entities: [hub, ...many, now], sources: [source('s')], claims: stated },
      relations: [...fillers, linked(true)],
    });
    const twice = change({
      ...{
        entities: [was, hub, ...many, now],
        sources: [source('s')],
        claims: [before, ...stated],
      },
      relations: [linked(false), ...fillers, linked(true)],
    });
    const seen = async () => {
      const given = { direction: 'IN', window: page({ limit: 2000 }) } as const;
      const spec = edgePageSpec(['PART_OF'], given);
      const [ownerIds, select] = [[hub.id], nothing];
      const edges = await readOne(store, { kind: 'edges', ownerIds, spec, select });
      return {
        ...{ contents: await contentsOf(store), edges: edges.get(hub.id) },
        ...{ graph: await readOne(store, { kind: 'graph' }), located: await located() },
      };
    };
    await store.write(twice);
    const found = await seen();
    await store.close();
    store = await opened();
    await store.write(right);
    expect(found).toEqual(await seen());
    expect(found.edges?.rows).toHaveLength(1101);
  });
});
