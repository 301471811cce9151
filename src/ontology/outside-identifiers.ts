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
  const repositories = addresses.flatMap((address) => repository.exec(address)?.[1] ?? []);
  return [
    ...exactMatch.map((value) => ({ scheme: 'URI', value }) as const),
    ...(spdxId === null ? [] : [{ scheme: 'SPDX', value: spdxId } as const]),
    ...identifiers,
    ...repositories
      .filter((value) => !otherRepositories.test(value))
      .map((value) => ({ scheme: 'HUGGING_FACE_REPOSITORY', value }) as const),
  ];
}

/** The keys of all identifiers, each once. */
export function identifierKeysOf(entity: Identified): readonly string[] {
  return [...new Set(outsideIdentifiersOf(entity).map(identifierKey))];
}
