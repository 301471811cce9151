import type { RelationType } from '../../ontology/relations.ts';
import { builder } from '../builder.ts';
import { TermKindRef } from '../enums.ts';
import {
  LicenseRelationConnection,
  ModelRelationConnection,
  TermRelationConnection,
  ToolRelationConnection,
} from '../fields/connections.ts';
import { edgesField, filteredEdgesField } from '../fields/edges-field.ts';
import { ModelOrderInput, TermOrderInput } from '../fields/orders.ts';
import { pageArguments } from '../fields/paging.ts';
import { exposes } from '../fields/stored.ts';
import { NodeRef } from '../node.ts';
import { EntityRef, SourceRef, TermRef } from '../refs.ts';
import { type ModelFilterArgument, ModelFilterInput, modelCondition } from './model-filter.ts';
import { isStale, staleAfterMonths } from './stale.ts';

interface Faq {
  readonly question: string;
  readonly answer: string;
  readonly asOf: string | null;
  readonly sourceId: string | null;
}

const FaqRef = builder.objectRef<Faq>('Faq').implement({
  description: 'A question people ask, and its answer.',
  fields: (t) => ({
    question: t.exposeString('question', { description: 'The question.' }),
    answer: t.exposeString('answer', { description: 'The answer, in plain text.' }),
    asOf: t.expose('asOf', {
      type: 'PartialDate',
      nullable: true,
      description: 'The date that the answer is from.',
    }),
    source: t.field({
      type: SourceRef,
      nullable: true,
      description: 'The source of the answer.',
      resolve: ({ sourceId }, _args, context) =>
        sourceId === null ? null : context.loaders.source(sourceId),
    }),
    stale: t.boolean({
      nullable: true,
      description: `Whether the answer is more than ${staleAfterMonths} months old. Null: it has no date.`,
      resolve: (faq, _args, context) => isStale(faq.asOf, context.today),
    }),
  }),
});

builder.objectType(TermRef, {
  description: 'An idea of the field, with its definition and its relations to others.',
  interfaces: [NodeRef, EntityRef],
  fields: (t) => {
    const terms = (type: RelationType, direction: 'OUT' | 'IN', description: string) =>
      t.field({
        type: TermRelationConnection,
        nullable: true,
        description,
        args: { ...pageArguments },
        ...edgesField('TERM', { types: [type], direction }),
      });
    const orderedTerms = (type: RelationType, direction: 'OUT' | 'IN', description: string) =>
      t.field({
        type: TermRelationConnection,
        nullable: true,
        description,
        args: {
          ...pageArguments,
          orderBy: t.arg({ type: TermOrderInput, description: 'The order. Default: by name.' }),
        },
        ...edgesField('TERM', { types: [type], direction, neighborKinds: ['TERM'] }),
      });
    return {
      termKind: t.field({
        type: TermKindRef,
        description: 'What kind of idea it is.',
        ...exposes('termKind'),
      }),
      definition: t.string({
        nullable: true,
        description: 'What it means, in plain text.',
        ...exposes('definition'),
      }),
      explanation: t.string({
        nullable: true,
        description: 'What the definition means in practice ("What it means").',
        ...exposes('explanation'),
      }),
      whyItMatters: t.string({
        nullable: true,
        description: 'Why it matters.',
        ...exposes('whyItMatters'),
      }),
      faqs: t.field({
        type: [FaqRef],
        nullable: true,
        description: 'Questions people ask about it.',
        ...exposes('faqs'),
      }),
      broader: orderedTerms('BROADER', 'OUT', 'Terms it is a kind of (skos:broader).'),
      narrower: orderedTerms('BROADER', 'IN', 'Terms that are a kind of it (skos:narrower).'),
      partOf: terms('PART_OF', 'OUT', 'Terms it is a part of.'),
      parts: terms('PART_OF', 'IN', 'Terms that are a part of it.'),
      contrastsWith: terms(
        'CONTRASTS_WITH',
        'OUT',
        'Terms that are best understood by how they differ from it.',
      ),
      requires: terms('REQUIRES', 'OUT', 'Terms to read first.'),
      requiredBy: terms('REQUIRES', 'IN', 'Terms to read after it.'),
      relatedTerms: orderedTerms('RELATED_TO', 'OUT', 'Associated terms (skos:related).'),
      examples: t.field({
        type: ModelRelationConnection,
        nullable: true,
        description: 'Models that are examples of it.',
        args: {
          ...pageArguments,
          filter: t.arg({
            type: ModelFilterInput,
            description: 'Only models that meet all conditions.',
          }),
          orderBy: t.arg({ type: ModelOrderInput, description: 'The order. Default: by name.' }),
        },
        ...filteredEdgesField('MODEL', (args: ModelFilterArgument) => ({
          types: ['EXEMPLIFIES'],
          direction: 'IN',
          where: modelCondition(args.filter),
        })),
      }),
      licenses: t.field({
        type: LicenseRelationConnection,
        nullable: true,
        description: 'Licenses of this class.',
        args: { ...pageArguments },
        ...edgesField('LICENSE', { types: ['CLASSIFIED_AS'], direction: 'IN' }),
      }),
      tools: t.field({
        type: ToolRelationConnection,
        nullable: true,
        description: 'Tools for its subject.',
        args: { ...pageArguments },
        ...edgesField('TOOL', { types: ['HAS_TOOL'], direction: 'OUT' }),
      }),
    };
  },
});
