import type { EnumRef, ObjectRef } from '@pothos/core';
import { type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { MaybePromise } from '../../base/maybe-promise.ts';
import type { Architecture, Artifact, Availability, Modality } from '../../ontology/vocabulary.ts';
import type { Hop } from '../../store/list-condition.ts';
import type { EntityPart, FacetBy, FacetRow } from '../../store/reads.ts';
import { boundedInt } from '../bad-input.ts';
import { builder, type SchemaTypes } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { ArchitectureRef, AvailabilityRef, ModalityRef } from '../enums.ts';
import { ModelConnection } from '../fields/connections.ts';
import { type CoercedArguments, planned } from '../fields/field-plan.ts';
import { facetAhead } from '../fields/look-ahead.ts';
import { LicenseRef, OrganizationRef, TermRef } from '../refs.ts';
import {
  developerHops,
  licenseClassHops,
  licenseHops,
  type ModelFilter,
  modelCondition,
} from './model-filter.ts';

const maxValues = 100;

interface ModelFacets {
  readonly filter: ModelFilter | null | undefined;
}

/** Extensions and resolver of a field that counts the models by what its own filter looks at. */
function facetField(own: keyof ModelFilter, by: FacetBy) {
  const facet = (args: CoercedArguments, filter: unknown) => ({
    kind: 'MODEL' as const,
    // As if its own filter were not there: what else could be chosen stays in sight.
    where: modelCondition({ ...(filter as ModelFilter | null | undefined), [own]: null }),
    by,
    limit: boundedInt('limit', Number(args.limit ?? maxValues), 1, maxValues),
  });
  return {
    extensions: planned({ facet }),
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

const linked = (own: keyof ModelFilter, hops: readonly Hop[]) =>
  facetField(own, { op: 'linked', hops });
const listed = (own: keyof ModelFilter, property: string) =>
  facetField(own, { op: 'property', property, prefix: '' });
const available = (own: keyof ModelFilter, artifact: Artifact) =>
  facetField(own, { op: 'property', property: 'availabilityKeys', prefix: `${artifact}=` });

const count = 'How many models the list would have if the filter held only this value.';

/** A facet whose values are those of an enumeration. */
function enumFacet<Value extends string>(
  name: string,
  what: string,
  type: EnumRef<SchemaTypes, Value, Value>,
) {
  return builder.objectRef<FacetRow>(name).implement({
    description: `${what}, and how many models have it.`,
    fields: (t) => ({
      value: t.field({
        type,
        description: 'The value, as the filter takes it.',
        resolve: ({ value }) => value as never,
      }),
      count: t.exposeInt('count', { description: count }),
    }),
  });
}

/** A facet whose values are the slugs of entities. */
function entityFacet(name: string, what: string, type: ObjectRef<SchemaTypes, EntityPart>) {
  return builder.objectRef<FacetRow>(name).implement({
    description: `${what}, and how many models are linked to it.`,
    fields: (t) => ({
      value: t.exposeString('value', { description: 'Its slug, as the filter takes it.' }),
      count: t.exposeInt('count', { description: count }),
      entity: t.field({
        type,
        nullable: true,
        description: 'The entity itself.',
        resolve: ({ entity }) => entity?.entity ?? null,
      }),
    }),
  });
}

const OrganizationFacet = entityFacet('OrganizationFacet', 'An organization', OrganizationRef);
const LicenseFacet = entityFacet('LicenseFacet', 'A license', LicenseRef);
const TermFacet = entityFacet('TermFacet', 'A term', TermRef);
const AvailabilityFacet = enumFacet<Availability>(
  'AvailabilityFacet',
  'An availability of an artifact',
  AvailabilityRef,
);
const ArchitectureFacet = enumFacet<Architecture>(
  'ArchitectureFacet',
  'An architecture',
  ArchitectureRef,
);
const ModalityFacet = enumFacet<Modality>(
  'ModalityFacet',
  'A kind of input or output',
  ModalityRef,
);
const TextFacet = builder.objectRef<FacetRow>('TextFacet').implement({
  description: 'A text, and how many models have it.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The text, as the filter takes it.' }),
    count: t.exposeInt('count', { description: count }),
  }),
});

const limitArgument = builder.args((t) => ({
  limit: t.int({
    required: true,
    defaultValue: 20,
    description: `Maximum number of values: 1 to ${maxValues}.`,
  }),
}));

const ModelFacetsRef = builder.objectRef<ModelFacets>('ModelFacets').implement({
  description:
    'The values that a filter of models can choose from, each with the number of models that would be left. Each facet is counted over the whole list with all filters except its own. Values with the most models come first, then by value. Unknown values are not counted.',
  fields: (t) => {
    const availability = (what: string, own: keyof ModelFilter, artifact: Artifact) =>
      t.field({
        type: [AvailabilityFacet],
        nullable: true,
        description: `By the availability of ${what}.`,
        ...available(own, artifact),
      });
    return {
      developers: t.field({
        type: [OrganizationFacet],
        nullable: true,
        description: 'By developer.',
        args: { ...limitArgument },
        ...linked('developers', developerHops),
      }),
      licenses: t.field({
        type: [LicenseFacet],
        nullable: true,
        description: 'By the licenses of their artifacts.',
        args: { ...limitArgument },
        ...linked('licenses', licenseHops),
      }),
      licenseClasses: t.field({
        type: [TermFacet],
        nullable: true,
        description: 'By the classes of the licenses of their artifacts.',
        args: { ...limitArgument },
        ...linked('licenseClasses', licenseClassHops),
      }),
      families: t.field({
        type: [TextFacet],
        nullable: true,
        description: 'By family.',
        args: { ...limitArgument },
        ...listed('families', 'familyName'),
      }),
      architectures: t.field({
        type: [ArchitectureFacet],
        nullable: true,
        description: 'By architecture.',
        ...listed('architectures', 'architecture'),
      }),
      weights: availability('the weights', 'weights', 'WEIGHTS'),
      inferenceCode: availability('the inference code', 'inferenceCode', 'INFERENCE_CODE'),
      trainingCode: availability('the training code', 'trainingCode', 'TRAINING_CODE'),
      trainingData: availability('the training data', 'trainingData', 'TRAINING_DATA'),
      inputModalities: t.field({
        type: [ModalityFacet],
        nullable: true,
        description: 'By kind of input.',
        ...listed('inputModalities', 'inputModalities'),
      }),
      outputModalities: t.field({
        type: [ModalityFacet],
        nullable: true,
        description: 'By kind of output.',
        ...listed('outputModalities', 'outputModalities'),
      }),
    };
  },
});

builder.objectField(ModelConnection, 'facets', (t) =>
  t.field({
    type: ModelFacetsRef,
    description:
      'The values that a filter can choose next, with counts. Counted only when selected.',
    // `models` alone gives this connection.
    resolve: ({ filter }) => ({ filter: filter as ModelFilter | null | undefined }),
  }),
);
