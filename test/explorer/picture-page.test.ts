import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Page, type ServedPages, servePages, textsOf } from './served-pages.ts';

let served: ServedPages;
beforeAll(async () => {
  served = await servePages();
});
afterAll(() => served.close());

/** The drawn entities, the center first. */
function drawn({ elements }: Page): readonly string[] {
  return elements.flatMap(({ attributes }) =>
    attributes.get('class')?.startsWith('node ') ? [attributes.get('href') ?? ''] : [],
  );
}

describe('the picture on a page', () => {
  it('links to the entities, names the relations, and says how many are not shown', async () => {
    const page = await served.page('/terms/open-weights');
    const shown = drawn(page);
    expect([shown.length, shown[0]]).toEqual([25, '/terms/open-weights']);
    const { data } = await (
      await fetch(`${served.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: '{ term(slug: "open-weights") { relations { totalCount } } }',
        }),
      })
    ).json();
    expect(page.html).toContain(`${data.term.relations.totalCount - 24} more are not shown.`);
    expect(textsOf(page, 'text')).toEqual(expect.arrayContaining(['Open weights', 'example of']));
  });

  it('has the same relations as a table', async () => {
    const page = await served.page('/models/deepseek-r1');
    const lines = page.elements
      .filter(({ attributes }) => attributes.get('class') === 'line')
      .flatMap(({ text }) => text.split('; '));
    expect(lines.length).toBeGreaterThan(10);
    const rows = page.elements
      .filter(({ name }) => name === 'tr')
      .map(({ text }) => text.replaceAll(/\s+/g, ''));
    for (const line of lines) {
      const [from = '', name = '', to = ''] = line.split(' – ');
      expect(rows.some((row) => row.startsWith(`${from}${name}`.replaceAll(/\s+/g, '')))).toBe(
        true,
      );
      expect(to).not.toBe('');
    }
  });

  it('draws ancestors above a model, and derived models below it', async () => {
    const page = await served.page('/models/deepseek-r1');
    const at = page.html.indexOf('id="lineage-picture"');
    const svg = page.html.slice(at, page.html.indexOf('</svg>', at));
    const y = (slug: string) =>
      Number(
        new RegExp(`href="/models/${slug}".*?<text x="[^"]+" y="([^"]+)"`, 's').exec(svg)?.[1],
      );
    expect(y('deepseek-v3')).toBeLessThan(y('deepseek-r1'));
    expect(y('deepseek-r1')).toBeLessThan(y('deepseek-r1-distill-qwen-32b'));
  });
});

describe('the page of a picture', () => {
  it('shows as much as requested', async () => {
    const page = await served.page('/picture?of=term:open-weights&size=150&kind=MODEL&kind=TERM');
    expect([page.status, drawn(page).length]).toEqual([200, 150]);
    expect(drawn(page).every((path) => /^\/(models|terms)\//.test(path))).toBe(true);
    const near = drawn(await served.page('/picture?of=organization:allenai-nowhere'));
    expect(near).toEqual([]);
  });

  it.each([
    ['/picture', 400, 'term:open-weights'],
    ['/picture?of=nonsense', 400, '“of”'],
    ['/picture?of=term:open-weights&size=7', 400, '“size”'],
    ['/picture?of=term:open-weights&depth=99', 400, '“depth”'],
    ['/picture?of=term:open-weights&kind=PLANET', 400, '“kind”'],
    ['/picture?of=term:open-wieghts', 404, 'Open weights'],
  ])('%s says what is wrong', async (path, status, says) => {
    const page = await served.page(path);
    expect(page.status).toBe(status);
    expect(page.html).toContain(says);
    expect(served.unexpected).toEqual([]);
  });
});
