import { andThen } from '../../base/promises.ts';
import { entityKinds, kinds } from '../../ontology/kinds.ts';
import type { TermRecord } from '../../ontology/records.ts';
import { zLabel } from '../../ontology/records.ts';
import { relationTypes } from '../../ontology/relations.ts';
import { builder } from '../builder.ts';
import { EntityKindRef, EntityStatusRef, RelationDirectionRef, RelationTypeRef } from '../enums.ts';
import { claimsField } from '../fields/claims-field.ts';
import { relationsField } from '../fields/edges-field.ts';
import { entityById } from '../fields/entity-field.ts';
import { needing } from '../fields/field-needs.ts';
import { inOrder } from '../fields/in-order.ts';
import { EntityOrderInput } from '../fields/orders.ts';
import { recordFields } from '../fields/record-fields.ts';
import { exposes, stored } from '../fields/stored.ts';
import { NodeRef } from '../node.ts';
import { EntityRef } from '../refs.ts';
import { entityUri } from '../uri.ts';
import { jsonLdField } from './json-ld-field.ts';

type Label = TermRecord['labels'][number];

const LabelRef = builder.objectRef<Label>('Label').implement({
  description: 'A name in a language.',
  fields: (t) =>
    recordFields(t, zLabel, {
      text: 'The name.',
      language: 'BCP 47 tag of its language.',
      kind: 'How it is used.',
    }),
});

const relatedArguments = builder.args((t) => ({
  kinds: t.field({
    type: [EntityKindRef],
    description: 'Only neighbors of these kinds. Default: all kinds.',
  }),
  orderBy: t.field({ type: EntityOrderInput, description: 'The order. Default: by name.' }),
}));

const relationsArguments = builder.args((t) => ({
  types: t.field({
    type: [RelationTypeRef],
    description: 'Only relations of these types. Default: all types.',
  }),
  direction: t.field({
    type: RelationDirectionRef,
    required: true,
    defaultValue: 'BOTH',
    description: 'Whether the relations start at the entity, end in it, or both.',
  }),
}));

builder.interfaceType(EntityRef, {
  description: 'A term, model, license, organization or tool of the graph.',
  interfaces: [NodeRef],
  resolveType: (entity) => kinds[entity.kind].typeName,
  fields: (t) => ({
    kind: t.field({
      type: EntityKindRef,
      description: 'Its kind.',
      resolve: (entity) => entity.kind,
    }),
    slug: t.string({
      description: 'Its name in addresses, unique within its kind. A former slug still finds it.',
      ...exposes('slug'),
    }),
    uri: t.field({
      type: 'URL',
      description: 'Its permanent address: JSON-LD @id, skos:Concept.',
      resolve: (entity, _args, context) => entityUri(entity, context),
    }),
    name: t.string({ description: 'Its preferred name, in English.', ...exposes('name') }),
    aliases: t.stringList({ description: 'Other names, in English.', ...exposes('aliases') }),
    labels: t.field({
      type: [LabelRef],
      nullable: true,
      description: 'Its names in all languages.',
      ...exposes('labels'),
    }),
    summary: t.string({
      nullable: true,
      description: 'One sentence of plain text, for a hover card.',
      ...exposes('summary'),
    }),
    status: t.field({
      type: EntityStatusRef,
      description: 'Whether it is in use.',
      ...exposes('status'),
    }),
    replacedBy: t.field({
      type: EntityRef,
      nullable: true,
      description: 'The entity to use instead, if it is deprecated.',
      extensions: needing({ reads: ['replacedById'] }),
      resolve: (entity, _args, context, info) =>
        andThen(stored(entity, 'replacedById', context), (id) => entityById(id, context, info)),
    }),
    exactMatch: t.field({
      type: ['URL'],
      nullable: true,
      description: 'The same thing in other vocabularies (skos:exactMatch).',
      ...exposes('exactMatch'),
    }),
    closeMatch: t.field({
      type: ['URL'],
      nullable: true,
      description: 'Nearly the same thing in other vocabularies (skos:closeMatch).',
      ...exposes('closeMatch'),
    }),
    factsAsOf: t.field({
      type: 'PartialDate',
      nullable: true,
      description:
        'The latest date of a statement about it that still counts. Null: none of them has a date.',
      ...exposes('factsAsOf'),
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description:
        'When the entity, one of its relations or one of its claims last changed, in UTC.',
      ...exposes('updatedAt'),
    }),
    revision: t.field({
      type: 'SafeInt',
      description:
        'The graph revision at which the entity, one of its relations or one of its claims last changed.',
      ...exposes('revision'),
    }),
    degree: t.int({
      nullable: true,
      description: 'Number of its relations of the best rank.',
      ...exposes('degree'),
    }),
    related: relationsField(
      t,
      'ANY',
      'Associated entities, whichever side stated it (skos:related).',
      (args) => ({
        types: ['RELATED_TO'],
        direction: 'BOTH',
        neighborKinds: inOrder('kinds', entityKinds, args.kinds),
      }),
      relatedArguments,
    ),
    relations: relationsField(
      t,
      'ANY',
      'The entities that its relations lead to, by name.',
      ({ types, direction }) => ({
        types: inOrder('types', relationTypes, types) ?? relationTypes,
        direction,
      }),
      relationsArguments,
    ),
    claims: claimsField(t, 'subject', 'The claims about it, by property, best rank first.'),
    jsonLd: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'The entity as JSON-LD in schema.org terms: DefinedTerm, SoftwareApplication, CreativeWork …',
      ...jsonLdField,
    }),
  }),
});
