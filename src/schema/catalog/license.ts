import type { Artifact, DocumentKind, IdentifierScheme } from '../../ontology/vocabulary.ts';
import { builder } from '../builder.ts';
import { ArtifactRef, DocumentKindRef, IdentifierSchemeRef } from '../enums.ts';
import {
  LicenseRelationConnection,
  ModelRelationConnection,
  OrganizationRelationConnection,
} from '../fields/connections.ts';
import { edgesField, filteredEdgesField } from '../fields/edges-field.ts';
import { neighborField } from '../fields/neighbor-field.ts';
import { ModelOrderInput } from '../fields/orders.ts';
import { pageArguments } from '../fields/paging.ts';
import { exposes } from '../fields/stored.ts';
import { NodeRef } from '../node.ts';
import { EntityRef, LicenseRef, TermRef } from '../refs.ts';
import { type ModelFilterArgument, ModelFilterInput, modelCondition } from './model-filter.ts';

interface Identifier {
  readonly scheme: IdentifierScheme;
  readonly value: string;
}

interface LicenseDocument {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly url: string | null;
  readonly publishedOn: string | null;
}

interface ModelsArguments extends ModelFilterArgument {
  readonly artifact?: Artifact | null | undefined;
}

const IdentifierRef = builder.objectRef<Identifier>('Identifier').implement({
  description: 'A name of a license in a vocabulary.',
  fields: (t) => ({
    scheme: t.expose('scheme', { type: IdentifierSchemeRef, description: 'The vocabulary.' }),
    value: t.exposeString('value', { description: 'The name in it.' }),
  }),
});

/** A text of a license; clauses say in which of them they stand. */
export const LicenseDocumentRef = builder.objectRef<LicenseDocument>('LicenseDocument').implement({
  description: 'A text that a license consists of.',
  fields: (t) => ({
    kind: t.expose('kind', { type: DocumentKindRef, description: 'The kind of document.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    url: t.expose('url', { type: 'URL', nullable: true, description: 'Where it can be read.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'PartialDate',
      nullable: true,
      description: 'The date of this version.',
    }),
  }),
});

builder.objectType(LicenseRef, {
  description: 'A license or agreement under which artifacts are released.',
  interfaces: [NodeRef, EntityRef],
  fields: (t) => ({
    spdxId: t.string({
      nullable: true,
      description: 'Its identifier, where it is on the SPDX License List.',
      ...exposes('spdxId'),
    }),
    identifiers: t.field({
      type: [IdentifierRef],
      nullable: true,
      description: 'Its names in other vocabularies.',
      ...exposes('identifiers'),
    }),
    version: t.string({
      nullable: true,
      description: 'Its version.',
      ...exposes('version'),
    }),
    osiApproved: t.boolean({
      nullable: true,
      description: 'Whether the Open Source Initiative approved it; null: not known.',
      ...exposes('osiApproved'),
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
    stewards: t.field({
      type: OrganizationRelationConnection,
      nullable: true,
      description: 'Who wrote or maintains it.',
      args: { ...pageArguments },
      ...edgesField('ORGANIZATION', { types: ['STEWARDED_BY'], direction: 'OUT' }),
    }),
    supersedes: t.field({
      type: LicenseRelationConnection,
      nullable: true,
      description: 'Licenses that it replaces.',
      args: { ...pageArguments },
      ...edgesField('LICENSE', { types: ['SUPERSEDES'], direction: 'OUT' }),
    }),
    supersededBy: t.field({
      type: LicenseRelationConnection,
      nullable: true,
      description: 'Licenses that replace it.',
      args: { ...pageArguments },
      ...edgesField('LICENSE', { types: ['SUPERSEDES'], direction: 'IN' }),
    }),
    models: t.field({
      type: ModelRelationConnection,
      nullable: true,
      description: 'Models that have, or once had, an artifact under it.',
      args: {
        ...pageArguments,
        artifact: t.arg({
          type: ArtifactRef,
          description: 'Only models whose license covers this artifact.',
        }),
        filter: t.arg({
          type: ModelFilterInput,
          description: 'Only models that meet all conditions.',
        }),
        orderBy: t.arg({ type: ModelOrderInput, description: 'The order. Default: by name.' }),
      },
      ...filteredEdgesField('MODEL', (args: ModelsArguments) => ({
        types: ['LICENSED_UNDER'],
        direction: 'IN',
        artifact: args.artifact ?? null,
        where: modelCondition(args.filter),
      })),
    }),
  }),
});
