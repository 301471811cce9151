import type { EnumRef, ObjectRef } from '@pothos/core';
import { type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { MaybePromise } from '../../base/maybe-promise.ts';
import type { Enumeration } from '../../ontology/enumeration.ts';
import { type FilterDeclaration, filtersOf } from '../../ontology/filters.ts';
import { kinds } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { FacetBy, FacetRow } from '../../store/reads.ts';
import { boundedInt } from '../bad-input.ts';
import { builder, type SchemaTypes } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { enumRef } from '../enums.ts';
import { listConnections } from '../fields/connections.ts';
import { type CoercedArguments, needing } from '../fields/field-needs.ts';
import { conditionOf, type FilterInput } from '../fields/filter-conditions.ts';
import { facetAhead } from '../fields/look-ahead.ts';
import { limitArgument } from '../fields/paging.ts';
import { entityRefs } from '../refs.ts';

const maxValues = 100;

interface ModelFacets {
  readonly filter: FilterInput | null;
}

/** What the facet of a filter counts by; null for a filter without a facet. */
function facetBy(filter: FilterDeclaration): FacetBy | null {
  if (filter.by === 'link') return { op: 'linked', hops: filter.hops };
  if (filter.by !== 'value') return null;
  return { op: 'property', property: filter.property, prefix: filter.prefix ?? '' };
}

/** The extensions and resolver of a field that counts models for each value of one filter. */
function facetField(own: string, by: FacetBy) {
  const facet = (args: CoercedArguments, filter: FilterInput | null) => ({
    kind: 'MODEL' as const,
    // The facet ignores its own filter, so that it shows what else could be chosen.
    where: conditionOf('MODEL', filter, own),
    by,
    limit: boundedInt('limit', Number(args.limit ?? maxValues), 1, maxValues),
  });
  return {
    extensions: needing({ facet }),
    resolve: (
      { filter }: ModelFacets,
      args: CoercedArguments,
      context: GraphContext,
      info: GraphQLResolveInfo,
    ): MaybePromise<readonly FacetRow[]> => {
      const type = getNamedType(info.returnType);
      const plan = facetAhead(facet(args, filter), type, info.fieldNodes, info, context);
      return context.loaders.facet(plan);
    },
  };
}

const count = 'How many models the list would have if the filter held only this value.';

/** A facet whose values are those of an enumeration. */
function enumFacet(declared: Enumeration<string>) {
  const type: EnumRef<SchemaTypes, string, string> = enumRef(declared);
  return builder.objectRef<FacetRow>(`${declared.name}Facet`).implement({
    description: `A value of ${declared.name}, and how many models have it.`,
    fields: (t) => ({
      value: t.expose('value', { type, description: 'The value, as the filter takes it.' }),
      count: t.exposeInt('count', { description: count }),
    }),
  });
}

/** A facet whose values are the slugs of entities. */
function entityFacet(kind: EntityKind) {
  const { typeName } = kinds[kind];
  const article = /^[AEIOU]/.test(typeName) ? 'An' : 'A';
  return builder.objectRef<FacetRow>(`${typeName}Facet`).implement({
    description: `${article} ${typeName.toLowerCase()}, and how many models are linked to it.`,
    fields: (t) => ({
      value: t.exposeString('value', { description: 'Its slug, as the filter takes it.' }),
      count: t.exposeInt('count', { description: count }),
      entity: t.field({
        type: entityRefs[kind],
        nullable: true,
        description: 'The entity itself.',
        resolve: ({ entity }) => entity?.entity ?? null,
      }),
    }),
  });
}

const TextFacet = builder.objectRef<FacetRow>('TextFacet').implement({
  description: 'A text, and how many models have it.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The text, as the filter takes it.' }),
    count: t.exposeInt('count', { description: count }),
  }),
});

type FacetRef = ObjectRef<SchemaTypes, FacetRow>;
const made = new Map<unknown, FacetRef>();

/** The type of a facet: one for each enumeration and kind. */
function facetType(filter: FilterDeclaration): FacetRef {
  const of = filter.by === 'link' ? filter.kind : filter.by === 'value' ? filter.of : null;
  if (of === null) return TextFacet;
  const known = made.get(of) ?? (typeof of === 'string' ? entityFacet(of) : enumFacet(of));
  made.set(of, known);
  return known;
}

const ModelFacetsRef = builder.objectRef<ModelFacets>('ModelFacets').implement({
  description:
    'The values that a filter of models can choose from, each with the number of models that would be left. Each facet is counted over the whole list with all filters except its own. Values with the most models come first, then by value. Unknown values are not counted. Error WORK_LIMIT if too many models would have to be looked at one by one.',
  fields: (t) => {
    const fields = Object.entries(filtersOf('MODEL')).flatMap(([name, filter]) => {
      const by = facetBy(filter);
      if (by === null || filter.facet === undefined) return [];
      // An enumeration has few values, so the facet gives all of them.
      const bounded = filter.by === 'link' || (filter.by === 'value' && filter.of === null);
      const field = t.field({
        type: [facetType(filter)],
        nullable: true,
        description: filter.facet,
        args: bounded ? limitArgument(20, 'values', maxValues) : {},
        ...facetField(name, by),
      });
      return [[name, field] as const];
    });
    return Object.fromEntries(fields);
  },
});

builder.objectField(listConnections.MODEL, 'facets', (t) =>
  t.field({
    type: ModelFacetsRef,
    description:
      'The values that a filter can choose next, with counts. Counted only when selected.',
    resolve: ({ filter }) => ({ filter }),
  }),
);
