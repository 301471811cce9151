import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeInChromium, type OpenPage, violationsOf } from '../browser/chromium.ts';
import { type ServedPages, servePages } from './served-pages.ts';

let served: ServedPages;
beforeAll(async () => {
  served = await servePages();
});
afterAll(() => served.close());

/** One page of every kind. */
const paths = [
  '/',
  '/terms',
  '/terms/open-weights',
  '/models',
  '/models/deepseek-r1',
  '/models/llama-4-maverick?do=OFFER_PRODUCT&place=US',
  '/licenses/llama-4-community',
  '/organizations/alibaba',
  '/tools/vllm',
  '/search?q=expert+mixture',
  '/compare?models=phi-4,gemma-3-27b,kimi-k2',
  '/path?from=term:open-weights&to=organization:nvidia',
  '/picture?of=term:open-weights&size=150',
  '/disagreements',
  '/changes',
  '/topics',
  '/topics?kind=TECHNIQUE',
  '/may-i-use',
  '/may-i-use?do=OFFER_PRODUCT&place=DE',
  '/examples/embed',
];

/** Pages that report a problem. */
const problems = [
  '/terms/open-wieghts',
  '/models?min=heavy&weights=FREE',
  '/compare?models=phi-4,llama',
  '/path?from=llama&to=license:mit',
  '/picture?of=nonsense',
  '/may-i-use?model=llama&do=RUN',
];

describeInChromium('every kind of page', (open) => {
  describe('one after the other', () => {
    // In one tab: a new one starts a process.
    let tab: OpenPage;
    beforeAll(async () => {
      tab = await open(`${served.origin}/`);
    });
    afterAll(() => tab.close());

    async function goTo(path: string, width: number): Promise<OpenPage> {
      for (const seen of [tab.errors, tab.requests]) seen.splice(0);
      await tab.page.setViewportSize({ width, height: 800 });
      await tab.page.emulateMedia({ colorScheme: 'light' });
      await tab.page.goto(`${served.origin}${path}`, { waitUntil: 'load' });
      return tab;
    }

    it.each(problems)('%s reports the problem accessibly', async (path) => {
      const { page } = await goTo(path, 360);
      expect(await violationsOf(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    });

    it('keep a distance from the edges of windows of any width', async () => {
      for (const path of ['/terms/open-weights', '/compare?models=phi-4,gemma-3-27b']) {
        for (const width of [360, 600, 800, 1024, 1280]) {
          const { page } = await goTo(path, width);
          const edges = await page.evaluate(
            `[...document.querySelectorAll('body > header, body > main, body > footer')]
               .map((part) => part.getBoundingClientRect())
               .map(({ left, right }) => Math.min(left, innerWidth - right) >= 16)`,
          );
          expect([path, width, edges]).toEqual([path, width, [true, true, true]]);
        }
      }
    });

    it.each(paths)('%s is accessible, fits wide and narrow, light and dark', async (path) => {
      const { page, errors, requests } = await goTo(path, 1280);
      for (const [width, colorScheme, look] of [
        [1280, 'light', false],
        [360, 'dark', true],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        expect([path, width, await violationsOf(page, { look })]).toEqual([path, width, []]);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect([path, width, overflow]).toEqual([path, width, 0]);
      }
      expect(errors).toEqual([]);
      const hosts = requests
        .filter((url) => !url.startsWith('data:'))
        .map((url) => new URL(url).origin);
      expect(new Set(hosts)).toEqual(new Set([served.origin]));
    });
  });

  it('says the same without scripts', async () => {
    for (const path of ['/', '/terms/open-weights', '/models', '/may-i-use?do=RUN']) {
      const texts = await Promise.all(
        [true, false].map(async (javaScriptEnabled) => {
          const { page, close } = await open(`${served.origin}${path}`, { javaScriptEnabled });
          // Controls added by scripts do not count as content.
          const text = await page.locator('main').innerText();
          await close();
          return text.replaceAll('−\n+\n1:1\n', '').replace(/\s+/g, ' ');
        }),
      );
      expect(texts[0]).toBe(texts[1]);
    }
  });

  it('follows links, asks and answers without scripts', async () => {
    const { page, close } = await open(`${served.origin}/`, { javaScriptEnabled: false });
    await page.getByRole('searchbox').fill('mixture of experts');
    await page.getByRole('button', { name: 'Search' }).click();
    await page
      .locator('main')
      .getByRole('link', { name: 'Mixture of experts', exact: true })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toBe('/terms/mixture-of-experts');
    await page.getByRole('link', { name: 'May I use it?' }).first().click();
    await page.getByLabel('offer a product or service').check();
    await page.getByLabel('In which country are you based?').fill('DE');
    await page.getByRole('button', { name: 'Ask' }).click();
    expect(await page.locator('#answer').textContent()).toMatch(/^You may use \d+ models$/);
    await close();
  });

  it('can be walked with the keyboard alone: every link and field, in order, and visibly', async () => {
    const { page, close } = await open(`${served.origin}/models/deepseek-r1`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('To the content');
    const expected = await page.evaluate<number>(
      `[...document.querySelectorAll('a[href], input, select, button, summary, [tabindex="0"]')].filter((each) => each.checkVisibility() && !each.disabled).length`,
    );
    const seen = new Set<string>();
    for (let press = 0; press < expected + 5; press++) {
      const at = await page.evaluate<string>(
        `(() => { const all = [...document.querySelectorAll('*')]; return all.indexOf(document.activeElement) + ' ' + document.activeElement.tagName; })()`,
      );
      if (seen.has(at)) break;
      seen.add(at);
      await page.keyboard.press('Tab');
    }
    expect(seen.size).toBeGreaterThanOrEqual(expected);
    await close();
  });
});

describeInChromium('suggestions', (open) => {
  it('appear while typing, can be chosen with arrows, and lead to the page', async () => {
    const { page, errors, close } = await open(`${served.origin}/`);
    const field = page.getByRole('combobox', { name: /Search/ });
    await field.pressSequentially('llama 4');
    await page.getByRole('option').first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('[role="option"][aria-selected="true"]');
    expect(await chosen.getAttribute('id')).toBe(await field.getAttribute('aria-activedescendant'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/llama-4/);
    expect(errors).toEqual([]);
    await close();
  });

  it('close with Escape, and leave Enter to the form', async () => {
    const { page, close } = await open(`${served.origin}/`);
    await page.getByRole('combobox', { name: /Search/ }).pressSequentially('open');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('option').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=open/);
    await close();
  });

  it('complete the last of several names', async () => {
    const { page, close } = await open(`${served.origin}/compare`);
    await page.getByRole('combobox', { name: /Models/ }).pressSequentially('Phi-4, gemma 3 2');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.locator('#compare-models').inputValue()).toMatch(/^Phi-4, Gemma 3 2/);
    await close();
  });
});

describeInChromium('the picture', (open) => {
  it('zooms, highlights linked entities, and expands in place', async () => {
    const { page, errors, close } = await open(`${served.origin}/terms/open-weights`);
    const picture = page.locator('#around-picture');
    const width = () =>
      picture.locator('svg').evaluate((svg: { clientWidth: number }) => svg.clientWidth);
    const before = await width();
    await picture.getByRole('button', { name: 'Larger' }).click();
    expect(await width()).toBeGreaterThan(before);
    await picture.locator('.node').nth(3).focus();
    expect(await picture.locator('.node.near').count()).toBe(2);
    await picture.getByRole('link', { name: 'Show more of it' }).click();
    await page.locator('#picture .node').nth(60).waitFor();
    expect(new URL(page.url()).pathname).toBe('/terms/open-weights');
    expect(await violationsOf(page)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });
});
