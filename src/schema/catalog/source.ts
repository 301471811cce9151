import { builder } from '../builder.ts';
import { claimsField } from '../fields/claims-field.ts';
import { NodeRef } from '../node.ts';
import { SourceRef } from '../refs.ts';

builder.objectType(SourceRef, {
  description: 'A citable document.',
  interfaces: [NodeRef],
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Its title.' }),
    url: t.expose('url', { type: 'URL', nullable: true, description: 'Where it can be read.' }),
    publisher: t.exposeString('publisher', { nullable: true, description: 'Who published it.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'PartialDate',
      nullable: true,
      description: 'When it was published, or the date of the version that was read.',
    }),
    retrievedOn: t.expose('retrievedOn', {
      type: 'Date',
      nullable: true,
      description: 'When it was read.',
    }),
    statements: claimsField(t, 'source', 'The claims that it states, about any entity.'),
  }),
});
