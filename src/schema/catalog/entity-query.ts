import { kinds } from '../../ontology/kinds.ts';
import { builder } from '../builder.ts';
import { entitySelection } from '../fields/entity-field.ts';
import { EntityRef, entityRefs } from '../refs.ts';
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

function addQuery(kind: 'TERM' | 'MODEL' | 'LICENSE', description: string): void {
  const name = kinds[kind].typeName.toLowerCase();
  builder.queryField(name, (t) =>
    t.field({
      type: entityRefs[kind],
      nullable: true,
      description: `The ${name} with this slug. Null if it was not found.`,
      args: { slug: t.arg.string({ required: true, description }) },
      resolve: (_root, { slug }, context, info) =>
        locate(kind, 'slug', slug, context, entitySelection(context, info)),
    }),
  );
}

addQuery('TERM', 'Its slug, or a former one.');
addQuery('MODEL', 'Its slug, or a former one.');
addQuery('LICENSE', 'Its slug, a former one, or its SPDX id.');
