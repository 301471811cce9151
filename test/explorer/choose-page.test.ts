import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Page, type ServedPages, servePages, textsOf } from './served-pages.ts';

let served: ServedPages;
beforeAll(async () => {
  served = await servePages();
});
afterAll(() => served.close());

/** The models that can be chosen for comparison, in order. */
function listed({ elements }: Page): readonly string[] {
  return elements.flatMap(({ attributes }) =>
    attributes.get('name') === 'models' && attributes.get('type') === 'checkbox'
      ? [attributes.get('value') ?? '']
      : [],
  );
}

function told({ elements }: Page): string {
  return elements
    .filter(({ attributes }) => attributes.get('class') === 'wrong')
    .map(({ text }) => text)
    .join();
}

async function count(filter: string): Promise<number> {
  const response = await fetch(`${served.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ models(filter: ${filter}) { totalCount } }` }),
  });
  return (await response.json()).data.models.totalCount;
}

describe('the chooser of models', () => {
  it('lists models, the newest first, and goes on', async () => {
    const first = await served.page('/models');
    const days = textsOf(first, 'td').filter((text) => /^\d{4}(-\d\d)*$/.test(text));
    expect(days.length).toBeGreaterThan(40);
    expect(days.map((day) => day.slice(0, 7))).toEqual(
      days
        .map((day) => day.slice(0, 7))
        .toSorted()
        .reverse(),
    );
    const more = first.elements.find(({ name, text }) => name === 'a' && text === 'More models');
    const next = await served.page(more?.attributes.get('href') ?? '/missing');
    expect(listed(next).length).toBeGreaterThan(10);
    expect(listed(next).filter((slug) => listed(first).includes(slug))).toEqual([]);
  });

  it('shows models that meet every condition, and keeps the choices', async () => {
    const page = await served.page(
      '/models?weights=OPEN&class=permissive-licence&min=7+billion&max=70b&in=IMAGE&sort=name',
    );
    const total = await count(
      '{ weights: [OPEN], licenseClasses: ["permissive-licence"], totalParameters: { min: 7000000000, max: 70000000000 }, inputModalities: [IMAGE] }',
    );
    expect(total).toBeGreaterThan(0);
    expect([page.status, listed(page).length]).toEqual([200, total]);
    const chosen = page.elements.filter(({ attributes: a }) => a.has('checked'));
    expect(chosen.map(({ attributes: a }) => `${a.get('name')}=${a.get('value')}`)).toEqual([
      'weights=OPEN',
      'class=permissive-licence',
      'in=IMAGE',
    ]);
    const typed = new Map(
      page.elements.map(({ attributes: a }) => [a.get('name'), a.get('value')]),
    );
    expect([typed.get('min'), typed.get('max')]).toEqual(['7 billion', '70b']);
  });

  it('counts the models of each choice', async () => {
    const page = await served.page('/models?weights=OPEN');
    const gated = page.elements.find(({ name, text }) => name === 'label' && /request/.test(text));
    expect(gated?.text.replace(/\D+/g, '')).toBe(String(await count('{ weights: [GATED] }')));
  });

  it('reports it if no model meets every condition', async () => {
    expect((await served.page('/models?min=999+trillion')).html).toContain(
      'No model has all of this',
    );
  });

  it.each([
    ['weights=FREE', '“weights”'],
    ['min=heavy', '“min”'],
    ['min=9b&max=1b', '“min”'],
    ['since=yesterday', '“since”'],
    ['sort=best', '“sort”'],
    ['class=no-such-class', '“class”'],
    ['developer=nobody-at-all', '“developer”'],
    ['after=zzz', '“after”'],
  ])(
    '%s is refused with the name of the field, and models are shown all the same',
    async (query, says) => {
      const page = await served.page(`/models?${query}`);
      expect([page.status, told(page)]).toEqual([400, expect.stringContaining(says)]);
      expect(listed(page).length).toBeGreaterThan(10);
    },
  );

  it('also has all models from A to Z', async () => {
    const page = await served.page('/a-z/models');
    expect(page.html.match(/<li><a href="\/models\//g)?.length).toBeGreaterThan(200);
  });
});

describe('models side by side', () => {
  it('can be named by slug or by name, with commas or as several', async () => {
    const page = await served.page('/compare?models=phi-4&models=Gemma+3+27B,kimi-k2');
    expect([page.status, textsOf(page, 'th').slice(0, 3)]).toEqual([
      200,
      ['Phi-4', 'Gemma 3 27B', 'Kimi K2'],
    ]);
    expect(page.html).toContain('14.7 billion');
    const same = page.elements.filter(({ attributes }) => attributes.get('class') === 'same');
    for (const { text } of same) expect(text).not.toMatch(/14\.7 billion/);
    expect(same.length).toBeGreaterThan(0);
  });

  it('are asked for if none are given', async () => {
    const page = await served.page('/compare');
    expect([page.status, page.html.includes('<table')]).toEqual([200, false]);
  });

  it('that were not found are reported with suggestions; the others are shown', async () => {
    const page = await served.page('/compare?models=phi-4&models=llama');
    expect([page.status, told(page)]).toEqual([400, expect.stringContaining('“llama”')]);
    expect(textsOf(page, 'th')[0]).toBe('Phi-4');
    expect(page.html).toMatch(/Perhaps you meant[\s\S]*href="\/models\/llama/);
  });

  it('are five at most', async () => {
    const page = await served.page(
      '/compare?models=phi-4,kimi-k2,grok-1,gpt-2,olmo-3-32b,deepseek-r1',
    );
    expect([page.status, told(page)]).toEqual([400, expect.stringContaining('at most 5')]);
  });
});
