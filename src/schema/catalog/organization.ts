import { kinds } from '../../ontology/kinds.ts';
import { builder } from '../builder.ts';
import { relationsField } from '../fields/edges-field.ts';
import { factFields } from '../fields/fact-fields.ts';
import { conditionOf } from '../fields/filter-conditions.ts';
import { listArguments } from '../fields/filter-input.ts';
import { NodeRef } from '../node.ts';
import { EntityRef, OrganizationRef } from '../refs.ts';

builder.objectType(OrganizationRef, {
  description: kinds.ORGANIZATION.description,
  interfaces: [NodeRef, EntityRef],
  fields: (t) => ({
    ...factFields(t, 'ORGANIZATION'),
    models: relationsField(
      t,
      'MODEL',
      'Models it developed.',
      ({ filter }) => ({
        types: ['DEVELOPED_BY'],
        direction: 'IN',
        where: conditionOf('MODEL', filter),
      }),
      listArguments('MODEL'),
    ),
    licenses: relationsField(t, 'LICENSE', 'Licenses it wrote or maintains.', {
      types: ['STEWARDED_BY'],
      direction: 'IN',
    }),
  }),
});
