import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newSeedFile, newSourceFile, slugOf } from '../../../src/exchange/seeds/new-seed.ts';
import { zLine, zProse } from '../../../src/ontology/plain-text.ts';
import { slugPattern } from '../../../src/ontology/slug.ts';
import { entityKinds } from '../../../src/ontology/vocabulary.ts';
import { check, placesOf } from '../seed-folder.ts';

const bare = {
  kind: 'TERM',
  name: 'Data moat',
  id: null,
  summary: null,
  definition: null,
  termKind: null,
  source: 'own',
  evidence: 'PUBLISHER',
  asOf: '2026-11-30',
} as const;

async function placesIn(given: Parameters<typeof newSeedFile>[0]): Promise<readonly string[]> {
  const [entity, source] = [newSeedFile(given), newSourceFile('own', 'Our own vocabulary')];
  if (!entity.ok || !source.ok) throw new Error(JSON.stringify([entity, source]));
  const files = [entity.file, source.file].map(({ path, text }) => [path, text]);
  return placesOf((await check(Object.fromEntries(files))).problems);
}

/** A text that a seed may have. */
function textOf(schema: typeof zLine) {
  const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
  return texts.filter((text) => schema.safeParse(text).success);
}

describe('a new seed file', () => {
  it.each(entityKinds.map((kind) => [kind]))('of a %s passes the check', async (kind) => {
    const places = await placesIn({ ...bare, kind });
    // Only what is still to be written is left to say; a source that only facts would cite, too.
    expect(places.filter((place) => !/unwritten|unused-source/.test(place))).toEqual([]);
    expect(places.join('\n')).toContain('warning unwritten');
  });

  it('passes the check without warnings if its texts are given, whatever they are', async () => {
    const texts = fc.record({
      name: textOf(zLine),
      summary: textOf(zLine),
      definition: textOf(zProse),
    });
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        expect(await placesIn({ ...bare, ...given, id: 'a' })).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['数据', null, /suggests no id.*--id/],
    ['Data moat', 'Data Moat', /expected an id of lower-case letters/],
    ['Data  moat', null, /expected single spaces/],
    ['', 'a', /expected/],
    ['\u202Emoat', 'a', /U\+202E/],
  ])('of "%s" with the id %s is refused', (name, id, message) => {
    expect(newSeedFile({ ...bare, name, id })).toEqual({
      ok: false,
      message: expect.stringMatching(message),
    });
  });

  it('of a kind of term that there is not is refused', () => {
    const refused = newSeedFile({ ...bare, termKind: 'IDEA' });
    expect(refused).toMatchObject({
      ok: false,
      message: expect.stringContaining('FIELD, CONCEPT'),
    });
  });
});

describe('the slug that a name suggests', () => {
  it.each([
    ['Data moat', 'data-moat'],
    ['Mixture-of-Experts (MoE)', 'mixture-of-experts-moe'],
    ['Übergrößenträger', 'ubergro-entrager'],
    ['Llama 3.1 405B', 'llama-3.1-405b'],
    ['C++', 'c'],
    ['数据', ''],
  ])('%s: %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('is a slug or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        expect(slugOf(name)).toMatch(new RegExp(`${slugPattern.source}|^$`));
        expect(slugOf(name).length).toBeLessThanOrEqual(100);
      }),
    );
  });
});
