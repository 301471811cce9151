import { repositoryAddress } from '../catalog/identifiers.ts';

/** The repository of a card, from its place in the folder. */
type CardPlace =
  | { readonly repository: string }
  | { readonly repository: null; readonly because: string };

const otherKinds = /^(?:datasets|spaces)(?:$|--)/i;

/**
 * The repository of a card, from its path: "owner/name/README.md", "owner/name.md",
 * "owner--name.md", or "models--owner--name/snapshots/…/README.md" as in the Hub's own cache.
 */
export function cardPlace(path: string): CardPlace {
  const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
  if (parts.some((part) => otherKinds.test(part))) {
    return { repository: null, because: 'card of a data set or a space' };
  }
  const cached = parts.find((part) => part.startsWith('models--'));
  const repository = cached?.slice('models--'.length).replace('--', '/') ?? idOf(parts);
  return repository !== null && repositoryAddress(repository) !== null
    ? { repository }
    : { repository: null, because: 'card whose path names no repository (owner/name/README.md)' };
}

function idOf(parts: readonly string[]): string | null {
  const file = parts.at(-1)?.replace(/\.md$/i, '') ?? '';
  const above = parts.slice(0, -1);
  const [owner, name] = /^readme$/i.test(file) ? above.slice(-2) : [...above.slice(-1), file];
  if (owner !== undefined && name !== undefined) return `${owner}/${name}`;
  const [alone = ''] = [name ?? owner];
  return alone.includes('--') ? alone.replace('--', '/') : null;
}
