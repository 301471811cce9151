import { zSourceRecord } from '../../ontology/records.ts';
import { builder } from '../builder.ts';
import { claimsField } from '../fields/claims-field.ts';
import { recordFields } from '../fields/record-fields.ts';
import { NodeRef } from '../node.ts';
import { SourceRef } from '../refs.ts';

builder.objectType(SourceRef, {
  description: 'A citable document.',
  interfaces: [NodeRef],
  fields: (t) => ({
    ...recordFields(
      t,
      zSourceRecord,
      {
        title: 'Its title.',
        url: 'Where it can be read.',
        publisher: 'Who published it.',
        publishedOn: 'When it was published, or the date of the version that was read.',
        retrievedOn: 'When it was read.',
      },
      { url: 'URL', publishedOn: 'PartialDate', retrievedOn: 'Date' },
    ),
    statements: claimsField(t, 'source', 'The claims that it states, about any entity.'),
  }),
});
