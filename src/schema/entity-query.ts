import type { GraphQLResolveInfo } from 'graphql';
import { fromGlobalId, kindOfId } from '../ontology/ids.ts';
import { slugMaxLength } from '../ontology/slug.ts';
import type { EntityKind } from '../ontology/vocabulary.ts';
import type { MaybePromise } from '../store/graph-store.ts';
import type { EntityPart } from '../store/reads.ts';
import { badInput, boundedText } from './bad-input.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { entityById, entitySelection } from './entity-field.ts';
import { EntityRef, LicenseRef, ModelRef, TermRef } from './refs.ts';

export const EntityRefInput = builder.inputType('EntityRefInput', {
  description: 'Names an entity: by its id, or by its slug within a kind.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'An id that this server gave.' }),
    term: t.string({ description: 'Slug of a term.' }),
    model: t.string({ description: 'Slug of a model.' }),
    license: t.string({ description: 'Slug or SPDX id of a license.' }),
    organization: t.string({ description: 'Slug of an organization.' }),
    tool: t.string({ description: 'Slug of a tool.' }),
  }),
});

const kindsByField = {
  term: 'TERM',
  model: 'MODEL',
  license: 'LICENSE',
  organization: 'ORGANIZATION',
  tool: 'TOOL',
} as const satisfies Record<string, EntityKind>;

function locate(
  kind: EntityKind,
  argument: string,
  slug: string,
  context: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<EntityPart | null> {
  const key = boundedText(argument, slug, slugMaxLength);
  return context.loaders.locate({ kind, key }, entitySelection(context, info));
}

builder.queryField('entity', (t) =>
  t.field({
    type: EntityRef,
    nullable: true,
    description: 'The entity named; null where there is none.',
    args: {
      ref: t.arg({ type: EntityRefInput, required: true, description: 'Which one.' }),
    },
    resolve: (_root, { ref }, context, info) => {
      if (ref.id != null) {
        const id = fromGlobalId(ref.id);
        if (id === null || kindOfId(id) === null) {
          throw badInput('ref.id', 'the id of an entity that this server gave');
        }
        return entityById(id, context, info);
      }
      for (const [field, kind] of Object.entries(kindsByField)) {
        const slug = ref[field as keyof typeof kindsByField];
        if (slug != null) return locate(kind, `ref.${field}`, slug, context, info);
      }
      throw badInput('ref', 'exactly one of id, term, model, license, organization and tool');
    },
  }),
);

builder.queryField('term', (t) =>
  t.field({
    type: TermRef,
    nullable: true,
    description: 'The term of a slug; null where there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Its slug, or a former one.' }) },
    resolve: (_root, { slug }, context, info) => locate('TERM', 'slug', slug, context, info),
  }),
);

builder.queryField('model', (t) =>
  t.field({
    type: ModelRef,
    nullable: true,
    description: 'The model of a slug; null where there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Its slug, or a former one.' }) },
    resolve: (_root, { slug }, context, info) => locate('MODEL', 'slug', slug, context, info),
  }),
);

builder.queryField('license', (t) =>
  t.field({
    type: LicenseRef,
    nullable: true,
    description: 'The license of a slug; null where there is none.',
    args: {
      slug: t.arg.string({
        required: true,
        description: 'Its slug, a former one, or its SPDX id.',
      }),
    },
    resolve: (_root, { slug }, context, info) => locate('LICENSE', 'slug', slug, context, info),
  }),
);
