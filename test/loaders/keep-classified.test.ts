import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classifyModels } from '../../src/loaders/classify-models.ts';
import { keepClassified } from '../../src/loaders/keep-classified.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { type GraphStore, StoreError } from '../../src/store/graph-store.ts';
import { change, license, model, relation } from '../support/records.ts';

const everyMs = 5;
const soon = { interval: 2, timeout: 5000 };

describe('keeping models classified', () => {
  let store: GraphStore;
  let end = () => {};
  const found: number[] = [];
  const errors: unknown[] = [];
  beforeEach(async () => {
    found.length = 0;
    errors.length = 0;
    store = createEmbeddedStore({ file: ':memory:' });
    await store.open();
    await store.write(change({ entities: [model('one'), model('two')] }));
  });
  afterEach(async () => {
    end();
    await store.close();
  });

  const begin = () => {
    end = keepClassified(store, {
      everyMs,
      onClassified: (models) => found.push(models),
      onError: (error) => errors.push(error),
    });
  };

  it('finds the classes that a killed load left', async () => {
    expect(await store.classes.open(10)).toHaveLength(2);
    begin();
    await vi.waitFor(() => expect(found).toEqual([2]), soon);
    expect(await store.classes.open(10)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('finds those that a load began to remove before it was killed', async () => {
    await store.close();
    store = createEmbeddedStore({ file: ':memory:', mostReopened: 1 });
    await store.open();
    const mit = license('mit');
    const entities = [mit, model('one'), model('two')];
    const relations = entities.slice(1).map((each) => relation(each, 'LICENSED_UNDER', mit));
    await store.write(change({ entities, relations }));
    expect(await classifyModels(store)).toBe(2);
    await store.write(change({ entities: [license('mit', { clausesComplete: true })] }));
    expect(await store.classes.open(10)).toEqual([]);
    begin();
    await vi.waitFor(() => expect(found).toEqual([2]), soon);
    expect(await store.classes.open(10)).toEqual([]);
    expect(await store.classes.reopen?.(10)).toBe(false);
  });

  it('waits while somebody writes', async () => {
    let revision = 0;
    const reads = vi.spyOn(store, 'revision').mockImplementation(() => {
      revision += 1;
      return revision;
    });
    const open = vi.spyOn(store.classes, 'open');
    begin();
    await vi.waitFor(() => expect(reads.mock.calls.length).toBeGreaterThan(3), soon);
    expect(open).not.toHaveBeenCalled();
  });

  it('tells of an error once, and goes on', async () => {
    const assign = store.classes.assign.bind(store.classes);
    let failures = 0;
    store.classes.assign = async (classes, revision) => {
      if (failures === 3) return assign(classes, revision);
      failures += 1;
      throw new StoreError('STORE_UNAVAILABLE', 'This user may not write.');
    };
    begin();
    await vi.waitFor(() => expect(found).toEqual([2]), soon);
    expect(errors).toEqual([new StoreError('STORE_UNAVAILABLE', 'This user may not write.')]);
  });

  it('does nothing after its end', async () => {
    begin();
    end();
    await new Promise((resolve) => setTimeout(resolve, 10 * everyMs));
    expect(found).toEqual([]);
    expect(await store.classes.open(10)).toHaveLength(2);
  });
});
