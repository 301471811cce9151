import { type EntityKind, entityKinds } from './vocabulary.ts';

type RelationAttribute = 'artifact' | 'expression' | 'since' | 'until' | 'method';

interface RelationDeclaration {
  readonly from: readonly EntityKind[];
  readonly to: readonly EntityKind[];
  readonly description: string;
  /**
   * Whether it reads the same in both directions. It is stored once, with its ends in the order of
   * their ids.
   */
  readonly symmetric: boolean;
  /** Whether a cycle would be a mistake. */
  readonly acyclic: boolean;
  readonly attributes: readonly RelationAttribute[];
  /** Whether a subject has one value for each artifact and period. Other values contest it. */
  readonly singleValued: boolean;
  /** How little the relation says about its ends, from 0. Paths prefer relations that say more. */
  readonly looseness: 0 | 1 | 2 | 3;
  /**
   * "Mixture of experts is part of Transformer": subject, phrase, object. `backward` swaps the
   * ends.
   */
  readonly phrase: { readonly forward: string; readonly backward: string };
  /** The type whose transitive closure must not contain a pair of this type. */
  readonly disjointWithClosureOf?: string;
}

const defaults = {
  symmetric: false,
  acyclic: false,
  attributes: [],
  singleValued: false,
  looseness: 1,
} as const;

/** The types of relations. A new type is one entry here and its field in the schema. */
export const relations = {
  RELATED_TO: {
    ...defaults,
    looseness: 3,
    from: entityKinds,
    to: entityKinds,
    description: 'Associated, without one being broader than the other (skos:related).',
    symmetric: true,
    phrase: { forward: 'is related to', backward: 'is related to' },
    disjointWithClosureOf: 'BROADER',
  },
  BROADER: {
    ...defaults,
    looseness: 0,
    from: ['TERM'],
    to: ['TERM'],
    description: 'From the narrower to the broader term (skos:broader).',
    acyclic: true,
    phrase: { forward: 'is a kind of', backward: 'is broader than' },
  },
  PART_OF: {
    ...defaults,
    looseness: 0,
    from: ['TERM'],
    to: ['TERM'],
    description: 'From the part to the whole.',
    acyclic: true,
    phrase: { forward: 'is part of', backward: 'has the part' },
  },
  CONTRASTS_WITH: {
    ...defaults,
    looseness: 2,
    from: ['TERM'],
    to: ['TERM'],
    description: 'Two terms that are best understood by how they differ.',
    symmetric: true,
    phrase: { forward: 'contrasts with', backward: 'contrasts with' },
  },
  REQUIRES: {
    ...defaults,
    from: ['TERM'],
    to: ['TERM'],
    description: 'The other term should be understood first.',
    acyclic: true,
    phrase: { forward: 'requires', backward: 'is required by' },
  },
  EXEMPLIFIES: {
    ...defaults,
    from: ['MODEL'],
    to: ['TERM'],
    description: 'The model is an example of the term.',
    phrase: { forward: 'is an example of', backward: 'has the example' },
  },
  LICENSED_UNDER: {
    ...defaults,
    from: ['MODEL'],
    to: ['LICENSE'],
    description: 'An artifact of a model was released under a license, for a period.',
    attributes: ['artifact', 'expression', 'since', 'until'],
    singleValued: true,
    phrase: { forward: 'is licensed under', backward: 'is the license of' },
  },
  DERIVED_FROM: {
    ...defaults,
    looseness: 0,
    from: ['MODEL'],
    to: ['MODEL'],
    description: 'Made from another model, by a method.',
    attributes: ['method'],
    phrase: { forward: 'is derived from', backward: 'is the base of' },
  },
  DEVELOPED_BY: {
    ...defaults,
    from: ['MODEL'],
    to: ['ORGANIZATION'],
    description: 'Who developed the model.',
    phrase: { forward: 'is developed by', backward: 'developed' },
  },
  STEWARDED_BY: {
    ...defaults,
    from: ['LICENSE'],
    to: ['ORGANIZATION'],
    description: 'Who wrote or maintains the license.',
    phrase: { forward: 'is stewarded by', backward: 'stewards' },
  },
  CLASSIFIED_AS: {
    ...defaults,
    from: ['LICENSE'],
    to: ['TERM'],
    description: 'The class a license belongs to.',
    phrase: { forward: 'is classified as', backward: 'is the class of' },
  },
  SUPERSEDES: {
    ...defaults,
    looseness: 0,
    from: ['LICENSE'],
    to: ['LICENSE'],
    description: 'From the newer license to the one it replaces.',
    acyclic: true,
    phrase: { forward: 'supersedes', backward: 'is superseded by' },
  },
  HAS_TOOL: {
    ...defaults,
    from: ['TERM'],
    to: ['TOOL'],
    description: 'A tool for the subject of the term.',
    phrase: { forward: 'has the tool', backward: 'is a tool for' },
  },
} as const satisfies Record<string, RelationDeclaration>;

export type RelationType = keyof typeof relations;

export const relationTypes = Object.keys(relations) as readonly RelationType[];

/** One hop from an entity along relations of a type. */
export interface Hop {
  readonly type: RelationType;
  readonly direction: 'OUT' | 'IN';
}

/** The declaration of a relation type, without its literal types. */
export function relationOf(type: RelationType): RelationDeclaration {
  return relations[type];
}

/** Whether the hop starts only at entities of the kind. */
export function startsOnlyAt({ type, direction }: Hop, kind: EntityKind): boolean {
  const { from, to, symmetric } = relationOf(type);
  const kinds = direction === 'OUT' ? from : to;
  return !symmetric && kinds.length === 1 && kinds[0] === kind;
}

/** The types that may start at an entity of the kind. */
export function relationTypesFrom(kind: EntityKind): readonly RelationType[] {
  return relationTypes.filter((type) => relationOf(type).from.includes(kind));
}

/** A best relation, seen from one of its ends during a walk. */
export interface Link {
  readonly relationId: string;
  readonly type: RelationType;
  /** Whether the walk goes from the relation's `from` to its `to`. */
  readonly forward: boolean;
  readonly neighborId: string;
  readonly neighborSlug: string;
  /** The number of best relations of the neighbor. */
  readonly neighborDegree: number;
}

/** Which end of its relations an owner is; symmetric relations have no from and to. */
export type Side = 'OUT' | 'IN' | 'SYMMETRIC';

/** The best relations of a type on one side of an entity. */
export interface Fan {
  readonly type: RelationType;
  readonly side: Side;
}

/** The possible kinds of the neighbors in a fan. */
export function kindsAcross({ type, side }: Fan): readonly EntityKind[] {
  const { from, to } = relationOf(type);
  if (side === 'SYMMETRIC') return [...new Set([...from, ...to])];
  return side === 'IN' ? from : to;
}

/** Whether a fan may have neighbors of one of the kinds; null for any kind. */
export function mayLeadTo(fan: Fan, kinds: readonly EntityKind[] | null): boolean {
  return kinds === null || kindsAcross(fan).some((kind) => kinds.includes(kind));
}

/** Whether a fan has no neighbors of other kinds. */
export function leadsOnlyTo(fan: Fan, kinds: readonly EntityKind[] | null): boolean {
  return kinds === null || kindsAcross(fan).every((kind) => kinds.includes(kind));
}

/** A fan, and the number of its relations, with those that are not best. */
export interface CountedFan extends Fan {
  readonly total: number;
}

/** The entity in a fan, and the fan. */
export interface FanAt extends Fan {
  readonly id: string;
}

/** A neighbor that two fans share. Of several relations to it, each has the one with the least id. */
export interface SharedNeighbor {
  readonly id: string;
  readonly slug: string;
  readonly degree: number;
  /** The relation of the first fan, seen from its entity, then that of the other. */
  readonly relations: readonly [SharedRelation, SharedRelation];
}
type SharedRelation = Pick<Link, 'relationId' | 'forward'>;
