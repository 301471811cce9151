import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import type { TextQuery } from '../../../src/text/search/text-query.ts';
import { readOne } from '../../support/reads.ts';
import { change, model } from '../../support/records.ts';

const size = 4100;

describe('texts with several words', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = createEmbeddedStore({ file: ':memory:' });
    await store.open();
    const entities = Array.from({ length: size }, (_, n) => {
      // The last ones are known least.
      const degree = n < 50 ? 100 : n < size - 10 ? 10 : 0;
      const summary = n === size - 1 ? 'Of many. A blue heron.' : 'Of many.';
      const more = n % 50 === 0 || n >= size - 10 ? ' spotted' : '';
      return model(`m${n}`, { degree, name: `Frequent${more} ${n}`, summary });
    });
    await store.write(change({ entities }));
  }, 60_000);
  afterAll(() => store.close());

  const found = async (query: TextQuery) => {
    const read = { kind: 'textMatches', query, kinds: null, limit: 400 } as const;
    return (await readOne(store, read)).map(({ entity }) => Number(entity.id.slice(7)));
  };
  const word = (text: string): TextQuery => ({ op: 'word', word: text });

  it('are sought among the best connected entities with the first word', async () => {
    const matches = await found({ op: 'all', parts: [word('frequent'), word('spotted')] });
    const expected = Array.from({ length: size }, (_, n) => n).filter((n) => n % 50 === 0);
    expect(matches.filter((n) => n < 2000)).toEqual(expected.filter((n) => n < 2000));
    expect(matches.filter((n) => n >= size - 10)).toEqual([]);
  });

  it('are all found for phrases, in whichever order', async () => {
    const phrases: readonly TextQuery[] = [
      { op: 'phrase', words: ['of', 'many'] },
      { op: 'phrase', words: ['blue', 'heron'] },
    ];
    for (const parts of [phrases, [...phrases].reverse()]) {
      expect(await found({ op: 'all', parts })).toEqual([size - 1]);
    }
  });

  it('are all found if the first word is rare, or if there is one word', async () => {
    const all = await found(word('spotted'));
    expect(all).toHaveLength(92);
    expect(await found({ op: 'all', parts: [word('spotted'), word('frequent')] })).toEqual(all);
  });
});
