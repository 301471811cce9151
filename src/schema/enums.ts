import type { EnumRef } from '@pothos/core';
import { type Enumeration, enumeration } from '../ontology/enumeration.ts';
import { claimProperties, describeClaimProperty } from '../ontology/properties.ts';
import { type RelationType, relations, relationTypes } from '../ontology/relations.ts';
import {
  ArtifactEnum,
  EntityKindEnum,
  EntityStatusEnum,
  EvidenceEnum,
  TermKindEnum,
} from '../ontology/vocabulary.ts';
import { builder, type SchemaTypes } from './builder.ts';

type Ref<Value extends string> = EnumRef<SchemaTypes, Value, Value>;

const refs = new Map<string, Ref<string>>();

/** The GraphQL enum of a declaration, with its names and descriptions. Each name has one enum. */
export function enumRef<Value extends string>(declared: Enumeration<Value>): Ref<Value> {
  const known = refs.get(declared.name) as Ref<Value> | undefined;
  if (known !== undefined) return known;
  const values = Object.fromEntries(
    Object.entries<string>(declared.values).map(([name, description]) => [name, { description }]),
  ) as { [K in Value]: { description: string } };
  const { name, description } = declared;
  const made = builder.enumType(name, { description, values }) as Ref<Value>;
  refs.set(name, made as Ref<string>);
  return made;
}

function describedBy<Name extends string>(
  names: readonly Name[],
  describe: (name: Name) => string,
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, describe(name)])) as Record<Name, string>;
}

export const EntityKindRef = enumRef(EntityKindEnum);
export const TermKindRef = enumRef(TermKindEnum);
export const EvidenceRef = enumRef(EvidenceEnum);
export const ArtifactRef = enumRef(ArtifactEnum);
export const EntityStatusRef = enumRef(EntityStatusEnum);

export const RelationTypeRef = enumRef(
  enumeration(
    'RelationType',
    'How two entities are linked.',
    describedBy<RelationType>(relationTypes, (type) => relations[type].description),
  ),
);

export const ClaimPropertyRef = enumRef(
  enumeration(
    'ClaimProperty',
    'The property that a claim states: a fact, or a relation under the name of its type.',
    describedBy(claimProperties, describeClaimProperty),
  ),
);

export const RankFilterRef = enumRef(
  enumeration('RankFilter', 'Which ranks of statements to return.', {
    BEST: 'Only the best rank there is for a subject, property, artifact and period.',
    CURRENT: 'All but DEPRECATED.',
    ALL: 'All ranks.',
  }),
);

export const RelationDirectionRef = enumRef(
  enumeration('RelationDirection', 'The direction of relations, seen from an entity.', {
    OUT: 'Relations that start at it; symmetric ones count.',
    IN: 'Relations that end in it; symmetric ones count.',
    BOTH: 'All its relations.',
  }),
);

export const OrderDirectionRef = enumRef(
  enumeration('OrderDirection', 'The direction of an order.', {
    ASC: 'Smallest, earliest, or A first.',
    DESC: 'Largest, latest, or Z first.',
  }),
);
