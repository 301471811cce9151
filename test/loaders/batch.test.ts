import { describe, expect, it } from 'vitest';
import { TickBatch } from '../../src/loaders/batch.ts';
import { KeyedGroup } from '../../src/loaders/keyed-group.ts';
import type { Read, ReadResult } from '../../src/store/reads.ts';

type Sources = ReadResult<'sources'>;

function recording(answer: (reads: readonly Read[]) => readonly ReadResult[] = byId) {
  const sent: (readonly Read[])[] = [];
  const batch = new TickBatch((reads) => {
    sent.push(reads);
    return answer(reads);
  });
  const load = (id: string, group = 'sources') =>
    batch
      .group(
        group,
        () =>
          new KeyedGroup<string | null, Sources>(
            (ids) => ({ kind: 'sources', ids }),
            (result, key) => result.get(key)?.title ?? null,
          ),
      )
      .wait(id);
  return { batch, sent, load };
}

function byId(reads: readonly Read[]): readonly ReadResult[] {
  return reads.map((read) => {
    const ids = read.kind === 'sources' ? read.ids : [];
    const source = { url: null, publisher: null, publishedOn: null, retrievedOn: null };
    return new Map(ids.map((id) => [id, { id, title: `title of ${id}`, ...source }]));
  });
}

describe('TickBatch', () => {
  it('sends what gathers in one tick together, each group and key once', async () => {
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

  it('waits for what follows from promises that are settled already', async () => {
    const { sent, load } = recording();
    const later = async (depth: number): Promise<string | null> => {
      for (let step = 0; step < depth; step += 1) await null;
      return load(`after ${depth}`);
    };
    await Promise.all([load('a'), later(1), later(5), later(20)]);
    expect(sent).toHaveLength(1);
  });

  it('sends what is asked for after an answer as a batch of its own', async () => {
    const { sent, load } = recording();
    await load('a');
    await Promise.all([load('a'), load('b')]);
    expect(sent.map(([read]) => read)).toEqual([
      { kind: 'sources', ids: ['a'] },
      { kind: 'sources', ids: ['a', 'b'] },
    ]);
  });

  it('fails all that waits when the sending fails, and goes on afterwards', async () => {
    let broken = true;
    const { load } = recording((reads) => {
      if (broken) throw new Error('broken');
      return byId(reads);
    });
    const outcomes = await Promise.allSettled([load('a'), load('b', 'other')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await load('a')).toBe('title of a');
  });

  it('fails only the key whose answer cannot be taken', async () => {
    const { batch } = recording();
    const group = () =>
      new KeyedGroup<string, Sources>(
        (ids) => ({ kind: 'sources', ids }),
        (_result, key) => {
          if (key === 'bad') throw new Error('cannot');
          return key;
        },
      );
    const made = batch.group('g', group);
    const outcomes = await Promise.allSettled([made.wait('bad'), made.wait('good')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('sends nothing when nothing is asked for', async () => {
    const { sent } = recording();
    await new Promise((resolve) => setImmediate(resolve));
    expect(sent).toEqual([]);
  });
});
