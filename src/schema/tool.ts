import { builder } from './builder.ts';
import { TermRelationConnection } from './connections.ts';
import { edgesField } from './edges-field.ts';
import { NodeRef } from './node.ts';
import { pageArguments } from './paging.ts';
import { EntityRef, ToolRef } from './refs.ts';
import { exposes } from './stored.ts';

builder.objectType(ToolRef, {
  description: 'A program that goes with a term.',
  interfaces: [NodeRef, EntityRef],
  fields: (t) => ({
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Its home page.',
      ...exposes('url'),
    }),
    free: t.boolean({
      nullable: true,
      description: 'Whether it can be used without paying; null: not known.',
      ...exposes('free'),
    }),
    terms: t.field({
      type: TermRelationConnection,
      nullable: true,
      description: 'Terms it goes with.',
      args: { ...pageArguments },
      ...edgesField('TERM', { types: ['HAS_TOOL'], direction: 'IN' }),
    }),
  }),
});
