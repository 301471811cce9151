import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * A file that pages load. Its address changes with its content, so browsers may cache it forever.
 */
interface Asset {
  readonly path: string;
  readonly type: string;
  readonly text: string;
}

const require = createRequire(import.meta.url);

function asset(name: string, type: string, file: string | URL): Asset {
  const text = readFileSync(file, 'utf8');
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { path: `/assets/${digest}/${name}`, type, text };
}

const css = 'text/css; charset=utf-8';

/** The styles, in the order in which they apply. */
export const styles: readonly Asset[] = [
  asset('pico.css', css, require.resolve('@picocss/pico/css/pico.min.css')),
  asset('pages.css', css, new URL('./assets/pages.css', import.meta.url)),
  asset('forms.css', css, new URL('./assets/forms.css', import.meta.url)),
  asset('picture.css', css, new URL('./assets/picture.css', import.meta.url)),
];

function island(name: string): Asset {
  const file = new URL(`../../dist/explorer/islands/${name}.js`, import.meta.url);
  return asset(`${name}.js`, script, file);
}

const script = 'text/javascript; charset=utf-8';

/** The scripts of pages, which have a build of their own. */
export const scripts: readonly Asset[] = [island('picture'), island('suggest')];

/** The script for pages of other sites. Its address never changes. */
export const embedScript: Asset = island('embed');

export const icon = asset(
  'icon.svg',
  'image/svg+xml',
  new URL('./assets/icon.svg', import.meta.url),
);

export const assets: ReadonlyMap<string, Asset> = new Map(
  [...styles, ...scripts, icon].map((each) => [each.path, each]),
);
