import { entityKinds } from '../ontology/kinds.ts';
import type { Linked } from './addresses.ts';
import type { EntityKind, EntityRefInput } from './documents/types.ts';

/** An entity, as our addresses name it: "term:open-weights". */
export interface EntityName {
  readonly kind: EntityKind;
  readonly slug: string;
}

export function entityName({ kind, slug }: Pick<Linked, 'kind' | 'slug'>): string {
  return `${kind.toLowerCase()}:${slug}`;
}

/** Reads the name of an entity; null where the text is not such a name. */
export function readEntityName(text: string): EntityName | null {
  const [, word = '', slug = ''] = /^([a-z]+):(.+)$/is.exec(text.trim()) ?? [];
  const kind = entityKinds.find((each) => each === word.toUpperCase());
  return kind === undefined ? null : { kind, slug: slug.trim() };
}

/** The reference to an entity for a query. */
export function entityReference({ kind, slug }: EntityName): EntityRefInput {
  switch (kind) {
    case 'TERM':
      return { term: slug };
    case 'MODEL':
      return { model: slug };
    case 'LICENSE':
      return { license: slug };
    case 'ORGANIZATION':
      return { organization: slug };
    case 'TOOL':
      return { tool: slug };
  }
}
