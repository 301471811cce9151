import { builder } from '../builder.ts';
import { entitySelection } from '../fields/entity-field.ts';
import { EntityRef, LicenseRef, ModelRef, TermRef } from '../refs.ts';
import { EntityRefInput, locate, locateReference } from './entity-ref.ts';

builder.queryField('entity', (t) =>
  t.field({
    type: EntityRef,
    nullable: true,
    description: 'The entity that `ref` identifies. Null if it was not found.',
    args: {
      ref: t.arg({ type: EntityRefInput, required: true, description: 'The entity to find.' }),
    },
    resolve: (_root, { ref }, context, info) =>
      locateReference('ref', ref, context, entitySelection(context, info)),
  }),
);

builder.queryField('term', (t) =>
  t.field({
    type: TermRef,
    nullable: true,
    description: 'The term with this slug. Null if it was not found.',
    args: { slug: t.arg.string({ required: true, description: 'Its slug, or a former one.' }) },
    resolve: (_root, { slug }, context, info) =>
      locate('TERM', 'slug', slug, context, entitySelection(context, info)),
  }),
);

builder.queryField('model', (t) =>
  t.field({
    type: ModelRef,
    nullable: true,
    description: 'The model with this slug. Null if it was not found.',
    args: { slug: t.arg.string({ required: true, description: 'Its slug, or a former one.' }) },
    resolve: (_root, { slug }, context, info) =>
      locate('MODEL', 'slug', slug, context, entitySelection(context, info)),
  }),
);

builder.queryField('license', (t) =>
  t.field({
    type: LicenseRef,
    nullable: true,
    description: 'The license with this slug. Null if it was not found.',
    args: {
      slug: t.arg.string({
        required: true,
        description: 'Its slug, a former one, or its SPDX id.',
      }),
    },
    resolve: (_root, { slug }, context, info) =>
      locate('LICENSE', 'slug', slug, context, entitySelection(context, info)),
  }),
);
