import { kinds } from '../../ontology/kinds.ts';
import type { LicenseRecord } from '../../ontology/records.ts';
import { zDocument, zIdentifier } from '../../ontology/records.ts';
import { builder } from '../builder.ts';
import { ArtifactRef } from '../enums.ts';
import { relationsField } from '../fields/edges-field.ts';
import { factFields } from '../fields/fact-fields.ts';
import { conditionOf } from '../fields/filter-conditions.ts';
import { listArguments } from '../fields/filter-input.ts';
import { neighborField } from '../fields/neighbor-field.ts';
import { recordFields } from '../fields/record-fields.ts';
import { exposes } from '../fields/stored.ts';
import { NodeRef } from '../node.ts';
import { EntityRef, LicenseRef, TermRef } from '../refs.ts';

type Identifier = LicenseRecord['identifiers'][number];
type LicenseDocument = LicenseRecord['documents'][number];

const IdentifierRef = builder.objectRef<Identifier>('Identifier').implement({
  description: 'A name of a license in a vocabulary.',
  fields: (t) =>
    recordFields(t, zIdentifier, {
      scheme: 'The vocabulary.',
      value: 'The name in it.',
    }),
});

/** A text of a license. Clauses name the text that they come from. */
export const LicenseDocumentRef = builder.objectRef<LicenseDocument>('LicenseDocument').implement({
  description: 'A text that a license consists of.',
  fields: (t) =>
    recordFields(
      t,
      zDocument,
      {
        kind: 'The kind of document.',
        title: 'Its title.',
        url: 'Where it can be read.',
        publishedOn: 'The date of this version.',
      },
      { url: 'URL', publishedOn: 'PartialDate' },
    ),
});

const artifactArgument = builder.args((t) => ({
  artifact: t.field({
    type: ArtifactRef,
    description: 'Only models whose license covers this artifact.',
  }),
}));

builder.objectType(LicenseRef, {
  description: kinds.LICENSE.description,
  interfaces: [NodeRef, EntityRef],
  fields: (t) => ({
    ...factFields(t, 'LICENSE'),
    identifiers: t.field({
      type: [IdentifierRef],
      nullable: true,
      description: 'Its names in other vocabularies.',
      ...exposes('identifiers'),
    }),
    licenseClass: t.field({
      type: TermRef,
      nullable: true,
      description: 'Its class: permissive, community, responsible-AI, research, non-commercial …',
      ...neighborField('CLASSIFIED_AS'),
    }),
    documents: t.field({
      type: [LicenseDocumentRef],
      nullable: true,
      description: 'The documents that it consists of.',
      ...exposes('documents'),
    }),
    clausesComplete: t.boolean({
      description:
        'Whether its whole text was read into clauses. If not, a missing clause proves nothing.',
      ...exposes('clausesComplete'),
    }),
    stewards: relationsField(t, 'ORGANIZATION', 'Who wrote or maintains it.', {
      types: ['STEWARDED_BY'],
      direction: 'OUT',
    }),
    supersedes: relationsField(t, 'LICENSE', 'Licenses that it replaces.', {
      types: ['SUPERSEDES'],
      direction: 'OUT',
    }),
    supersededBy: relationsField(t, 'LICENSE', 'Licenses that replace it.', {
      types: ['SUPERSEDES'],
      direction: 'IN',
    }),
    models: relationsField(
      t,
      'MODEL',
      'Models that have, or once had, an artifact under it.',
      ({ artifact, filter }) => ({
        types: ['LICENSED_UNDER'],
        direction: 'IN',
        artifact: artifact ?? null,
        where: conditionOf('MODEL', filter),
      }),
      { ...artifactArgument, ...listArguments('MODEL') },
    ),
  }),
});
