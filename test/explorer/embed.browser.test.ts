import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium, violationsOf } from '../browser/chromium.ts';
import { type ServedPages, servePages } from './served-pages.ts';

let served: ServedPages;
let other: Server;
let elsewhere: string;

/** A page of another site, which allows only the glossary's script and its answers. */
function theirPage(glossary: string, text: string): string {
  return `<!DOCTYPE html><html lang="en"><head><title>Theirs</title></head><body><main><h1>Theirs</h1>
<glossgraph-glossary>${text}</glossgraph-glossary></main>
<script type="module" src="${glossary}/embed.js"></script></body></html>`;
}

const text = `<p id="p">We run Phi-4 with open weights. Open weights are <code>open weights</code>,
  and <a href="#p">open weights</a> in a link stay as they are.</p><p id="q"></p>`;

beforeAll(async () => {
  served = await servePages();
  other = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const glossary = searchParams.get('glossary') ?? served.origin;
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${glossary}; connect-src ${glossary}; require-trusted-types-for 'script'; trusted-types 'none'`,
    );
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(theirPage(glossary, text));
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  other.closeAllConnections();
  other.close();
  await served.close();
});

it('is small', async () => {
  const script = await (await served.ask('/embed.js')).text();
  expect(gzipSync(script).length).toBeLessThanOrEqual(8 * 1024);
});

describeInChromium('cards on a page of another origin under a strict policy', (open) => {
  const marks = 'a.glossgraph-mention';

  it('mark each entity once, outside of links and code', async () => {
    const { page, errors, close } = await open(elsewhere);
    await page.locator(marks).nth(1).waitFor();
    expect(await page.locator(marks).allTextContents()).toEqual(['Phi-4', 'open weights']);
    expect(await page.locator('#p').textContent()).toContain(
      'We run Phi-4 with open weights. Open weights are open weights,',
    );
    expect(errors.filter((error) => !error.includes('favicon'))).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);
    await close();
  });

  it('are shown on hover and on focus; Escape closes them', async () => {
    const { page, close } = await open(elsewhere);
    const card = page.locator('glossgraph-glossary .card');
    await page.locator(marks).first().hover();
    await card.getByText('14.7 billion').waitFor();
    expect(await card.textContent()).toContain('MIT License');
    // The pointer may move onto the card.
    await card.hover();
    expect(await card.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await card.isVisible()).toBe(false);
    await page.mouse.move(0, 0);
    await page.locator(marks).nth(1).focus();
    await card.getByText('Concept').waitFor();
    await page.keyboard.press('Escape');
    expect(await card.isVisible()).toBe(false);
    expect(
      await page
        .locator(marks)
        .nth(1)
        .evaluate(
          (mark: unknown) =>
            mark ===
            (globalThis as never as { document: { activeElement: unknown } }).document
              .activeElement,
        ),
    ).toBe(true);
    await close();
  });

  it('have descriptions for screen readers', async () => {
    const { page, close } = await open(elsewhere);
    await page.locator(marks).first().waitFor();
    expect(await page.locator(marks).first().getAttribute('aria-description')).toMatch(/Microsoft/);
    expect(await page.locator(marks).first().getAttribute('href')).toContain('/models/phi-4');
    await close();
  });

  it('follow text that changes', async () => {
    const { page, errors, close } = await open(elsewhere);
    await page.locator(marks).nth(1).waitFor();
    await page.evaluate(
      `document.getElementById('q').textContent = 'Then came mixture of experts.'`,
    );
    await page.locator('#q a').waitFor();
    expect(await page.locator('#q').textContent()).toBe('Then came mixture of experts.');
    // A text that changes loses its mark and is annotated again.
    await page.evaluate(`document.querySelector('#q a').firstChild.data = 'quantization'`);
    await page.getByRole('link', { name: 'quantization' }).waitFor();
    expect(await page.locator('#q').textContent()).toBe('Then came quantization.');
    expect(errors.filter((error) => !error.includes('favicon'))).toEqual([]);
    await close();
  });

  it('leave the page unchanged if the glossary is unreachable, at once or later', async () => {
    const away = await open(`${elsewhere}?glossary=http://127.0.0.1:9`);
    expect(await away.page.locator(marks).count()).toBe(0);
    expect(await away.page.locator('#p').textContent()).toContain('We run Phi-4');
    await away.close();
    const { page, errors, close } = await open(elsewhere);
    await page.locator(marks).nth(1).waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await page.route('**/cards/**', (route) => route.abort());
    await page.evaluate(`document.getElementById('q').textContent = 'quantization'`);
    await page.locator(marks).first().hover();
    // The summary came with the mark.
    await page.locator('.card').getByText('Microsoft').waitFor();
    expect(await page.locator('#q a').count()).toBe(0);
    expect(errors.filter((error) => /Uncaught|unhandled/i.test(error))).toEqual([]);
    await close();
  });
});

it('cards are available as a fragment and as JSON, from any origin', async () => {
  const fragment = await served.ask('/cards/models/phi-4', { origin: 'https://other.example' });
  expect(fragment.headers.get('access-control-allow-origin')).toBe('*');
  expect(fragment.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(await fragment.text()).toMatch(
    /^<aside class="glossgraph-card".*MIT License.*<\/aside>$/s,
  );
  const json = await served.ask('/cards/models/phi-4', { accept: 'application/json' });
  expect(await json.json()).toMatchObject({
    name: 'Phi-4',
    facts: expect.arrayContaining([['License of the weights', 'MIT License']]),
  });
  expect((await served.ask('/cards/models/no-such-model')).status).toBe(404);
  expect((await served.ask('/cards/planets/mars')).status).toBe(404);
  const renamed = await served.ask('/cards/terms/feedback-from-people');
  expect([renamed.status, renamed.headers.get('location')]).toEqual([308, '/cards/terms/rlhf']);
});
