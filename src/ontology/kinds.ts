import { type OrderDeclaration, ordersOf } from './filters.ts';
import { type EntityKind, entityKinds } from './vocabulary.ts';

interface KindDeclaration {
  /** The GraphQL object type, Neo4j label and prefix of ids. */
  readonly typeName: string;
  /** The folder of the seeds and the segment of the URI. */
  readonly folder: string;
  readonly description: string;
  readonly orders: Readonly<Record<string, OrderDeclaration>>;
}

/** The kinds of entity. Everything that differs between kinds follows from this table. */
export const kinds = {
  TERM: {
    typeName: 'Term',
    folder: 'terms',
    description: 'An idea of the field, with its definition and its relations to others.',
    orders: ordersOf('TERM'),
  },
  MODEL: {
    typeName: 'Model',
    folder: 'models',
    description:
      'A released model: who made it, how large it is, and which of its artifacts are available. A fact is null if it is not known.',
    orders: ordersOf('MODEL'),
  },
  LICENSE: {
    typeName: 'License',
    folder: 'licenses',
    description:
      'A license or agreement under which artifacts are released. A fact is null if it is not known.',
    orders: ordersOf('LICENSE'),
  },
  ORGANIZATION: {
    typeName: 'Organization',
    folder: 'organizations',
    description: 'An organization that develops models or maintains licenses.',
    orders: ordersOf('ORGANIZATION'),
  },
  TOOL: {
    typeName: 'Tool',
    folder: 'tools',
    description: 'A program for the subject of a term. A fact is null if it is not known.',
    orders: ordersOf('TOOL'),
  },
} as const satisfies Record<EntityKind, KindDeclaration>;

export type { OrderDeclaration };
export { entityKinds };

/** The declaration of a kind, without its literal types. */
export function kindOf(kind: EntityKind): KindDeclaration {
  return kinds[kind];
}

/**
 * The sort properties of a kind. Edges copy them from their ends, so that a page needs no lookup.
 */
export function sortPropertiesOf(kind: EntityKind): readonly OrderDeclaration[] {
  return Object.values(kindOf(kind).orders);
}
