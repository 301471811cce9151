import { entityKinds } from '../../ontology/kinds.ts';
import { type RelationType, relationTypes } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { ReadResult } from '../../store/reads.ts';
import { builder } from '../builder.ts';
import { EntityKindRef, RelationTypeRef } from '../enums.ts';

const KindCountRef = builder.objectRef<{ kind: EntityKind; count: number }>('KindCount').implement({
  description: 'How many entities of a kind there are.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EntityKindRef, description: 'The kind.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

const TypeCountRef = builder
  .objectRef<{ type: RelationType; count: number }>('RelationTypeCount')
  .implement({
    description: 'How many relations of a type there are, of the best rank.',
    fields: (t) => ({
      type: t.expose('type', { type: RelationTypeRef, description: 'The type.' }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  });

const StoreInfoRef = builder.objectRef<{ name: string; version: string }>('StoreInfo').implement({
  description: 'The store that holds the graph.',
  fields: (t) => ({
    name: t.exposeString('name', { description: '"embedded" or "neo4j".' }),
    version: t.exposeString('version', { description: 'Version of the database.' }),
  }),
});

const GraphInfoRef = builder.objectRef<ReadResult<'graph'>>('GraphInfo').implement({
  description: 'The graph as a whole.',
  fields: (t) => ({
    revision: t.field({
      type: 'SafeInt',
      description: 'A number that grows by one with every change.',
      resolve: (graph) => graph.revision,
    }),
    changedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it last changed, in UTC; null: it is empty.',
      resolve: (graph) => graph.changedAt,
    }),
    entities: t.field({
      type: [KindCountRef],
      description: 'How many entities there are, by kind.',
      resolve: ({ entities }) => entityKinds.map((kind) => ({ kind, count: entities[kind] })),
    }),
    relations: t.field({
      type: [TypeCountRef],
      description: 'How many relations there are, by type.',
      resolve: ({ relations }) => relationTypes.map((type) => ({ type, count: relations[type] })),
    }),
    claims: t.exposeInt('claims', { description: 'How many claims there are.' }),
    sources: t.exposeInt('sources', { description: 'How many sources there are.' }),
    store: t.field({
      type: StoreInfoRef,
      description: 'The store that holds the graph.',
      resolve: (_graph, _args, context) => context.store,
    }),
  }),
});

builder.queryField('graph', (t) =>
  t.field({
    type: GraphInfoRef,
    nullable: true,
    description: 'Counts, revision and store of the graph.',
    resolve: (_root, _args, context) => context.loaders.graph(),
  }),
);
