import { describe, expect, it } from 'vitest';
import { Part } from '../../src/loaders/part.ts';

describe('a part', () => {
  it('is made once for all who wait, and is there at once from then on', async () => {
    let made = 0;
    const part = new Part(async () => ++made);
    expect(await Promise.all([part.get(), part.get()])).toEqual([1, 1]);
    expect(part.get()).toBe(1);
  });

  it('is made again where that failed, for those who come later', async () => {
    let attempts = 0;
    const part = new Part(async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('out of luck');
      return attempts;
    });
    const failed = await Promise.allSettled([part.get(), part.get()]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await part.get()).toBe(2);
  });
});
