import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedsDigest } from '../../../src/exchange/seeds/seeds-digest.ts';
import { inSeedFolder, type SeedTexts } from '../seed-folder.ts';

const digestOf = (texts: SeedTexts) => inSeedFolder(texts, seedsDigest);

describe('the digest of seeds', () => {
  const name = fc.constantFrom(
    'terms/a.yaml',
    'terms/b.yaml',
    'models/a.yaml',
    'sources/a.yaml',
    'more/a.yaml',
  );
  const texts = fc.dictionary(name, fc.constantFrom('', 'a', 'b', 'ab', 'a\n'), { maxKeys: 4 });

  it('is the same for the same files, and for no others', async () => {
    const property = fc.asyncProperty(texts, texts, async (one, other) => {
      const seen = (files: Readonly<Record<string, string>>) => {
        // For a folder that is not one of the seeds, only the name counts.
        const entries = Object.entries(files).map(([file, text]) =>
          file.startsWith('more/') ? ['more', ''] : [file, text],
        );
        return JSON.stringify(entries.sort());
      };
      expect((await digestOf(one)) === (await digestOf(other))).toBe(seen(one) === seen(other));
      expect(await digestOf(one)).toBe(await digestOf({ ...one }));
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('is none where seeds cannot be read', async () => {
    expect(await seedsDigest('/nowhere/seeds')).toBeNull();
    expect(await digestOf({ 'terms/a.yaml/b': '' })).toBeNull();
  });
});
