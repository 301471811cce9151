import type { InputShapeFromFields } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { getNamedType } from 'graphql';
import { allThen, andThen } from '../../base/promises.ts';
import { lineageOf } from '../../loaders/lineage-loader.ts';
import type { PlannedSelection } from '../../loaders/plan.ts';
import { UseAnswerEnum, UseFactEnum } from '../../ontology/use-vocabulary.ts';
import { answerRank } from '../../reasoning/licensing/answer-order.ts';
import type { Binding } from '../../reasoning/licensing/binding.ts';
import { bindingAnswer } from '../../reasoning/licensing/binding-answer.ts';
import type { EntityPart, PageWindow } from '../../store/reads.ts';
import { badInput } from '../bad-input.ts';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { enumRef } from '../enums.ts';
import { connectionOf, connectionRef, edgeRef } from '../fields/connection.ts';
import { conditionOf } from '../fields/filter-conditions.ts';
import { listArguments } from '../fields/filter-input.ts';
import { withCurrentNames } from '../fields/filter-names.ts';
import { connectionAhead } from '../fields/look-ahead.ts';
import { cursorOrder, sortOrder } from '../fields/orders.ts';
import { pageArguments, pageWindow } from '../fields/paging.ts';
import { memoizedPlan } from '../fields/plan-memo.ts';
import { ModelRef } from '../refs.ts';
import { ClassAnswers, joined } from './class-answers.ts';
import { type Judged, judge, type Question } from './judge-models.ts';
import { type AnswerCount, JudgedList, type MissingFactCount } from './judged-list.ts';
import { readProfile, UseInputRef } from './use-input.ts';
import { UseVerdictRef } from './verdict.ts';

const edge = edgeRef<Judged, EntityPart>(
  'ModelUseEdge',
  ModelRef,
  ({ entity }) => entity,
  'models with their answers to a use',
).implement({
  fields: (t) => ({
    verdict: t.field({
      type: UseVerdictRef,
      description: 'The answer to the use, with its reasons.',
      resolve: ({ item: { entity, profile } }, _args, context) =>
        lineageOf(context).verdictOf(entity.id, profile),
    }),
  }),
});

const ModelUseConnection = connectionRef<Judged, EntityPart, JudgedList>(
  'ModelUseConnection',
  ModelRef,
  ({ entity }) => entity,
  edge,
  'models with their answers to a use',
);

/** The rows, with the selected parts of their models. */
async function withSelection(
  rows: readonly Judged[],
  select: PlannedSelection,
  { loaders }: GraphContext,
): Promise<readonly Judged[]> {
  if (select.properties.length + select.edges.length + select.counts.length === 0) return rows;
  const entities = await allThen(rows.map(({ entity }) => loaders.entity(entity.id, select)));
  return rows.map((row, index) => ({ ...row, entity: entities[index] ?? row.entity }));
}

/**
 * A page of the models with one of the answers. Classes narrow the list. A model is judged if its
 * class does not tell.
 */
async function page(
  question: Question,
  classes: ClassAnswers,
  answers: ReadonlySet<number>,
  window: PageWindow,
  select: PlannedSelection,
  context: GraphContext,
) {
  const narrowed = await classes.narrowing(answers);
  if (narrowed === undefined) return { rows: [], hasMore: false };
  const { where, isSure } = narrowed;
  const narrower = { ...question, where: joined(question.where, where) };
  const found: Judged[] = [];
  const met = (judged: Judged, binding: Binding | null) => {
    const isMeant = binding === null || answers.has(bindingAnswer(binding, question.profile));
    if (isMeant) found.push(judged);
    return found.length > window.limit;
  };
  await judge(narrower, window, window.limit + 1, context, met, isSure);
  const rows = await withSelection(found.slice(0, window.limit), select, context);
  return {
    rows: window.backward ? rows.toReversed() : rows,
    hasMore: found.length > window.limit,
  };
}

const usableArguments = builder.args((t) => ({
  use: t.field({ type: UseInputRef, required: true, description: 'The use.' }),
  answers: t.field({
    type: [enumRef(UseAnswerEnum)],
    required: true,
    defaultValue: ['ALLOWED', 'ALLOWED_WITH_DUTIES'],
    description: 'Only models for which the answer is one of these.',
  }),
  ...listArguments('MODEL'),
  ...pageArguments,
}));
type UsableArguments = InputShapeFromFields<typeof usableArguments>;

function plan(args: UsableArguments, context: GraphContext, info: GraphQLResolveInfo) {
  if (args.answers.length === 0) throw badInput('answers', 'at least one answer');
  const order = sortOrder('MODEL', args.orderBy);
  const cursors = cursorOrder(order, 'Model');
  const window = pageWindow(args, cursors);
  const rows = Math.max(1, window.limit);
  const wants = connectionAhead(
    getNamedType(info.returnType),
    info.fieldNodes,
    info,
    context,
    rows,
  );
  const question: Question = {
    profile: readProfile(args.use, context.today),
    where: conditionOf('MODEL', args.filter),
    order,
  };
  const answers: ReadonlySet<number> = new Set(args.answers.map(answerRank));
  return { window, cursors, wants, question, answers };
}

function usableModels(
  { window, cursors, wants, question, answers }: ReturnType<typeof plan>,
  context: GraphContext,
) {
  const classes = new ClassAnswers(question.profile, context);
  const whole = new JudgedList(question, classes, context);
  return connectionOf<Judged, JudgedList>({
    page: wants.page ? page(question, classes, answers, window, wants.select, context) : null,
    count: wants.count ? whole.count(answers) : null,
    window,
    cursors,
    place: ({ place }) => place,
    filter: whole,
  });
}

builder.queryField('modelsUsableFor', (t) =>
  t.field({
    type: ModelUseConnection,
    nullable: true,
    description:
      'The models for which the use is allowed, each with its verdict. `answers` can ask for models with other answers. A fact that is left out of `use` can remove models from the list: `answerCounts` and `missingFacts` say how many. Error WORK_LIMIT if too many models would have to be judged.',
    args: usableArguments,
    resolve: (_root, args, context, info) => {
      const planned = memoizedPlan(info, context, () => plan(args, context, info));
      return andThen(withCurrentNames('MODEL', args.filter, context), (filter) =>
        usableModels(
          filter === args.filter ? planned : plan({ ...args, filter }, context, info),
          context,
        ),
      );
    },
  }),
);

const UseAnswerCountRef = builder.objectRef<AnswerCount>('UseAnswerCount').implement({
  description: 'An answer, and how many models have it.',
  fields: (t) => ({
    answer: t.expose('answer', { type: enumRef(UseAnswerEnum), description: 'The answer.' }),
    count: t.exposeInt('count', { description: 'How many models have it.' }),
  }),
});

const MissingFactCountRef = builder.objectRef<MissingFactCount>('MissingFactCount').implement({
  description: 'A missing fact, and the number of models whose answer is UNKNOWN without it.',
  fields: (t) => ({
    fact: t.expose('fact', { type: enumRef(UseFactEnum), description: 'The fact.' }),
    count: t.exposeInt('count', {
      description:
        'The number of models for which it is missing. Other facts may be missing as well.',
    }),
  }),
});

builder.objectFields(ModelUseConnection, (t) => ({
  answerCounts: t.field({
    type: [UseAnswerCountRef],
    nullable: true,
    description:
      'The number of models with each answer, the most permissive first. All models that meet the filter count, whatever `answers` asks for. Counted only when selected.',
    resolve: ({ filter }) => filter.answerCounts(),
  }),
  missingFacts: t.field({
    type: [MissingFactCountRef],
    nullable: true,
    description:
      'The facts that are missing for the models whose answer is UNKNOWN, those missing for the most models first. All models that meet the filter count, whatever `answers` asks for. Add those that are about the use to `use`, and fewer answers are UNKNOWN. Found only when selected.',
    resolve: ({ filter }) => filter.missingFacts(),
  }),
}));
