import type { EntityRecord } from './records.ts';
import type { IdentifierScheme } from './vocabulary.ts';

/** Where an identifier from outside comes from; HUGGING_FACE alone is that of license tags. */
export type OutsideScheme = IdentifierScheme | 'URI' | 'HUGGING_FACE_REPOSITORY';

/** A name that others have for an entity. */
export interface OutsideIdentifier {
  readonly scheme: OutsideScheme;
  readonly value: string;
}

const repository = /^https:\/\/huggingface\.co\/([\w.-]+\/[\w.-]+?)\/?$/;
/** Not of models. */
const otherRepositories = /^(?:datasets|spaces|docs|papers|blog|collections)\//;

/** The key by which stores find it. Case does not matter but in addresses. */
export function identifierKey({ scheme, value }: OutsideIdentifier): string {
  return `${scheme} ${scheme === 'URI' ? value : value.toLowerCase()}`;
}

type Identified = Pick<EntityRecord, 'kind' | 'exactMatch'> &
  Partial<{
    readonly spdxId: string | null;
    readonly identifiers: readonly OutsideIdentifier[];
    readonly url: string | null;
  }>;

/** What others call the entity: addresses that mean the same, SPDX and other license ids, its repository. */
export function outsideIdentifiersOf(entity: Identified): readonly OutsideIdentifier[] {
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

/** The keys of all of them, each once. */
export function identifierKeysOf(entity: Identified): readonly string[] {
  return [...new Set(outsideIdentifiersOf(entity).map(identifierKey))];
}
