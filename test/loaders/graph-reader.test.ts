import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGraphReader } from '../../src/loaders/graph-reader.ts';
import { planSelection } from '../../src/loaders/plan.ts';
import { isSameState } from '../../src/store/changes-since.ts';
import {
  type ChangesSince,
  type GraphState,
  type GraphStore,
  StoreError,
} from '../../src/store/graph-store.ts';
import type { Read } from '../../src/store/reads.ts';
import { noClasses, noHeld } from '../support/no-held.ts';

/** A store whose revision answers on the test's command. */
class ScriptedStore implements GraphStore {
  readonly held = noHeld;
  readonly classes = noClasses;
  readonly name = 'neo4j';
  readonly findsRoutes = true;
  readonly writes = 0;
  readonly asked: { answer: (revision: number, changedAt?: string) => void; fail: () => void }[] =
    [];
  reads = 0;

  async open(): Promise<void> {}
  version(): string {
    return 'scripted';
  }
  async revision(): Promise<number> {
    return (await this.state()).revision;
  }
  state(): Promise<GraphState> {
    return new Promise((resolve, reject) => {
      const answer = (revision: number, changedAt = 'once') => resolve({ revision, changedAt });
      const fail = () => reject(new StoreError('STORE_UNAVAILABLE', 'gone'));
      this.asked.push({ answer, fail });
    });
  }
  /** What each revision changed is not known, nor whether it is the same graph. */
  async changesSince(known: GraphState): Promise<ChangesSince> {
    const state = await this.state();
    return { state, changed: isSameState(state, known) ? [] : null };
  }
  read(reads: readonly Read[]) {
    this.reads += 1;
    return Promise.resolve(reads.map(() => new Map()));
  }
  async write(): Promise<number> {
    return 0;
  }
  async close(): Promise<void> {}
}

const select = planSelection(['name']);

describe('the revision is asked for', () => {
  let store: ScriptedStore;
  beforeEach(() => {
    store = new ScriptedStore();
    vi.useFakeTimers({ toFake: ['performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const readerOf = (revisionCheckMs: number | null) =>
    createGraphReader(store, { revisionCheckMs, cacheRows: 1000 });
  const answer = (index: number, revision: number) => store.asked[index]?.answer(revision);

  it('and a lower one empties the cache: the graph was emptied or restored', async () => {
    const reader = readerOf(0);
    for (const [index, revision] of [7, 7, 3].entries()) {
      const waiting = reader.forRequest({});
      answer(index, revision);
      await (await waiting).entity('Term:a', select);
    }
    expect(store.reads).toBe(2);
  });

  it('and the same one with another time empties the cache too', async () => {
    const reader = readerOf(0);
    for (const [index, changedAt] of ['then', 'then', 'now'].entries()) {
      const waiting = reader.forRequest({});
      store.asked[index]?.answer(1, changedAt);
      await (await waiting).entity('Term:a', select);
    }
    expect(store.reads).toBe(2);
  });

  it('once for all requests that wait for it', async () => {
    const reader = readerOf(1000);
    const waiting = [reader.forRequest({}), reader.forRequest({}), reader.forRequest({})];
    expect(store.asked).toHaveLength(1);
    answer(0, 1);
    await Promise.all(waiting);
    expect(reader.forRequest({})).not.toBeInstanceOf(Promise);
    vi.advanceTimersByTime(1000);
    void reader.forRequest({});
    expect(store.asked).toHaveLength(2);
  });

  it('at every request, if every request must be fresh: once more for those that wait', async () => {
    const reader = readerOf(0);
    const first = reader.forRequest({});
    const later = [reader.forRequest({}), reader.forRequest({})];
    expect(store.asked).toHaveLength(1);
    answer(0, 1);
    await (await first).entity('Term:a', select);
    await vi.waitFor(() => expect(store.asked).toHaveLength(2));
    // Later requests see what was written after the first check.
    answer(1, 2);
    const [one, two] = await Promise.all(later);
    expect(one?.generation).toBe(two?.generation);
    expect(one?.generation).not.toBe((await first).generation);
    expect(store.asked).toHaveLength(2);
  });

  it('again for those that wait, where it fails', async () => {
    const reader = readerOf(0);
    const first = reader.forRequest({});
    const second = reader.forRequest({});
    store.asked[0]?.fail();
    expect((await first).generation).toBeNull();
    await vi.waitFor(() => expect(store.asked).toHaveLength(2));
    answer(1, 5);
    expect((await second).generation).not.toBeNull();
  });

  it('never where nothing is kept', () => {
    const reader = readerOf(null);
    expect(reader.forRequest({})).not.toBeInstanceOf(Promise);
    expect(store.asked).toHaveLength(0);
  });

  it('and its age counts from the question, not from the answer', async () => {
    const reader = readerOf(1000);
    const first = reader.forRequest({});
    vi.advanceTimersByTime(600);
    answer(0, 1);
    await first;
    vi.advanceTimersByTime(399);
    expect(reader.forRequest({})).not.toBeInstanceOf(Promise);
    vi.advanceTimersByTime(1);
    expect(reader.forRequest({})).toBeInstanceOf(Promise);
  });

  it('and where it fails, the request goes on without a cache', async () => {
    const reader = readerOf(1000);
    const first = reader.forRequest({});
    store.asked[0]?.fail();
    const loaders = await first;
    await loaders.entity('Term:a', select);
    await loaders.entity('Term:a', select);
    expect(store.reads).toBe(1);
    const second = reader.forRequest({});
    expect(store.asked).toHaveLength(2);
    answer(1, 1);
    await (await second).entity('Term:a', select);
    expect(store.reads).toBe(2);
  });
});
