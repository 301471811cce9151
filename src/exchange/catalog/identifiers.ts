import type { OutsideIdentifier } from '../../ontology/outside-identifiers.ts';

/** A model repository on the Hugging Face Hub, "owner/name". Early ones have no owner. */
const repository = /^(?:[A-Za-z0-9][\w.-]{0,95}\/)?[A-Za-z0-9_][\w.-]{0,95}$/;
/** First path segments that are parts of the site and not owners. */
const partsOfSite = new Set(
  'datasets spaces docs papers collections blog models api organizations settings join login pricing tasks learn posts chat new search enterprise inference-endpoints inference'.split(
    ' ',
  ),
);
const hub = 'https://huggingface.co/';

/** The address of a model repository; null where the text is not the id of one. */
export function repositoryAddress(id: string): string | null {
  const [owner = ''] = id.split('/');
  if (!repository.test(id) || /--|\.\./.test(id) || partsOfSite.has(owner.toLowerCase()))
    return null;
  return `${hub}${id}`;
}

/** The model repository in an address of the Hub, from any of its pages or files. */
export function repositoryIn(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (
    !/^https?:$/.test(url.protocol) ||
    !/^(?:www\.)?(?:huggingface\.co|hf\.co)$/i.test(url.hostname)
  ) {
    return null;
  }
  const [owner, name, page] = url.pathname.split('/').filter((part) => part !== '');
  if (owner === undefined) return null;
  const pages = ['tree', 'blob', 'resolve', 'raw', 'commit', 'commits', 'discussions', 'edit'];
  const hasNoOwner = name === undefined || (pages.includes(name) && page !== undefined);
  return repositoryAddress(hasNoOwner ? owner : `${owner}/${name}`);
}

/** The model repository in a package URL: "pkg:huggingface/microsoft/phi-4@…". */
export function repositoryOfPurl(purl: string): string | null {
  const [, path, rest = ''] = /^pkg:\/*huggingface\/([^@?#]+)(.*)$/i.exec(purl.trim()) ?? [];
  if (path === undefined) return null;
  const elsewhere = /[?&]repository_url=([^&#]*)/.exec(rest)?.[1];
  try {
    if (
      elsewhere !== undefined &&
      !/^(?:https?:\/\/)?(?:huggingface\.co|hf\.co)\/?$/i.test(decodeURIComponent(elsewhere))
    ) {
      return null;
    }
    return repositoryAddress(path.replace(/\/+$/, '').split('/').map(decodeURIComponent).join('/'));
  } catch {
    // A percent sign that does not encode a character.
    return null;
  }
}

/**
 * The comparable form of an address: two addresses of the same thing give the same text. A page of
 * a Hub repository counts as the repository, http counts as https, and case counts only where the
 * site distinguishes it.
 */
export function identifierOf(address: string): string | null {
  const inHub = repositoryIn(address);
  // The Hub ignores case in the names of repositories.
  if (inHub !== null) return inHub.toLowerCase();
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return null;
  const item = /^(?:www\.|m\.)?wikidata\.org$/.test(url.hostname)
    ? /^\/(?:wiki|entity)\/(Q[1-9]\d*)$/.exec(url.pathname)?.[1]
    : undefined;
  if (item !== undefined) return `http://www.wikidata.org/entity/${item}`;
  const path = url.pathname.replace(/\/+$/, '');
  return `https://${url.host.replace(/^www\./, '')}${path}${url.search}${url.hash}`;
}

/** The address of a license on the SPDX list. */
export function spdxAddress(id: string): string {
  return `https://spdx.org/licenses/${id}`;
}

/** The address of a license in ScanCode's database, from its key or its LicenseRef. */
export function scanCodeAddress(key: string): string {
  const bare = key.replace(/^LicenseRef-scancode-/i, '');
  return `https://scancode-licensedb.aboutcode.org/${bare}.html`;
}

/** The page of a model on models.dev, from its id: "openai/gpt-5". */
export function modelsDevAddress(id: string): string {
  return `https://models.dev/models/${id.split('/').map(encodeURIComponent).join('/')}`;
}

/** The identifiers with which stores find the thing at an address. */
export function identifiersOf(address: string): readonly OutsideIdentifier[] {
  const repository = repositoryIn(address);
  if (repository !== null) {
    const value = repository.replace('https://huggingface.co/', '');
    return [{ scheme: 'HUGGING_FACE_REPOSITORY', value }, uri(address), uri(repository)];
  }
  const spdx = /^https:\/\/spdx\.org\/licenses\/([^/]+)$/.exec(address)?.[1];
  if (spdx !== undefined) return [{ scheme: 'SPDX', value: spdx }];
  const scanCode = /^https:\/\/scancode-licensedb\.aboutcode\.org\/(.+)\.html$/.exec(address)?.[1];
  if (scanCode !== undefined)
    return [{ scheme: 'SCANCODE', value: `LicenseRef-scancode-${scanCode}` }];
  return [uri(address)];
}

function uri(value: string): OutsideIdentifier {
  return { scheme: 'URI', value };
}
