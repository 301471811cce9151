import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold/fold.ts';
import { oneMistakeAway } from '../../src/text/search/mistakes.ts';
import { compareHits } from '../../src/text/search/rank.ts';
import type { Searchable } from '../../src/text/search/search-text.ts';
import { parseSearchQuery } from '../../src/text/search/search-words.ts';
import { snippet } from '../../src/text/search/snippet.ts';
import { suggest } from '../../src/text/search/suggest.ts';
import { textProbe } from '../../src/text/search/text-probe.ts';
import { anyText } from './any-text.ts';
import { boundedDistance } from './distance.ts';
import { PlainTexts } from './plain-texts.ts';
import { seedEntities } from './seed-entities.ts';

const entities = seedEntities();
const search = new PlainTexts(entities);
const small = fc.string({ unit: fc.constantFrom(...'abc1'), maxLength: 6 });

function entity(name: string, more: Partial<Searchable> = {}): Searchable {
  return { id: name, kind: 'TERM', name, aliases: [], summary: null, degree: 0, ...more };
}

describe('boundedDistance', () => {
  it.each([
    ['weights', 'weights', 0],
    ['weights', 'wieghts', 1],
    ['weights', 'weight', 1],
    ['weights', 'xeights', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['abcdef', 'ghijkl', 4],
  ])('%s, %s: %i', (a, b, distance) => {
    expect(boundedDistance(a, b, 3)).toBe(distance);
    expect(boundedDistance(b, a, 3)).toBe(distance);
  });

  it('is symmetric, and the bound changes nothing below it', () => {
    fc.assert(
      fc.property(small, small, fc.nat(4), (a, b, bound) => {
        const full = boundedDistance(a, b, 10);
        expect(boundedDistance(a, b, bound)).toBe(Math.min(full, bound + 1));
        expect(boundedDistance(b, a, bound)).toBe(Math.min(full, bound + 1));
      }),
    );
  });
});

describe('oneMistakeAway', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abz1'), maxLength: 6 });
  const numbersOf = (text: string) => text.replace(/\P{N}+/gu, ' ').trim();

  it('gives texts one mistake away, of equal numbers, each once', () => {
    fc.assert(
      fc.property(letters, (text) => {
        const near = oneMistakeAway(text);
        expect(new Set(near).size).toBe(near.length);
        for (const other of near) {
          expect(boundedDistance(text, other, 2)).toBe(1);
          expect(numbersOf(other)).toBe(numbersOf(text));
        }
      }),
    );
  });

  it('leaves out none with letters of its script', () => {
    fc.assert(
      fc.property(letters, letters, (text, other) => {
        const isNear =
          boundedDistance(text, other, 1) === 1 &&
          numbersOf(text) === numbersOf(other) &&
          (/[a-z]/.test(text) || other.length < text.length);
        if (isNear) expect(oneMistakeAway(text)).toContain(other);
      }),
      { numRuns: 3000 },
    );
  });

  it('corrects scripts with few letters, but no long texts', () => {
    expect(oneMistakeAway('модел')).toContain('модель');
    expect(oneMistakeAway('מדל')).toContain('מודל');
    expect(oneMistakeAway('专家')).toEqual(['家专', '家', '专']);
    expect(oneMistakeAway('a'.repeat(33))).toEqual([]);
  });

  it('gives well-formed texts for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const near of oneMistakeAway(text)) expect(/[\ud800-\udfff]/u.test(near)).toBe(false);
      }),
    );
  });
});

describe('suggest', () => {
  const names = async (typed: string) =>
    (await suggest(search, typed)).map(({ entity }) => entity.name);

  it.each([
    ['mixt', 'Mixture of experts'],
    ['rag', 'Retrieval-augmented generation'],
    ['open we', 'Open weights'],
    ['open weights', 'Open weights'],
    ['kimi', 'Kimi K2'],
    ['deepseekr', 'DeepSeek-R1'],
    ['quantis', 'Quantization'],
    ['licenses', 'License'],
    ['halluz', 'Hallucination'],
  ])('%s: %s among the first', async (typed, name) => {
    expect(
      (await names(typed)).some((found) => found.startsWith(name) || found.includes(name)),
    ).toBe(true);
  });

  it.each(['open z', 'apache x', 'llama zz'])(
    '%s: nothing for a word just begun',
    async (typed) => {
      expect(await names(typed)).toEqual([]);
    },
  );

  it('puts better fits first, then entities with more relations', async () => {
    const index = new PlainTexts([
      entity('open weights', { degree: 1 }),
      entity('open', { degree: 0 }),
      entity('open code', { degree: 5 }),
      entity('openness', { degree: 9 }),
      entity('fully open', { degree: 99 }),
    ]);
    const found = await suggest(index, 'open');
    expect(found.map(({ entity, match }) => [entity.name, match])).toEqual([
      ['open', 'EXACT'],
      ['open code', 'FIRST_WORDS'],
      ['open weights', 'FIRST_WORDS'],
      ['openness', 'BEGINNING'],
      ['fully open', 'LATER_WORDS'],
    ]);
  });

  it('keeps to kinds and limit, for any text', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (typed) => {
        const found = await suggest(search, typed, { kinds: ['MODEL'], limit: 3 });
        expect(found.length).toBeLessThanOrEqual(3);
        expect(found.every(({ entity }) => entity.kind === 'MODEL')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('search', () => {
  it('orders any hits totally, each entity once', async () => {
    const queries = fc.oneof(anyText, fc.constantFrom(...entities.map(({ name }) => name)));
    await fc.assert(
      fc.asyncProperty(queries, async (text) => {
        const hits = await search.search(text);
        expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
        for (const [at, hit] of hits.entries()) {
          const next = hits[at + 1];
          if (next !== undefined) expect(compareHits(hit, next)).toBeLessThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds every entity first by its name, unless another is called so too', async () => {
    const byName = new Map<string, number>();
    for (const { name } of entities) byName.set(fold(name), (byName.get(fold(name)) ?? 0) + 1);
    const firsts = await Promise.all(entities.map(({ name }) => search.search(name)));
    const missed = entities.filter(({ id }, at) => firsts[at]?.[0]?.id !== id);
    expect(
      missed.filter(({ name }) => byName.get(fold(name)) === 1).map(({ name }) => name),
    ).toEqual([]);
  });

  describe('of an everyday word', () => {
    const ids = async (text: string) => (await search.search(text)).map(({ id }) => id);

    it.each(['agents', 'agent', 'Agents'])(
      'puts the whole word before a longer one: %s',
      async (text) => {
        const found = await ids(text);
        const whole = ['TERM:ai-agent', 'TERM:agent-memory', 'TERM:multi-agent-system'];
        expect(found[0]).toBe('TERM:ai-agent');
        expect(found).toEqual(expect.arrayContaining([...whole, 'TERM:agentic-coding']));
        for (const id of whole) {
          expect(found.indexOf(id)).toBeLessThan(found.indexOf('TERM:agentic-coding'));
        }
      },
    );

    it.each([
      ['quantized', 'TERM:quantization'],
      ['quantised', 'TERM:quantization'],
      ['quantizing', 'TERM:quantization'],
      ['distilled', 'TERM:distillation'],
      ['distilling', 'TERM:distillation'],
      ['fine-tuned', 'TERM:fine-tuning'],
    ])('finds the name in another form: %s', async (text, id) => {
      expect((await ids(text))[0]).toBe(id);
    });

    it('puts kinds of a thing before terms that it is part of, in every spelling', async () => {
      const found = await ids('licence');
      expect(found.slice(0, 4)).toContain('TERM:ai-model-licence');
      expect(found.indexOf('TERM:permissive-licence')).toBeLessThan(
        found.indexOf('TERM:licence-limit'),
      );
      for (const text of ['license', 'licences', 'licenses', 'Licence', 'LICENSES']) {
        expect(await ids(text)).toEqual(found);
      }
    });

    it('reads names of models from their beginning', async () => {
      const index = [
        entity('Code Alpha', { kind: 'MODEL', degree: 9 }),
        entity('Alpha 2', { kind: 'MODEL' }),
        entity('Alphabet', { degree: 99 }),
        entity('Greek alpha', { degree: 1 }),
      ];
      const hits = await new PlainTexts(index).search('alpha');
      expect(hits.map(({ id, tier }) => [id, tier])).toEqual([
        ['Greek alpha', 'HEAD'],
        ['Alpha 2', 'BEGINNING'],
        ['Code Alpha', 'WORDS'],
        ['Alphabet', 'PARTIAL'],
      ]);
    });
  });

  it('does not confuse a typed text with a longer one, whatever its length', async () => {
    const long = 'characterization of '.repeat(7);
    const labels = new PlainTexts([entity(`${long}one`), entity(`${long}two`)]);
    const found = await suggest(labels, `${long}three`);
    expect(found).toEqual([]);
    const [first] = await labels.search(`${long}one`);
    expect([first?.id, first?.tier]).toEqual([`${long}one`, 'EXACT']);
    expect((await suggest(labels, `${long}two`)).map(({ entity }) => entity.name)).toEqual([
      `${long}two`,
    ]);
  });

  it('wants the words of a phrase together', async () => {
    expect(await search.search('"experts mixture"')).toEqual([]);
    expect((await search.search('"mixture of experts"'))[0]?.id).toBe('TERM:mixture-of-experts');
    expect((await search.search('"stronger teacher"'))[0]?.id).toBe('TERM:distillation');
  });

  it('asks for the rarest words, as many as the budget allows', () => {
    const vocabulary = {
      entities: 1000,
      count: (word: string) => ({ rare: 5, mid: 90, often: 900 })[word] ?? 0,
    };
    const probe = (text: string) => textProbe(parseSearchQuery(text), vocabulary, 100);
    const word = (text: string) => ({ op: 'word', word: text });
    expect(probe('often rare mid nowhere')).toEqual({
      op: 'any',
      parts: [word('rare'), word('mid')],
    });
    expect(probe('often')).toBeNull();
    expect(probe('often often')).toBeNull();
    expect(probe('nowhere')).toBeNull();
    expect(probe('often mid often')).toEqual({ op: 'any', parts: [word('mid')] });
    expect(probe('"rare mid" often')).toEqual({
      op: 'all',
      parts: [{ op: 'phrase', words: ['rare', 'mid'] }],
    });
  });
});

describe('a probe of the texts', () => {
  const vocabulary = { entities: 100_000, count: () => 50_000 };
  const probe = (text: string) => textProbe(parseSearchQuery(text), vocabulary);

  it('leaves stop words out, also where there is nothing else', () => {
    expect(probe('the a')).toBeNull();
    expect(probe('What is of the')).toBeNull();
    expect(probe('the model of a token')).toEqual({
      op: 'all',
      parts: [
        { op: 'word', word: 'model' },
        { op: 'word', word: 'token' },
      ],
    });
  });

  it('keeps them in phrases', () => {
    expect(probe('"mixture of experts"')).toEqual({
      op: 'all',
      parts: [{ op: 'phrase', words: ['mixture', 'of', 'expert'] }],
    });
  });
});

describe('snippet', () => {
  const text = `${'Nothing here. '.repeat(30)}The experts and the router: a mixture of experts. ${'More follows. '.repeat(30)}`;

  it('cuts around the most words, and says where they are', () => {
    const cut = snippet(text, parseSearchQuery('mixture expert'));
    expect(cut?.text).toContain('mixture of experts');
    expect(cut?.text.startsWith('… ')).toBe(true);
    expect(cut?.text.endsWith(' …')).toBe(true);
    expect(cut?.text.length).toBeLessThan(200);
    expect(cut?.matches.map(({ start, end }) => cut.text.slice(start, end))).toEqual([
      'experts',
      'mixture',
      'experts',
    ]);
  });

  it('leaves short texts whole, and is null without a match', () => {
    expect(snippet('A mixture.', parseSearchQuery('mixtures'))).toEqual({
      text: 'A mixture.',
      matches: [{ start: 2, end: 9 }],
    });
    expect(snippet('A mixture.', parseSearchQuery('weights'))).toBeNull();
    expect(snippet('', parseSearchQuery(''))).toBeNull();
  });

  it('keeps matches inside, in order, for any text', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const whole = `${one} mixture ${other.repeat(5)}`;
        const cut = snippet(whole, parseSearchQuery('mixture'));
        expect(cut).not.toBeNull();
        let last = 0;
        for (const { start, end } of cut?.matches ?? []) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(fold(cut?.text.slice(start, end) ?? '')).toBe('mixture');
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
