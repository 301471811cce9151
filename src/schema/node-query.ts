import type { GraphQLResolveInfo } from 'graphql';
import type { MaybePromise } from '../base/maybe-promise.ts';
import { fromGlobalId, typeNameOfId } from '../ontology/ids.ts';
import { badInput } from './bad-input.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { entityById } from './fields/entity-field.ts';
import { countsItems } from './fields/field-needs.ts';
import { clauseById } from './licensing/clause-type.ts';
import { type Identified, NodeRef } from './node.ts';

const maxIds = 100;

function load(
  id: string,
  context: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<Identified | null> {
  switch (typeNameOfId(id)) {
    case 'Relation':
      return context.loaders.relation(id);
    case 'Claim':
      return context.loaders.claim(id);
    case 'Source':
      return context.loaders.source(id);
    case 'Clause':
      return clauseById(id, context);
    default:
      return entityById(id, context, info);
  }
}

function decode(argument: string, globalId: string): string {
  const id = fromGlobalId(globalId);
  if (id === null) throw badInput(argument, 'an id from an answer of this server');
  return id;
}

builder.queryField('node', (t) =>
  t.field({
    type: NodeRef,
    nullable: true,
    description: 'The object with this id. Null if it was not found.',
    args: { id: t.arg.id({ required: true, description: 'An id from an answer of this server.' }) },
    resolve: (_root, args, context, info) => load(decode('id', args.id), context, info),
  }),
);

builder.queryField('nodes', (t) =>
  t.field({
    type: [NodeRef],
    nullable: { list: true, items: true },
    description:
      'The objects with these ids, in the same order. Null for an id that was not found.',
    args: {
      ids: t.arg.idList({
        extensions: countsItems,
        required: true,
        description: `Ids from answers of this server; at most ${maxIds}.`,
      }),
    },
    resolve: (_root, args, context, info) => {
      if (args.ids.length > maxIds) {
        throw badInput('ids', `at most ${maxIds} ids`, args.ids.length);
      }
      const ids = args.ids.map((id, index) => decode(`ids[${index}]`, id));
      return ids.map((id) => load(id, context, info));
    },
  }),
);
