import type { EntityKind } from './vocabulary.ts';

/** A value that a list of entities can be ordered by; the record property that holds it. */
export interface OrderDeclaration {
  /** Record property; `sort` is the folded name. */
  readonly property: string;
  readonly type: 'string' | 'number';
  readonly description: string;
}

export interface KindDeclaration {
  /** GraphQL object type, Neo4j label and prefix of ids. */
  readonly typeName: string;
  /** Folder of the seeds and segment of the URI. */
  readonly folder: string;
  readonly description: string;
  readonly orders: Readonly<Record<string, OrderDeclaration>>;
}

const NAME: OrderDeclaration = {
  property: 'sort',
  type: 'string',
  description: 'By name, ignoring case and accents.',
};

/** What exists. Everything that differs between kinds hangs on this table. */
export const kinds = {
  TERM: {
    typeName: 'Term',
    folder: 'terms',
    description: 'An idea of the field, with its definition and its relations to others.',
    orders: { NAME },
  },
  MODEL: {
    typeName: 'Model',
    folder: 'models',
    description:
      'A released model: who made it, how large it is, and which of its artifacts are available.',
    orders: {
      NAME,
      RELEASED_ON: {
        property: 'sortReleasedOn',
        type: 'string',
        description: 'By release date, first possible day; unknown counts as earliest.',
      },
      TOTAL_PARAMETERS: {
        property: 'sortTotalParameters',
        type: 'number',
        description: 'By total parameters; unknown counts as fewest.',
      },
      CONTEXT_TOKENS: {
        property: 'sortContextTokens',
        type: 'number',
        description: 'By context length; unknown counts as shortest.',
      },
    },
  },
  LICENSE: {
    typeName: 'License',
    folder: 'licenses',
    description: 'A license or agreement under which artifacts are released.',
    orders: { NAME },
  },
  ORGANIZATION: {
    typeName: 'Organization',
    folder: 'organizations',
    description: 'An organization that develops models or maintains licenses.',
    orders: { NAME },
  },
  TOOL: {
    typeName: 'Tool',
    folder: 'tools',
    description: 'A program for the subject of a term.',
    orders: { NAME },
  },
} as const satisfies Record<EntityKind, KindDeclaration>;

export const entityKinds = Object.keys(kinds) as readonly EntityKind[];

/** The declaration of a kind, without its literal types. */
export function kindOf(kind: EntityKind): KindDeclaration {
  return kinds[kind];
}

/** Every sort property of a kind that an edge copies from its end, so that pages need no look-up. */
export function sortPropertiesOf(kind: EntityKind): readonly OrderDeclaration[] {
  return Object.values(kindOf(kind).orders);
}
