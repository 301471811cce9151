import { describe, expect, it } from 'vitest';
import { type Answerable, batchedReads, type Question } from '../../src/loaders/batched-reads.ts';
import { type GraphStore, StoreError } from '../../src/store/graph-store.ts';
import type { Read, ReadResult } from '../../src/store/reads.ts';

type Sources = ReadResult<'sources'>;
type Take = Answerable<string>['take'];

/** Answers reads, and records which came together. */
function recording(answer: (reads: readonly Read[]) => readonly ReadResult[] = byId) {
  const sent: (readonly Read[])[] = [];
  const store: Pick<GraphStore, 'read'> = {
    read(reads) {
      sent.push(reads);
      return answer(reads);
    },
  };
  const reads = batchedReads(store, {});
  const title: Take = (result: Sources, id) => result.get(id)?.title ?? null;
  const load = (id: string, group = 'sources', take = title) => {
    const question: Question<string, null> = {
      key: `${group}/${id}`,
      group,
      owner: id,
      ownerKey: id,
      plan: null,
      ask: (ids) => ({ read: { kind: 'sources', ids }, take }),
    };
    return reads.load(question as Question<unknown, unknown>);
  };
  return { sent, load };
}

function byId(reads: readonly Read[]): readonly ReadResult[] {
  return reads.map((read) => {
    const ids = read.kind === 'sources' ? read.ids : [];
    const source = { url: null, publisher: null, publishedOn: null, retrievedOn: null };
    return new Map(ids.map((id) => [id, { id, title: `title of ${id}`, ...source }]));
  });
}

describe('batched reads', () => {
  it('sends the reads of one tick together, each group and key once', async () => {
    const { sent, load } = recording();
    const titles = await Promise.all([load('a'), load('b', 'other'), load('a'), load('c')]);
    expect(titles).toEqual(['title of a', 'title of b', 'title of a', 'title of c']);
    expect(sent).toEqual([
      [
        { kind: 'sources', ids: ['a', 'c'] },
        { kind: 'sources', ids: ['b'] },
      ],
    ]);
  });

  it('waits for reads that follow settled promises', async () => {
    const { sent, load } = recording();
    const later = async (depth: number): Promise<unknown> => {
      for (let step = 0; step < depth; step += 1) await null;
      return load(`after ${depth}`);
    };
    await Promise.all([load('a'), later(1), later(5), later(20)]);
    expect(sent).toHaveLength(1);
  });

  it('sends reads after an answer as a separate batch', async () => {
    const { sent, load } = recording();
    await load('a');
    await Promise.all([load('c'), load('b')]);
    expect(sent.map(([read]) => read)).toEqual([
      { kind: 'sources', ids: ['a'] },
      { kind: 'sources', ids: ['c', 'b'] },
    ]);
  });

  it('sends a read once in a request', async () => {
    const { sent, load } = recording();
    expect([await load('a'), await load('a')]).toEqual(['title of a', 'title of a']);
    expect(sent).toHaveLength(1);
  });

  it('fails all waiting reads when the sending fails, and continues afterwards', async () => {
    let broken = true;
    const { load } = recording((reads) => {
      if (broken) throw new Error('broken');
      return byId(reads);
    });
    const outcomes = await Promise.allSettled([load('a'), load('b', 'other')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await load('c')).toBe('title of c');
  });

  it('fails only the reads that are beyond a bound', async () => {
    const { sent, load } = recording((reads) => {
      const isBeyond = reads.some((read) => read.kind === 'sources' && read.ids.includes('many'));
      if (isBeyond) throw new StoreError('STORE_BOUND', 'too many');
      return byId(reads);
    });
    const outcomes = await Promise.allSettled([load('a'), load('many', 'other'), load('b')]);
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: 'title of a' },
      { status: 'rejected', reason: expect.objectContaining({ code: 'STORE_BOUND' }) },
      { status: 'fulfilled', value: 'title of b' },
    ]);
    expect(sent).toHaveLength(3);
  });

  it('fails only the key whose answer cannot be taken', async () => {
    const { load } = recording();
    const take: Take = (_result, id) => {
      if (id === 'bad') throw new Error('cannot');
      return id;
    };
    const outcomes = await Promise.allSettled([load('bad', 'g', take), load('good', 'g', take)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('sends nothing without reads', async () => {
    const { sent } = recording();
    await new Promise((resolve) => setImmediate(resolve));
    expect(sent).toEqual([]);
  });
});
