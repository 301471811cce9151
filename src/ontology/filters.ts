import type { Enumeration } from './enumeration.ts';
import type { Hop } from './relations.ts';
import {
  ArchitectureEnum,
  type Artifact,
  AvailabilityEnum,
  type EntityKind,
  ModalityEnum,
  TermKindEnum,
} from './vocabulary.ts';

/**
 * The declaration of a filter. Its GraphQL input, condition, facet, order and index follow from it.
 */
export type FilterDeclaration = {
  readonly description: string;
  /** The description of its facet. Without one, there is no facet. */
  readonly facet?: string;
} & (
  | {
      /** The text of an entity contains the text of the filter. */
      readonly by: 'text';
      readonly property: string;
    }
  | {
      readonly by: 'flag';
      readonly property: string;
    }
  | {
      /** A value, or an item of a list, equals one of the values of the filter. */
      readonly by: 'value';
      readonly property: string;
      /** Null means any text that an entity has. */
      readonly of: Enumeration<string> | null;
      /** The text before the value in the property. */
      readonly prefix?: string;
      /** Whether an index can find few entities by it. Neo4j does not index items of lists. */
      readonly indexed: boolean;
    }
  | {
      /** A number, or the first possible day of a date, lies in a range. */
      readonly by: 'count' | 'day';
      readonly property: string;
      /** The description of the order by it. Without one, there is no such order. */
      readonly order?: string;
    }
  | {
      /** Best relations lead along the hops to an entity that has one of the slugs. */
      readonly by: 'link';
      readonly hops: readonly Hop[];
      readonly kind: EntityKind;
    }
);

const text = {
  by: 'text',
  property: 'folded',
  description: 'The name, slug or an alias contains this text. Case is ignored.',
} as const;

function available<Filter extends string>(what: Filter, artifact: Artifact) {
  return {
    by: 'value',
    property: 'availabilityKeys',
    prefix: `${artifact}=`,
    of: AvailabilityEnum,
    indexed: false,
    description: `The availability of ${what} is one of these.`,
    facet: `By the availability of ${what}.`,
  } as const;
}

const licensedUnder = { type: 'LICENSED_UNDER', direction: 'OUT' } as const;
const classifiedAs = { type: 'CLASSIFIED_AS', direction: 'OUT' } as const;

/** The filters of lists. A new filter is one entry here. */
export const filters = {
  TERM: {
    text,
    termKinds: {
      by: 'value',
      property: 'termKind',
      of: TermKindEnum,
      indexed: false,
      description: 'Of one of these kinds of idea.',
    },
  },
  MODEL: {
    text,
    developers: {
      by: 'link',
      hops: [{ type: 'DEVELOPED_BY', direction: 'OUT' }],
      kind: 'ORGANIZATION',
      description: 'Developed by one of these organizations (slugs, also former ones).',
      facet: 'By developer.',
    },
    licenses: {
      by: 'link',
      hops: [licensedUnder],
      kind: 'LICENSE',
      description:
        'An artifact is, or once was, licensed under one of these licenses (slugs, also former ones, or SPDX ids).',
      facet: 'By the licenses of their artifacts.',
    },
    licenseClasses: {
      by: 'link',
      hops: [licensedUnder, classifiedAs],
      kind: 'TERM',
      description:
        'An artifact is, or once was, under a license of one of these classes (slugs of terms, also former ones).',
      facet: 'By the classes of the licenses of their artifacts.',
    },
    families: {
      by: 'value',
      property: 'familyName',
      of: null,
      indexed: true,
      description: 'Of one of these families (names as familyName gives them, in the same case).',
      facet: 'By family.',
    },
    architectures: {
      by: 'value',
      property: 'architecture',
      of: ArchitectureEnum,
      indexed: true,
      description: 'Has one of these architectures.',
      facet: 'By architecture.',
    },
    weights: available('the weights', 'WEIGHTS'),
    inferenceCode: available('the inference code', 'INFERENCE_CODE'),
    trainingCode: available('the training code', 'TRAINING_CODE'),
    trainingData: available('the training data', 'TRAINING_DATA'),
    inputModalities: {
      by: 'value',
      property: 'inputModalities',
      of: ModalityEnum,
      indexed: false,
      description: 'Accepts one of these kinds of input.',
      facet: 'By kind of input.',
    },
    outputModalities: {
      by: 'value',
      property: 'outputModalities',
      of: ModalityEnum,
      indexed: false,
      description: 'Produces one of these kinds of output.',
      facet: 'By kind of output.',
    },
    releasedOn: {
      by: 'day',
      property: 'releasedOn',
      description: 'Released in this range of days.',
      order: 'By release date, first possible day; unknown counts as earliest.',
    },
    contextTokens: {
      by: 'count',
      property: 'contextTokens',
      description: 'Context length, in tokens.',
      order: 'By context length; unknown counts as shortest.',
    },
    totalParameters: {
      by: 'count',
      property: 'totalParameters',
      description: 'Number of parameters.',
      order: 'By total parameters; unknown counts as fewest.',
    },
    activeParameters: {
      by: 'count',
      property: 'activeParameters',
      description: 'Number of parameters used for one token.',
    },
  },
  LICENSE: {
    text,
    osiApproved: {
      by: 'flag',
      property: 'osiApproved',
      description: 'Approved by the Open Source Initiative, or not.',
    },
    classes: {
      by: 'link',
      hops: [classifiedAs],
      kind: 'TERM',
      description: 'Of one of these classes (slugs of terms, also former ones).',
    },
    stewards: {
      by: 'link',
      hops: [{ type: 'STEWARDED_BY', direction: 'OUT' }],
      kind: 'ORGANIZATION',
      description: 'Stewarded by one of these organizations (slugs, also former ones).',
    },
  },
} as const satisfies Partial<Record<EntityKind, Readonly<Record<string, FilterDeclaration>>>>;

/** The kinds whose lists can be filtered. */
export type FilteredKind = keyof typeof filters;
export const filteredKinds = Object.keys(filters) as readonly FilteredKind[];

/** The filters of a kind by name, without their literal types. Empty where the kind has none. */
export function filtersOf(kind: EntityKind): Readonly<Record<string, FilterDeclaration>> {
  return (filters as Partial<Record<EntityKind, Record<string, FilterDeclaration>>>)[kind] ?? {};
}

/** A value that a list can be ordered by, and the record property that holds it. */
export interface OrderDeclaration {
  /** The record property; `sort` is the folded name. */
  readonly property: string;
  readonly type: 'string' | 'number';
  readonly description: string;
  /** The property that the value comes from; null for the name. */
  readonly of: string | null;
}

type Ordered<Kind extends FilteredKind> = {
  [Name in keyof (typeof filters)[Kind] & string]: (typeof filters)[Kind][Name] extends {
    readonly order: string;
    readonly by: infer By;
  }
    ? By
    : never;
};

/**
 * The record properties that lists of a kind are ordered by, besides the name, with their types.
 */
export type SortValues<Kind extends FilteredKind> = {
  [Name in keyof Ordered<Kind> & string as Ordered<Kind>[Name] extends never
    ? never
    : `sort${Capitalize<Name>}`]: Ordered<Kind>[Name] extends 'day' ? string : number;
};

/** The property that holds the sort value: `releasedOn` → `sortReleasedOn`. */
export function sortProperty(property: string): string {
  return `sort${property.charAt(0).toUpperCase()}${property.slice(1)}`;
}

/** The order that all lists have. */
export const byName: OrderDeclaration = {
  property: 'sort',
  type: 'string',
  description: 'By name, ignoring case and accents.',
  of: null,
};

/** The orders of a kind by name: `releasedOn` → `RELEASED_ON`. */
export function ordersOf(kind: EntityKind): Readonly<Record<string, OrderDeclaration>> {
  const orders: Record<string, OrderDeclaration> = { NAME: byName };
  for (const filter of Object.values(filtersOf(kind))) {
    if ((filter.by !== 'day' && filter.by !== 'count') || filter.order === undefined) continue;
    const { property: of, order: description } = filter;
    const name = of.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    const type = filter.by === 'day' ? 'string' : 'number';
    orders[name] = { property: sortProperty(of), type, description, of };
  }
  return orders;
}

/** The record properties that need an index: by value or range, or within a text. */
export function indexedProperties(kind: EntityKind): {
  readonly range: readonly string[];
  readonly text: readonly string[];
} {
  const own = Object.values(filtersOf(kind));
  const all = filteredKinds.flatMap((each) => Object.values(filtersOf(each)));
  const isEnd = all.some((filter) => filter.by === 'link' && filter.kind === kind);
  return {
    range: [
      ...(isEnd ? ['slug'] : []),
      ...own.flatMap((filter) => {
        if (filter.by === 'day') return [sortProperty(filter.property)];
        if (filter.by === 'count') return [filter.property];
        return filter.by === 'value' && filter.indexed ? [filter.property] : [];
      }),
    ],
    text: own.flatMap((filter) => (filter.by === 'text' ? [filter.property] : [])),
  };
}
