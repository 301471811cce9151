import type { InputShapeFromFields } from '@pothos/core';
import { type FilterDeclaration, type FilteredKind, filtersOf } from '../../ontology/filters.ts';
import { kinds } from '../../ontology/kinds.ts';
import { builder, type SchemaTypes } from '../builder.ts';
import { enumRef } from '../enums.ts';
import { isNaming } from './filter-names.ts';
import { orderInputs } from './orders.ts';

const SafeIntRangeInput = builder.inputType('SafeIntRange', {
  description:
    'A range of whole numbers that are not negative, both ends inclusive. An end that is not given has no bound.',
  fields: (t) => ({
    min: t.field({ type: 'SafeInt', description: 'The smallest.' }),
    max: t.field({ type: 'SafeInt', description: 'The largest.' }),
  }),
});

const DateRangeInput = builder.inputType('DateRange', {
  description:
    'A range of days, both ends inclusive. An imprecise date counts as its first possible day.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day.' }),
    to: t.field({ type: 'Date', description: 'The last day.' }),
  }),
});

type InputFields = PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'InputObject'>;

function filterField(t: InputFields, filter: FilterDeclaration) {
  const { description } = filter;
  switch (filter.by) {
    case 'text':
      return t.string({ description });
    case 'flag':
      return t.boolean({ description });
    case 'link':
      return t.stringList({ description });
    case 'value':
      return filter.of === null
        ? t.stringList({ description })
        : t.field({ type: [enumRef(filter.of)], description });
    case 'count':
      return t.field({ type: SafeIntRangeInput, description });
    case 'day':
      return t.field({ type: DateRangeInput, description });
  }
}

function filterInput(kind: FilteredKind) {
  const { typeName, folder } = kinds[kind];
  const declared = Object.entries(filtersOf(kind));
  const names = declared.some(([, filter]) => isNaming(filter))
    ? ' A name that was not found gives the error NOT_FOUND, with suggestions.'
    : '';
  return builder.inputType(`${typeName}Filter`, {
    description: `Conditions on ${folder}. All conditions that are given must hold. An empty list is an error: leave it out instead.${names}`,
    fields: (t) =>
      Object.fromEntries(declared.map(([name, filter]) => [name, filterField(t, filter)])),
  });
}

const filterInputs = {
  TERM: filterInput('TERM'),
  MODEL: filterInput('MODEL'),
  LICENSE: filterInput('LICENSE'),
} as const satisfies Record<FilteredKind, unknown>;

/** The arguments that filter and order a list of a kind. */
export function listArguments(kind: FilteredKind) {
  return builder.args((t) => ({
    filter: t.field({
      type: filterInputs[kind],
      description: `Only ${kinds[kind].folder} that meet all conditions.`,
    }),
    orderBy: t.field({ type: orderInputs[kind], description: 'The order. Default: by name.' }),
  }));
}

export type ListArguments = InputShapeFromFields<ReturnType<typeof listArguments>>;
