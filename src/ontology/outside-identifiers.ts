import type { EntityRecord } from './records.ts';
import type { IdentifierScheme } from './vocabulary.ts';

/**
 * The origin of an outside identifier. HUGGING_FACE alone stands for the license tags of the Hub.
 */
type OutsideScheme = IdentifierScheme | 'URI' | 'HUGGING_FACE_REPOSITORY';

/** An identifier that others use for an entity. */
export interface OutsideIdentifier {
  readonly scheme: OutsideScheme;
  readonly value: string;
}

const repository = /^https:\/\/huggingface\.co\/([\w.-]+\/[\w.-]+?)\/?$/;
/** Pages of the Hub that are not models. */
const otherRepositories = /^(?:datasets|spaces|docs|papers|blog|collections)\//;

/** The repository of a model in an address of the Hub, "organization/name"; null for others. */
export function repositoryIn(address: string): string | null {
  const name = repository.exec(address)?.[1] ?? null;
  return name === null || otherRepositories.test(name) ? null : name;
}

/** The key by which stores find the entity. Case matters only in addresses. */
export function identifierKey({ scheme, value }: OutsideIdentifier): string {
  return `${scheme} ${scheme === 'URI' ? value : value.toLowerCase()}`;
}

type Identified = Pick<EntityRecord, 'kind' | 'exactMatch'> &
  Partial<{
    readonly spdxId: string | null;
    readonly identifiers: readonly OutsideIdentifier[];
    readonly url: string | null;
  }>;

/** The identifiers of an entity: exact matches, SPDX and other license ids, its repository. */
function outsideIdentifiersOf(entity: Identified): readonly OutsideIdentifier[] {
  const { kind, exactMatch, spdxId = null, identifiers = [], url = null } = entity;
  const addresses = kind === 'MODEL' && url !== null ? [...exactMatch, url] : exactMatch;
  const repositories = addresses.flatMap((address) => repositoryIn(address) ?? []);
  return [
    ...exactMatch.map((value) => ({ scheme: 'URI', value }) as const),
    ...(spdxId === null ? [] : [{ scheme: 'SPDX', value: spdxId } as const]),
    ...identifiers,
    ...repositories.map((value) => ({ scheme: 'HUGGING_FACE_REPOSITORY', value }) as const),
  ];
}

/**
 * The names of a model on the Hub, "organization/repository" and "repository" alone, which people
 * write in place of its name.
 */
export function repositoryNamesOf(entity: Identified): readonly string[] {
  if (entity.kind !== 'MODEL') return [];
  const names = outsideIdentifiersOf(entity).flatMap(({ scheme, value }) =>
    scheme === 'HUGGING_FACE_REPOSITORY' ? [value, value.slice(value.indexOf('/') + 1)] : [],
  );
  return [...new Set(names)];
}

/** The keys of all identifiers, each once. */
export function identifierKeysOf(entity: Identified): readonly string[] {
  return [...new Set(outsideIdentifiersOf(entity).map(identifierKey))];
}
