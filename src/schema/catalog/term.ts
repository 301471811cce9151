import { kinds } from '../../ontology/kinds.ts';
import type { TermRecord } from '../../ontology/records.ts';
import { zFaq } from '../../ontology/records.ts';
import type { RelationType } from '../../ontology/relations.ts';
import { builder } from '../builder.ts';
import { TermKindRef } from '../enums.ts';
import { relationsField } from '../fields/edges-field.ts';
import { sourceField } from '../fields/entity-field.ts';
import { factFields } from '../fields/fact-fields.ts';
import { conditionOf } from '../fields/filter-conditions.ts';
import { listArguments } from '../fields/filter-input.ts';
import { recordFields } from '../fields/record-fields.ts';
import { exposes } from '../fields/stored.ts';
import { NodeRef } from '../node.ts';
import { EntityRef, TermRef } from '../refs.ts';
import { isStale, staleAfterMonths } from './stale.ts';

type Faq = TermRecord['faqs'][number];

const FaqRef = builder.objectRef<Faq>('Faq').implement({
  description: 'A question people ask, and its answer.',
  fields: (t) => ({
    ...recordFields(
      t,
      zFaq,
      {
        question: 'The question.',
        answer: 'The answer, in plain text.',
        asOf: 'The date that the answer is from.',
      },
      { asOf: 'PartialDate' },
    ),
    source: sourceField(t, 'The source of the answer.'),
    stale: t.boolean({
      nullable: true,
      description: `Whether the answer is more than ${staleAfterMonths} months old. Null: it has no date.`,
      resolve: (faq, _args, context) => isStale(faq.asOf, context.today),
    }),
  }),
});

builder.objectType(TermRef, {
  description: kinds.TERM.description,
  interfaces: [NodeRef, EntityRef],
  fields: (t) => {
    const terms = (type: RelationType, direction: 'OUT' | 'IN', description: string) =>
      relationsField(t, 'TERM', description, { types: [type], direction });
    const orderedTerms = (type: RelationType, direction: 'OUT' | 'IN', description: string) => {
      const { orderBy } = listArguments('TERM');
      const edges = { types: [type], direction, neighborKinds: ['TERM'] } as const;
      return relationsField(t, 'TERM', description, edges, { orderBy });
    };
    return {
      ...factFields(t, 'TERM'),
      termKind: t.field({
        type: TermKindRef,
        description: 'What kind of idea it is.',
        ...exposes('termKind'),
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
      examples: relationsField(
        t,
        'MODEL',
        'Models that are examples of it.',
        ({ filter }) => ({
          types: ['EXEMPLIFIES'],
          direction: 'IN',
          where: conditionOf('MODEL', filter),
        }),
        listArguments('MODEL'),
      ),
      licenses: relationsField(t, 'LICENSE', 'Licenses of this class.', {
        types: ['CLASSIFIED_AS'],
        direction: 'IN',
      }),
      tools: relationsField(t, 'TOOL', 'Tools for its subject.', {
        types: ['HAS_TOOL'],
        direction: 'OUT',
      }),
    };
  },
});
