import { documentKey, type LicenseIndex } from './license-index.ts';
import { lookUp, type Named, titleOf } from './look-up.ts';
import { tokenize } from './tokens.ts';
import type { LicenseTarget } from './types.ts';

/**
 * What an address says about a license: a name, or the reason why there is none, with the words of
 * the address.
 */
type Addressed = Named | { readonly kind: 'NONE'; readonly reason: string; readonly words: string };

const address = /^(?:https?:\/\/|www\.)[^\s<>"]+$/i;
const bareAddress =
  /^(?:spdx\.org|opensource\.org|creativecommons\.org|github\.com|huggingface\.co|choosealicense\.com)\/[^\s<>"]+$/i;

/** The address that a text consists of, or null. */
export function addressOf(text: string): URL | null {
  if (text.length > 2_000 || !(address.test(text) || bareAddress.test(text))) return null;
  const whole = /^https?:/i.test(text) ? text : `https://${text}`;
  return URL.canParse(whole) ? new URL(whole) : null;
}

/** A page that describes one license: the pattern of its path, and the name of the license. */
interface Page {
  readonly host: string;
  readonly path: RegExp;
  readonly name: (parts: readonly string[]) => string;
}

const ending = /\.(?:html?|txt|php|md|json|rdf|jsonld)$/i;
const same = (parts: readonly string[]): string => (parts[0] ?? '').replace(ending, '');

/** How opensource.org writes identifiers: "apache-2-0", "mit-license". */
function osiName(parts: readonly string[]): string {
  return same(parts)
    .replace(/-license$/i, '')
    .replace(/-([0-9])-([0-9])$/, '-$1.$2');
}

function creativeCommonsName([elements = '', version = '', port = '']: readonly string[]): string {
  const ported = /^(?:deed|legalcode)/i.test(port) ? '' : port;
  return `CC-${elements}-${version}${ported === '' ? '' : `-${ported}`}`;
}

const pages: readonly Page[] = [
  { host: 'spdx.org', path: /^\/licenses\/([^/]+)\/?$/i, name: same },
  { host: 'opensource.org', path: /^\/licenses?\/([^/]+)\/?$/i, name: osiName },
  { host: 'choosealicense.com', path: /^\/licenses\/([^/]+)\/?$/i, name: same },
  { host: 'licenses.nuget.org', path: /^\/([^/]+)\/?$/i, name: same },
  {
    host: 'scancode-licensedb.aboutcode.org',
    path: /^\/([^/]+)\/?$/i,
    name: (parts) => `LicenseRef-scancode-${same(parts)}`,
  },
  {
    host: 'apache.org',
    path: /^\/licenses\/license-([0-9.]+?)(?:\.txt|\.html)?$/i,
    name: ([version = '']) => `Apache-${version}`,
  },
  {
    host: 'creativecommons.org',
    path: /^\/licenses\/(by(?:-nc|-nd|-sa)*)\/([0-9.]+)(?:\/([^/]+))?\/?$/i,
    name: creativeCommonsName,
  },
  {
    host: 'creativecommons.org',
    path: /^\/publicdomain\/zero\/1\.0(?:\/.*)?$/i,
    name: () => 'CC0-1.0',
  },
  {
    host: 'gnu.org',
    path: /^\/licenses\/(?:old-licenses\/)?([al]?gpl(?:-[0-9.]+?)?)(?:-standalone)?(?:\.[a-z-]{2,5})?\.(?:html|txt|md)$/i,
    name: same,
  },
  {
    host: 'mozilla.org',
    path: /^(?:\/[a-z-]{2,5})?\/mpl\/([0-9.]+)\/?$/i,
    name: ([v = '']) => `MPL-${v}`,
  },
  { host: 'eclipse.org', path: /^\/legal\/(epl-[0-9.]+)\/?(?:\.html)?$/i, name: same },
  { host: 'unlicense.org', path: /^\/?$/, name: () => 'Unlicense' },
  { host: 'boost.org', path: /^\/license_1_0\.txt$/i, name: () => 'BSL-1.0' },
  // Pages that publishers of models link from their cards.
  { host: 'ai.google.dev', path: /^\/gemma\/terms\/?$/i, name: () => 'Gemma Terms of Use' },
  { host: 'mistral.ai', path: /^\/licenses\/(m[nr]p?l-[0-9.]+)\.md$/i, name: same },
  {
    host: 'openmdw.ai',
    path: /^\/license\/([0-9])-([0-9])\/?$/i,
    name: ([major = '', minor = '']) => `OpenMDW-${major}.${minor}`,
  },
  {
    host: 'nvidia.com',
    path: /^\/[a-z-]{2,5}\/agreements\/enterprise-software\/(nvidia-(?:nemotron-)?open-model-license)\/?$/i,
    name: same,
  },
  { host: 'ai21.com', path: /^(?:\/licenses)?\/(jamba-open-model-license)\/?$/i, name: same },
  { host: 'llama.com', path: /^\/llama([0-9])(?:_([0-9]))?\/license\/?$/i, name: llamaName },
  { host: 'llama.meta.com', path: /^\/llama([0-9])(?:_([0-9]))?\/license\/?$/i, name: llamaName },
];

function llamaName([major = '', minor]: readonly string[]): string {
  return minor === undefined || minor === '' ? `llama${major}` : `llama${major}.${minor}`;
}

/** What the address of a page or a file says. Only known hosts count, not look-alikes. */
export function readAddress(index: LicenseIndex, url: URL): Addressed {
  const host = url.hostname.toLowerCase().replace(/^www\./, '');
  const path = pathOf(url);
  const words = `${path} `.replace(ending, ' ').replace(/[/_]/g, ' ');
  for (const page of pages) {
    const parts = page.host === host ? page.path.exec(path) : null;
    if (parts === null) continue;
    const named = lookUp(index, tokenize(page.name(parts.slice(1)), 40), 'SPDX');
    return (
      named ?? { kind: 'NONE', reason: `${host} has no page of a known license there.`, words }
    );
  }
  return readDocument(index, url, words) ?? listedAddress(index, url, words);
}

function pathOf(url: URL): string {
  try {
    return decodeURIComponent(url.pathname).slice(0, 500);
  } catch {
    return url.pathname.slice(0, 500);
  }
}

const mainBranch = /\/(?:blob|raw|tree)\/(?:head|main|master)\//i;
const rawMainBranch = /^\/[^/]+\/[^/]+\/(?:refs\/heads\/)?(?:head|main|master)\//i;

/** Reads a file of a repository that the graph cites as the text of a license. */
function readDocument(index: LicenseIndex, url: URL, words: string): Addressed | null {
  const key = documentKey(url.href.replace(/[?#].*$/, ''));
  const owner = key === null ? undefined : index.documents.get(key);
  if (owner === undefined) return null;
  const title = titleOf(owner.target);
  const shared = (confidence: number, reason: string): Named => ({
    kind: 'SHARED',
    candidates: [{ target: owner.target, confidence, reason }],
    reason,
  });
  if (owner.kind !== 'AGREEMENT') {
    return shared(0.6, `The address is a use policy that goes with ${title}, not a license.`);
  }
  const isMain = mainBranch.test(url.pathname) || (isRaw(url) && rawMainBranch.test(url.pathname));
  const citedMain = mainBranch.test(owner.url);
  if (url.href === owner.url || (isMain && citedMain)) {
    return {
      kind: 'ONE',
      target: owner.target,
      reason: `The address is the text of ${title} that this graph cites.`,
    };
  }
  return words === ''
    ? null
    : shared(
        0.7,
        `The graph cites that file for ${title}, but at another revision; licenses change in place.`,
      );
}

function isRaw(url: URL): boolean {
  return url.hostname.toLowerCase() === 'raw.githubusercontent.com';
}

/**
 * Reads an address from the SPDX list. It is only a hint, since pages change and may hold several
 * texts.
 */
function listedAddress(index: LicenseIndex, url: URL, words: string): Addressed {
  const wanted = comparable(url.href);
  const targets: LicenseTarget[] = [];
  for (const target of new Set(index.spdxIds.values())) {
    const listed = target.spdx?.url ?? null;
    if (listed !== null && comparable(listed) === wanted) targets.push(target);
  }
  if (targets.length === 0) {
    const reason = 'The address is not a known page of a license, and its content is not read.';
    return { kind: 'NONE', reason, words };
  }
  const reason = 'The SPDX list has this address, but its content is not read.';
  return {
    kind: 'SHARED',
    candidates: targets.map((target) => ({ target, confidence: 0.8, reason })),
    reason,
  };
}

function comparable(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');
}
