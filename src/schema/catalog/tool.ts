import { kinds } from '../../ontology/kinds.ts';
import { builder } from '../builder.ts';
import { relationsField } from '../fields/edges-field.ts';
import { factFields } from '../fields/fact-fields.ts';
import { NodeRef } from '../node.ts';
import { EntityRef, ToolRef } from '../refs.ts';

builder.objectType(ToolRef, {
  description: kinds.TOOL.description,
  interfaces: [NodeRef, EntityRef],
  fields: (t) => ({
    ...factFields(t, 'TOOL'),
    terms: relationsField(t, 'TERM', 'Terms whose subject it is a tool for.', {
      types: ['HAS_TOOL'],
      direction: 'IN',
    }),
  }),
});
