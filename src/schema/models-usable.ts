import type { GraphQLResolveInfo } from 'graphql';
import { getNamedType } from 'graphql';
import { listPlan, type PlannedSelection, planSelection } from '../loaders/plan.ts';
import type { UseAnswer } from '../ontology/use-vocabulary.ts';
import { answerRank } from '../reasoning/answer-order.ts';
import { bindingAnswer } from '../reasoning/binding-answer.ts';
import type { UseProfile } from '../reasoning/use-profile.ts';
import type { Condition } from '../store/condition.ts';
import type { EntityPart, Keyset, PageWindow } from '../store/reads.ts';
import { badInput, overBound } from './bad-input.ts';
import { builder } from './builder.ts';
import { connectionOf, connectionRef, edgeRef } from './connection.ts';
import type { GraphContext } from './context.ts';
import { lineageOf } from './lineage-loader.ts';
import { connectionAhead } from './look-ahead.ts';
import { type ModelFilterArgument, ModelFilterInput, modelCondition } from './model-filter.ts';
import { nextTurn } from './next-turn.ts';
import { cursorOrder, sortOrder } from './orders.ts';
import { pageArguments, pageWindow } from './paging.ts';
import { memoizedPlan } from './plan-memo.ts';
import { allThen } from './promises.ts';
import { ModelRef } from './refs.ts';
import { UseAnswerRef } from './use-enums.ts';
import { readProfile, type UseArgument, UseInputRef } from './use-input.ts';
import { UseVerdictRef } from './verdict.ts';

const firstChunk = 100;
const largestChunk = 800;
const maxJudged = 100_000;
const order = sortOrder('MODEL', null);
const cursors = cursorOrder(order, 'Model');
const nothing = planSelection([]);
const everything: PageWindow = {
  limit: 0,
  after: null,
  before: null,
  backward: false,
  peek: true,
};

interface Question {
  readonly profile: UseProfile;
  /** The answers wanted, as numbers. */
  readonly answers: ReadonlySet<number>;
  readonly where: Condition | null;
}

interface Judged {
  readonly place: Keyset;
  readonly entity: EntityPart;
  readonly profile: UseProfile;
}

const edge = edgeRef<Judged, EntityPart>(
  'ModelUseEdge',
  ModelRef,
  ({ entity }) => entity,
  'models that a use may take',
).implement({
  fields: (t) => ({
    verdict: t.field({
      type: UseVerdictRef,
      description: 'The answer to the use, with what it rests on.',
      resolve: ({ item: { entity, profile } }, _args, context) =>
        lineageOf(context).verdictOf(entity.id, profile),
    }),
  }),
});

const ModelUseConnection = connectionRef<Judged, EntityPart>(
  'ModelUseConnection',
  ModelRef,
  ({ entity }) => entity,
  edge,
  'models that a use may take',
);

/** The window that goes on where a chunk ended. */
function windowAfter(window: PageWindow, place: Keyset): PageWindow {
  return window.backward ? { ...window, before: place } : { ...window, after: place };
}

/**
 * Walks the models of a window in order, a chunk at a time, and judges each, until there are more
 * that have a wanted answer than `enough`, or no models left.
 */
async function judge(
  { profile, answers, where }: Question,
  start: PageWindow,
  enough: number,
  context: GraphContext,
): Promise<Judged[]> {
  const found: Judged[] = [];
  const lineage = lineageOf(context);
  const { artifact } = profile.use;
  let window: PageWindow = { ...start, limit: firstChunk };
  for (let judged = 0; ; window = { ...window, limit: Math.min(window.limit * 2, largestChunk) }) {
    const plan = listPlan({ kind: 'MODEL', where, order, window }, nothing);
    const { rows, hasMore } = await context.loaders.list(plan);
    judged += rows.length;
    if (judged > maxJudged) {
      throw overBound(
        'maxJudged',
        `To tell, more than ${maxJudged} models would have to be judged.`,
      );
    }
    const met = window.backward ? rows.toReversed() : rows;
    const bindings = await allThen(
      met.map(({ node }) => lineage.bindingOf(node.entity.id, artifact, profile.day)),
    );
    let place: Keyset | null = null;
    for (const [index, { sortValue, node }] of met.entries()) {
      const { entity } = node;
      place = { value: sortValue, id: entity.id };
      const binding = bindings[index];
      if (binding === undefined || !answers.has(bindingAnswer(binding.binding, profile))) continue;
      found.push({ place, entity, profile });
      if (found.length > enough) return found;
    }
    if (!hasMore || place === null) return found;
    window = windowAfter(window, place);
    // What is kept comes without waiting: nobody else would be answered until the last model.
    await nextTurn();
  }
}

/** The rows with what is wanted of their models. */
async function withSelection(
  rows: readonly Judged[],
  select: PlannedSelection,
  { loaders }: GraphContext,
): Promise<readonly Judged[]> {
  if (select.properties.length + select.edges.length + select.counts.length === 0) return rows;
  const entities = await allThen(rows.map(({ entity }) => loaders.entity(entity.id, select)));
  return rows.map((row, index) => ({ ...row, entity: entities[index] ?? row.entity }));
}

async function page(
  question: Question,
  window: PageWindow,
  select: PlannedSelection,
  context: GraphContext,
) {
  const found = await judge(question, window, window.limit, context);
  const rows = await withSelection(found.slice(0, window.limit), select, context);
  return {
    rows: window.backward ? rows.toReversed() : rows,
    hasMore: found.length > window.limit,
  };
}

async function count(question: Question, context: GraphContext): Promise<number> {
  return (await judge(question, everything, maxJudged, context)).length;
}

interface UsableArguments extends ModelFilterArgument {
  readonly use: UseArgument;
  readonly answers: readonly UseAnswer[];
}

function plan(args: UsableArguments, context: GraphContext, info: GraphQLResolveInfo) {
  if (args.answers.length === 0) throw badInput('answers', 'at least one answer');
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
    answers: new Set(args.answers.map(answerRank)),
    where: modelCondition(args.filter),
  };
  return { window, wants, question };
}

builder.queryField('modelsUsableFor', (t) =>
  t.field({
    type: ModelUseConnection,
    nullable: true,
    description:
      'The models that a use may take, by name, each with its verdict; with `answers`, those that it may not. Error WORK_LIMIT where too many models would have to be judged to tell.',
    args: {
      use: t.arg({ type: UseInputRef, required: true, description: 'The use.' }),
      answers: t.arg({
        type: [UseAnswerRef],
        required: true,
        defaultValue: ['ALLOWED', 'ALLOWED_WITH_DUTIES'],
        description: 'Only models for which the answer is one of these.',
      }),
      filter: t.arg({ type: ModelFilterInput, description: 'Only models that satisfy all.' }),
      ...pageArguments,
    },
    resolve: (_root, args, context, info) => {
      const { window, wants, question } = memoizedPlan(info, context, () =>
        plan(args, context, info),
      );
      return connectionOf<Judged>({
        page: wants.page ? page(question, window, wants.select, context) : null,
        count: wants.count ? count(question, context) : null,
        window,
        cursors,
        place: ({ place }) => place,
      });
    },
  }),
);
