import { existsSync } from 'node:fs';
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { isCi } from '../neo4j/choice.ts';

/** The usual places of Chromium. The variable CHROMIUM comes first. */
const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executable = places.find((place) => place !== undefined && existsSync(place)) ?? null;

/** An open page, and its errors. */
export interface OpenPage {
  readonly page: Page;
  /** Errors of the console and of scripts, also violations of the content security policy. */
  readonly errors: string[];
  /** Every address that the page requested. */
  readonly requests: string[];
  close(): Promise<void>;
}

export type Open = (url: string, options?: BrowserContextOptions) => Promise<OpenPage>;

/** Describes tests in a real browser. Without one, the tests are skipped, or fail in CI. */
export function describeInChromium(name: string, tests: (open: Open) => void): void {
  if (executable === null) {
    if (isCi(process.env)) throw new Error(`"${name}" needs Chromium, and CI skips nothing`);
    describe.skip(`${name} in Chromium`, () => {
      it('has no browser to run in', () => {});
    });
    return;
  }
  describe(`${name} in Chromium`, () => {
    let browser: Browser;
    beforeAll(async () => {
      // The sandbox protects against untrusted pages. It does not work in containers.
      browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
    });
    afterAll(() => browser?.close());
    tests(async (url, options = {}) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      const errors: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(url, { waitUntil: 'load' });
      return { page, errors, requests, close: () => context.close() };
    });
  });
}

/** The rules of axe about what changes with the width and the colors of a page. */
const rulesOfLook = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'];

/**
 * The accessibility problems that axe finds, one on each line: of everything, or of the look alone
 * where the page has been looked at before.
 */
export async function violationsOf(
  page: Page,
  { look = false }: { readonly look?: boolean } = {},
): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(given: RunOptions): Promise<AxeResults> } }).axe.run(
        options,
      ),
    look ? { runOnly: rulesOfLook } : {},
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
