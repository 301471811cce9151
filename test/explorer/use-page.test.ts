import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Page, type ServedPages, servePages, textsOf } from './served-pages.ts';

let served: ServedPages;
beforeAll(async () => {
  served = await servePages();
});
afterAll(() => served.close());

function answerOf({ elements }: Page): string {
  return elements.find(({ attributes }) => attributes.get('id') === 'answer')?.text ?? '';
}

function told({ elements }: Page): string {
  return elements
    .filter(({ attributes }) => attributes.get('class') === 'wrong')
    .map(({ text }) => text)
    .join();
}

async function counts(use: string): Promise<Readonly<Record<string, number>>> {
  const response = await fetch(`${served.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `{ modelsUsableFor(use: ${use}) { totalCount answerCounts { answer count } } }`,
    }),
  });
  const { modelsUsableFor } = (await response.json()).data;
  const found = modelsUsableFor.answerCounts.map(
    ({ answer, count }: { answer: string; count: number }) => [answer, count],
  );
  return { ...Object.fromEntries(found), all: modelsUsableFor.totalCount };
}

describe('"May I use it?" on its own page', () => {
  it('answers for a model by its name, with a link to the same question', async () => {
    const page = await served.page('/may-i-use?model=Llama+4+Maverick&do=OFFER_PRODUCT&place=DE');
    expect([page.status, answerOf(page)]).toEqual([200, 'Llama 4 Maverick: No.']);
    expect(page.html.match(/not legal advice/g)).toHaveLength(1);
    const link = page.elements.find(
      ({ name, text }) => name === 'a' && text === 'Link to this answer',
    );
    const again = await served.page(link?.attributes.get('href') ?? '/missing');
    expect(answerOf(again)).toBe(answerOf(page));
  });

  it('takes the name of a country, and links to the question with its code', async () => {
    const asked = '/may-i-use?model=phi-4&do=OFFER_PRODUCT&place=Germany&markets=France,Turkey';
    const page = await served.page(asked);
    const coded = await served.page(
      asked.replace('Germany', 'DE').replace('France,Turkey', 'FR%2C+TR'),
    );
    expect([page.status, page.html]).toEqual([200, coded.html]);
  });

  it('says that nothing was released where a model can only be used as a service', async () => {
    const closed = 'GPT-5: weights not released. What the terms of its developer';
    for (const path of ['/may-i-use?model=gpt-5&do=RUN', '/models/gpt-5?do=RUN']) {
      const { elements } = await served.page(path);
      const said = elements.filter(({ name }) => name === 'p').map(({ text }) => text);
      expect(said).toContainEqual(expect.stringContaining(closed));
    }
    const open = await served.page('/may-i-use?model=phi-4&do=RUN');
    expect(open.html).not.toContain('not released. What the terms');
  });

  it('without a model lists the models one may use, and counts the answers', async () => {
    const page = await served.page('/may-i-use?do=OFFER_PRODUCT&place=DE');
    const found = await counts('{ activities: [OFFER_PRODUCT], principalPlaceOfBusiness: "DE" }');
    expect(answerOf(page)).toBe(`You may use ${found.all} models`);
    expect(page.html).toContain(`(${found.NOT_ALLOWED})`);
    expect(page.html).toContain(`(${found.UNKNOWN})`);
    const link = page.elements.find(({ name, text }) => name === 'a' && text.startsWith('No ('));
    const refused = await served.page(link?.attributes.get('href') ?? '/missing');
    expect(answerOf(refused)).toBe(`No (${found.NOT_ALLOWED} models)`);
  });

  it('lists facts that would answer more of them, with links to the fields', async () => {
    const page = await served.page('/may-i-use?do=OFFER_PRODUCT');
    const ids = new Set(page.elements.map(({ attributes }) => attributes.get('id')));
    const links = page.elements.flatMap(({ attributes }) => {
      const href = attributes.get('href') ?? '';
      return href.startsWith('#use-') ? [href.slice(1)] : [];
    });
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(ids.has(link)).toBe(true);
  });

  it('leads from a model of the list to its answer', async () => {
    const page = await served.page('/may-i-use?do=REDISTRIBUTE&show=ALLOWED_WITH_DUTIES');
    const badge = page.elements.find(({ attributes }) => attributes.get('class') === 'badge yes');
    const one = await served.page(badge?.attributes.get('href') ?? '/missing');
    expect(answerOf(one)).toMatch(/: Yes, with duties\.$/);
  });

  it('sends no query before a question', async () => {
    const page = await served.page('/may-i-use');
    expect([page.status, answerOf(page), textsOf(page, 'h1')]).toEqual([
      200,
      '',
      ['May I use it?'],
    ]);
  });

  it.each([
    ['model=phi-4', 'choose at least one'],
    ['model=llama&do=RUN', '“model”'],
    ['model=qqqqzzzz&do=RUN', '“model”'],
    ['do=RUN&show=MAYBE', '“show”'],
    ['do=RUN&after=zzz', '“after”'],
    ['do=RUN&markets=DE,XX', '“markets”'],
  ])('%s says what is wrong, and answers nothing', async (query, says) => {
    const page = await served.page(`/may-i-use?${query}`);
    expect([page.status, answerOf(page), told(page)]).toEqual([
      400,
      '',
      expect.stringContaining(says),
    ]);
  });
});
