import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readUseQuestion } from '../../src/explorer/use-question.ts';
import { type Page, type ServedPages, servePages, textsOf } from './served-pages.ts';

let served: ServedPages;
beforeAll(async () => {
  served = await servePages();
});
afterAll(() => served.close());

function answerOf({ elements }: Page): string {
  return elements.find(({ attributes }) => attributes.get('id') === 'answer')?.text ?? '';
}

describe('"May I use it?"', () => {
  it('has no answer before a question', async () => {
    const page = await served.page('/models/phi-4');
    expect(answerOf(page)).toBe('');
    expect(page.elements.filter(({ name }) => name === 'form')).toHaveLength(2);
  });

  it('says no with the clause that forbids it', async () => {
    const page = await served.page(
      '/models/llama-4-maverick?do=FINE_TUNE&do=OFFER_PRODUCT&place=de',
    );
    expect(answerOf(page)).toBe('No.');
    expect(page.html).toContain('href="/licenses/llama-4-community#clause-european-union"');
  });

  it('asks for what is missing, leading to the field', async () => {
    const page = await served.page('/models/llama-4-maverick?do=OFFER_PRODUCT&place=US');
    expect(answerOf(page)).toBe('Not known: facts are missing.');
    const link = page.elements.find(({ attributes }) => attributes.get('href') === '#use-peak');
    expect(link?.text).toMatch(/How many users/);
    expect(page.elements.some(({ attributes }) => attributes.get('id') === 'use-peak')).toBe(true);
  });

  it('lists the duties with document and section, once it may be used', async () => {
    const page = await served.page(
      '/models/llama-4-maverick?do=OFFER_PRODUCT&place=US&peak=2+million&for=NONE',
    );
    expect(answerOf(page)).toBe('Yes, with duties.');
    const duties = page.elements.filter(
      ({ name, text }) => name === 'li' && /^Show a name/.test(text),
    );
    expect(duties.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /Built with Llama.*Llama 4 Community License Agreement, section 1\.b\.i$/s,
      ),
    ]);
  });

  it('keeps what was chosen, and links to the same question', async () => {
    const asked =
      '/models/llama-4-maverick?do=RUN&do=FINE_TUNE&commercial=no&peak=2%2C000&for=NONE';
    const page = await served.page(asked);
    const chosen = page.elements.filter(({ attributes }) => attributes.has('checked'));
    expect(chosen.map(({ attributes: a }) => `${a.get('name')}=${a.get('value')}`)).toEqual([
      'do=RUN',
      'do=FINE_TUNE',
      'for=NONE',
    ]);
    const link = page.elements.find(
      ({ name, text }) => name === 'a' && text === 'Link to this answer',
    );
    const again = await served.page(link?.attributes.get('href')?.replace(/#.*/, '') ?? '/missing');
    expect(answerOf(page)).not.toBe('');
    expect(again.html).toBe(page.html);
  });

  it.each([
    ['place=DE', 'choose at least one'],
    ['do=EAT', 'Expected one of RUN'],
    ['do=RUN&users=many', 'Expected a whole number'],
    ['do=RUN&users=-5', 'Expected a whole number'],
    ['do=RUN&users=1,5+million', 'Expected a whole number'],
    ['do=RUN&users=1,5', 'Expected a whole number'],
    ['do=RUN&users=9&peak=3', '“peak”: expected at least “users”'],
    ['do=RUN&revenue=1&month=2', '“month”: expected no more than “revenue”'],
    ['do=RUN&users=99999999999999999999', 'Expected a whole number'],
    [
      'do=RUN&place=Atlantis',
      'Expected a country, such as DE or Germany, for “place”, got “Atlantis”',
    ],
    ['do=RUN&markets=France,New+Atlantis', 'for “markets”, got “New Atlantis”'],
    ['do=RUN&place=XX', 'XX'],
    ['do=RUN&place=UK', '“place”: "UK" is not a country code: expected GB'],
    ['do=RUN&place=DE,FR', 'Expected one country'],
    ['do=RUN&place=Germany,France', 'Expected one country'],
    ['do=RUN&on=2026-02-30', 'Expected a day'],
    ['do=RUN&commercial=perhaps', 'Expected one of yes, no'],
    ['do=RUN&users=1&users=2', 'Expected one answer'],
    ['do=RUN&for=NONE&for=RESEARCH', 'goes with nothing else'],
  ])('%s says what is wrong, and answers nothing', async (query, says) => {
    const page = await served.page(`/models/llama-4-maverick?${query}`);
    expect([page.status, answerOf(page)]).toEqual([400, '']);
    const wrong = page.elements.filter(({ attributes }) => attributes.get('role') === 'alert');
    expect(wrong.map(({ text }) => text).join()).toContain(says);
    expect(textsOf(page, 'h1')).toEqual(['Llama 4 Maverick']);
  });

  it.each([
    ['2000000', 2_000_000],
    ['2,000,000', 2_000_000],
    ['2 000 000', 2_000_000],
    ['20,00,000', 2_000_000],
    ['1,500 million', 1_500_000_000],
    ['2 million', 2_000_000],
    ['2.5M', 2_500_000],
    ['750k', 750_000],
    ['1 billion', 1_000_000_000],
    ['0', 0],
  ])('reads %s users as %d', (text, users) => {
    const { use, problems } = readUseQuestion(new URLSearchParams({ do: 'RUN', users: text }));
    expect([problems, use?.monthlyActiveUsers]).toEqual([[], users]);
  });

  it.each([
    ['Germany', 'DE'],
    ['de', 'DE'],
    ['france; United States, gb cn', 'FR, US, GB, CN'],
    ['Bosnia and Herzegovina, the Netherlands', 'BA, NL'],
  ])('reads the countries %s as %s, and keeps the codes', (text, codes) => {
    const { use, typed, problems } = readUseQuestion(
      new URLSearchParams({ do: 'RUN', place: text.split(/[;,]/)[0] ?? '', markets: text }),
    );
    const [first] = codes.split(', ');
    expect([problems, use?.principalPlaceOfBusiness, use?.markets?.join(', ')]).toEqual([
      [],
      first,
      codes,
    ]);
    expect([typed.place, typed.markets]).toEqual([[first], [codes]]);
  });

  it('reads no answer as unknown, and "none of these" as none', () => {
    const silent = readUseQuestion(new URLSearchParams('do=RUN&place=&users=+&markets=,'));
    expect(silent.use).toEqual({ activities: ['RUN'] });
    const none = readUseQuestion(new URLSearchParams('do=RUN&trains=NONE'));
    expect(none.use).toEqual({ activities: ['RUN'], trains: [] });
  });
});
