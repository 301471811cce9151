import type { OutsideIdentifier } from '../../ontology/outside-identifiers.ts';

/** A repository of models on the Hugging Face Hub, "owner/name"; early ones have no owner. */
const repository = /^(?:[A-Za-z0-9][\w.-]{0,95}\/)?[A-Za-z0-9_][\w.-]{0,95}$/;
/** What stands where an owner would, and is a part of the site. */
const partsOfSite = new Set(
  'datasets spaces docs papers collections blog models api organizations settings join login pricing tasks learn posts chat new search enterprise inference-endpoints inference'.split(
    ' ',
  ),
);
const hub = 'https://huggingface.co/';

/** The address of a repository of models; null where the text is no id of one. */
export function repositoryAddress(id: string): string | null {
  const [owner = ''] = id.split('/');
  if (!repository.test(id) || /--|\.\./.test(id) || partsOfSite.has(owner.toLowerCase()))
    return null;
  return `${hub}${id}`;
}

/** The repository of models within an address of the Hub, whatever page or file of it it leads to. */
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

/** The repository of models that a package URL names: "pkg:huggingface/microsoft/phi-4@…". */
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
    // A percent sign that begins no character.
    return null;
  }
}

/**
 * An address in the form in which two that name the same thing are equal: what the Hub says of a
 * repository is said of that repository, http is https, and case counts where it does on the site.
 */
export function identifierOf(address: string): string | null {
  const inHub = repositoryIn(address);
  // The Hub tells repositories apart without regard to case.
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

/** The address of a license of the SPDX list. */
export function spdxAddress(id: string): string {
  return `https://spdx.org/licenses/${id}`;
}

/** The address of a license of ScanCode's database, by its key or its LicenseRef. */
export function scanCodeAddress(key: string): string {
  const bare = key.replace(/^LicenseRef-scancode-/i, '');
  return `https://scancode-licensedb.aboutcode.org/${bare}.html`;
}

/** The page of a model of models.dev, by its id: "openai/gpt-5". */
export function modelsDevAddress(id: string): string {
  return `https://models.dev/models/${id.split('/').map(encodeURIComponent).join('/')}`;
}

/** The names under which stores find what an address names. */
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
