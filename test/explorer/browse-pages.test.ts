import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Page, type ServedPages, servePages, textsOf } from './served-pages.ts';

let served: ServedPages;
beforeAll(async () => {
  served = await servePages();
});
afterAll(() => served.close());

function told({ elements }: Page): string {
  return elements
    .filter(({ attributes }) => attributes.get('class') === 'wrong')
    .map(({ text }) => text)
    .join();
}

describe('the path between two entities', () => {
  it('is shown step by step with sources, and drawn', async () => {
    const page = await served.page('/path?from=term:open-weights&to=organization:nvidia');
    const steps = page.elements.find(({ name }) => name === 'ol');
    expect(steps?.text).toMatch(/^Open weights has the example .*is developed by NVIDIA\./);
    const nodes = page.elements.filter(({ attributes }) =>
      attributes.get('class')?.startsWith('node '),
    );
    expect(nodes.map(({ attributes }) => attributes.get('href'))).toEqual([
      '/terms/open-weights',
      expect.stringMatching(/^\/models\//),
      '/organizations/nvidia',
    ]);
  });

  it('is found by names', async () => {
    const page = await served.page('/path?from=Open+weights&to=nvidia');
    expect([page.status, textsOf(page, 'h2')]).toEqual([200, ['2 steps']]);
  });

  it('from an entity to itself has no steps', async () => {
    const page = await served.page('/path?from=license:mit&to=license:mit');
    expect([page.status, textsOf(page, 'h2')]).toEqual([200, ['They are the same']]);
  });

  it('asks which one is meant', async () => {
    const page = await served.page('/path?from=llama&to=license:mit');
    expect([page.status, told(page)]).toEqual([400, expect.stringContaining('“from”')]);
    expect(page.html).toMatch(/href="\/path\?from=\w+%3A[^"]*llama[^"]*&amp;to=license%3Amit"/);
  });

  it.each([
    ['from=license:mit', '“to”'],
    ['from=license:mit&to=license:none-such', '“to”'],
    ['from=qqqqzzzz&to=license:mit', '“from”'],
    ['from=a&from=b&to=license:mit', '“from”'],
  ])('%s is refused with the name of the field', async (query, says) => {
    const page = await served.page(`/path?${query}`);
    expect([page.status, told(page)]).toEqual([400, expect.stringContaining(says)]);
  });
});

describe('lists for browsing', () => {
  it('disagreements: every side, narrowed by kind and by whether they are settled', async () => {
    const all = await served.page('/disagreements');
    expect(
      all.elements.filter(({ attributes }) => attributes.get('class') === 'side').length,
    ).toBeGreaterThan(20);
    const open = await served.page('/disagreements?settled=no&kind=MODEL');
    expect(open.html).not.toContain('The evidence settles');
    expect(textsOf(open, 'h2').length).toBeGreaterThan(3);
    const wrong = await served.page('/disagreements?settled=maybe&kind=PLANET');
    expect([wrong.status, told(wrong)]).toEqual([400, expect.stringMatching(/“kind”.*“settled”/)]);
  });

  it('topics: every kind of term with its count, and a page of each', async () => {
    const page = await served.page('/topics');
    const kinds = page.elements.flatMap(({ attributes }) => {
      const href = attributes.get('href') ?? '';
      return href.startsWith('/topics?kind=') ? [href] : [];
    });
    expect(new Set(kinds).size).toBeGreaterThan(10);
    const techniques = await served.page('/topics?kind=TECHNIQUE');
    expect(techniques.html).toContain('href="/terms/lora"');
    const wrong = await served.page('/topics?kind=PLANET');
    expect([wrong.status, told(wrong)]).toEqual([400, expect.stringContaining('“kind”')]);
    const after = await served.page('/topics?kind=TECHNIQUE&after=zzz');
    expect([after.status, told(after)]).toEqual([400, expect.stringContaining('after')]);
  });

  it('changes: the latest first, each change with its day', async () => {
    const before = await served.page('/changes');
    expect(textsOf(before, 'h2')).toEqual(['2026-11-23, 12:00 UTC']);
    await served.change('rlhf', 'Said anew.', new Date('2026-11-24T08:30:00.000Z'));
    // The server caches the revision for a second.
    await new Promise((known) => setTimeout(known, 1100));
    const after = await served.page('/changes');
    expect(textsOf(after, 'h2')).toEqual(['2026-11-24, 08:30 UTC', '2026-11-23, 12:00 UTC']);
    const list = after.html.slice(after.html.indexOf('class="columns"'));
    expect(list.slice(0, list.indexOf('</ul>'))).toMatch(/href="\/terms\/rlhf"/);
    expect(list.slice(0, list.indexOf('</ul>')).match(/<li>/g)).toHaveLength(1);
  });

  it('suggestions: names that complete what is typed, of a kind where one is given', async () => {
    const all = await (await served.ask('/suggest?q=llama')).json();
    expect(all.length).toBeGreaterThan(3);
    expect(all[0]).toMatchObject({
      text: expect.stringMatching(/llama/i),
      path: expect.any(String),
    });
    const licenses = await (await served.ask('/suggest?q=llama&kind=LICENSE')).json();
    expect(new Set(licenses.map(({ kind }: { kind: string }) => kind))).toEqual(
      new Set(['LICENSE']),
    );
    expect(await (await served.ask('/suggest')).json()).toEqual([]);
    expect((await served.ask('/suggest?q=a&kind=PLANET')).status).toBe(400);
  });
});
