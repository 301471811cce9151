import { builder } from '../builder.ts';
import { LicenseRelationConnection, ModelRelationConnection } from '../fields/connections.ts';
import { edgesField, filteredEdgesField } from '../fields/edges-field.ts';
import { ModelOrderInput } from '../fields/orders.ts';
import { pageArguments } from '../fields/paging.ts';
import { exposes } from '../fields/stored.ts';
import { NodeRef } from '../node.ts';
import { EntityRef, OrganizationRef } from '../refs.ts';
import { type ModelFilterArgument, ModelFilterInput, modelCondition } from './model-filter.ts';

builder.objectType(OrganizationRef, {
  description: 'An organization that develops models or maintains licenses.',
  interfaces: [NodeRef, EntityRef],
  fields: (t) => ({
    website: t.field({
      type: 'URL',
      nullable: true,
      description: 'Its home page.',
      ...exposes('website'),
    }),
    models: t.field({
      type: ModelRelationConnection,
      nullable: true,
      description: 'Models it developed.',
      args: {
        ...pageArguments,
        filter: t.arg({
          type: ModelFilterInput,
          description: 'Only models that meet all conditions.',
        }),
        orderBy: t.arg({ type: ModelOrderInput, description: 'The order. Default: by name.' }),
      },
      ...filteredEdgesField('MODEL', (args: ModelFilterArgument) => ({
        types: ['DEVELOPED_BY'],
        direction: 'IN',
        where: modelCondition(args.filter),
      })),
    }),
    licenses: t.field({
      type: LicenseRelationConnection,
      nullable: true,
      description: 'Licenses it wrote or maintains.',
      args: { ...pageArguments },
      ...edgesField('LICENSE', { types: ['STEWARDED_BY'], direction: 'IN' }),
    }),
  }),
});
