import type { FieldMap } from '@pothos/core';
import type { Enumeration } from '../../ontology/enumeration.ts';
import { plainFactsOf } from '../../ontology/properties.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { EntityPart } from '../../store/reads.ts';
import type { SchemaTypes } from '../builder.ts';
import { enumRef } from '../enums.ts';
import { exposes } from './stored.ts';

const scalars = {
  text: 'String',
  date: 'PartialDate',
  count: 'SafeInt',
  flag: 'Boolean',
  address: 'URL',
} as const;

type Declared = ReturnType<typeof plainFactsOf>[number];

function graphqlType({ type }: Declared) {
  if (typeof type === 'string') return scalars[type];
  return 'name' in type ? enumRef(type) : ([enumRef(type[0] as Enumeration<string>)] as const);
}

/** A field for each plain fact of a kind, as declared in the ontology. */
export function factFields(
  t: PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, EntityPart>,
  kind: EntityKind,
): FieldMap {
  const fields = plainFactsOf(kind).flatMap((declared) => {
    const { key, description, unexposed } = declared;
    if (unexposed === true) return [];
    const field = t.field({
      type: graphqlType(declared) as 'String',
      nullable: true,
      description,
      ...(exposes(key as Parameters<typeof exposes>[0]) as ReturnType<typeof exposes<'summary'>>),
    });
    return [[key, field] as const];
  });
  return Object.fromEntries(fields);
}
