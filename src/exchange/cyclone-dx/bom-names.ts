import {
  identifierOf,
  repositoryAddress,
  repositoryIn,
  repositoryOfPurl,
} from '../catalog/identifiers.ts';
import type { BomIdentity } from './read-bom.ts';

/**
 * The names of a model in a bill of materials. The first kind of name that finds a model decides.
 */
interface ModelNames {
  readonly addresses: readonly {
    readonly by: 'purl' | 'address' | 'name';
    readonly all: readonly string[];
  }[];
  /** Names that must match one model exactly, the most exact first. */
  readonly exact: readonly string[];
}

/** A version that people use as part of a model's name: "Llama" "3.1", not a commit. */
const shortVersion = /^v?\d{1,4}(?:\.\d{1,3}){0,2}$/i;

export function modelNames({ name, group, version, purl, urls }: BomIdentity): ModelNames {
  const ofPurl = purl === null ? null : repositoryOfPurl(purl);
  const named = [name, ...(group === null || name.includes('/') ? [] : [`${group}/${name}`])];
  const versioned = version !== null && shortVersion.test(version) ? [`${name} ${version}`] : [];
  return {
    addresses: [
      { by: 'purl', all: ofPurl === null ? [] : [ofPurl] },
      { by: 'address', all: urls.flatMap((url) => (identifierOf(url) === null ? [] : [url])) },
      {
        by: 'name',
        all: named
          .filter((each) => each.includes('/'))
          .flatMap((each) => repositoryAddress(each) ?? []),
      },
    ],
    exact: [...versioned, name],
  };
}

/** The Hub repository of a model according to the bill, or null. */
export function repositoryOf({ name, purl, urls }: BomIdentity): string | null {
  const ofPurl = purl === null ? null : repositoryOfPurl(purl);
  if (ofPurl !== null) return ofPurl;
  const linked = [...new Set(urls.flatMap((url) => repositoryIn(url) ?? []))];
  if (linked.length > 0) return linked.length === 1 ? (linked[0] ?? null) : null;
  return name.includes('/') ? repositoryAddress(name) : null;
}
