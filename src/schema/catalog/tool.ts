import { builder } from '../builder.ts';
import { TermRelationConnection } from '../fields/connections.ts';
import { edgesField } from '../fields/edges-field.ts';
import { pageArguments } from '../fields/paging.ts';
import { exposes } from '../fields/stored.ts';
import { NodeRef } from '../node.ts';
import { EntityRef, ToolRef } from '../refs.ts';

builder.objectType(ToolRef, {
  description: 'A program for the subject of a term.',
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
      description: 'Terms whose subject it is a tool for.',
      args: { ...pageArguments },
      ...edgesField('TERM', { types: ['HAS_TOOL'], direction: 'IN' }),
    }),
  }),
});
