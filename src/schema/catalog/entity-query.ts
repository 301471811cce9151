import { builder } from '../builder.ts';
import { entitySelection } from '../fields/entity-field.ts';
import { EntityRef, LicenseRef, ModelRef, TermRef } from '../refs.ts';
import { EntityRefInput, locate, locateReference } from './entity-ref.ts';

builder.queryField('entity', (t) =>
  t.field({
    type: EntityRef,
    nullable: true,
    description: 'The entity named; null where there is none.',
    args: {
      ref: t.arg({ type: EntityRefInput, required: true, description: 'Which one.' }),
    },
    resolve: (_root, { ref }, context, info) =>
      locateReference('ref', ref, context, entitySelection(context, info)),
  }),
);

builder.queryField('term', (t) =>
  t.field({
    type: TermRef,
    nullable: true,
    description: 'The term of a slug; null where there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Its slug, or a former one.' }) },
    resolve: (_root, { slug }, context, info) =>
      locate('TERM', 'slug', slug, context, entitySelection(context, info)),
  }),
);

builder.queryField('model', (t) =>
  t.field({
    type: ModelRef,
    nullable: true,
    description: 'The model of a slug; null where there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Its slug, or a former one.' }) },
    resolve: (_root, { slug }, context, info) =>
      locate('MODEL', 'slug', slug, context, entitySelection(context, info)),
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
    resolve: (_root, { slug }, context, info) =>
      locate('LICENSE', 'slug', slug, context, entitySelection(context, info)),
  }),
);
