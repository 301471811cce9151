import type { InputShapeFromFields } from '@pothos/core';
import type { MaybePromise } from '../../base/maybe-promise.ts';
import { cacheKeys } from '../../loaders/cache-keys.ts';
import { keyed, planSelection } from '../../loaders/plan.ts';
import { ofWalk } from '../../loaders/rests-on.ts';
import { relationTypes } from '../../ontology/relations.ts';
import { relationSentence } from '../../reasoning/walks/relation-sentence.ts';
import type { Step } from '../../reasoning/walks/route-choice.ts';
import {
  bestOfRoutes,
  type PathResult,
  shortestPath,
} from '../../reasoning/walks/shortest-path.ts';
import type { EntityPart, RouteSpec } from '../../store/reads.ts';
import { boundedInt, notFound, overBound } from '../bad-input.ts';
import { builder } from '../builder.ts';
import { EntityRefInput, locateReference, unknownReference } from '../catalog/entity-ref.ts';
import type { GraphContext } from '../context.ts';
import { RelationTypeRef } from '../enums.ts';
import { entityById, entityField, relationField } from '../fields/entity-field.ts';
import { inOrder } from '../fields/in-order.ts';
import { EntityRef } from '../refs.ts';
import { countingLinks, crossingReads, passingExpansion } from './walking.ts';

const maxSteps = 10;
const maxLinks = 200_000;
const hubLinks = 500;
const maxHubLinks = 5000;
const maxLooked = 50_000;
/** If there are more shortest paths, a walk is used, which reads each relation once. */
const maxRoutes = 250;
const named = planSelection(['name']);
const ending = planSelection(['name', 'degree']);

interface PathStep extends Step {
  readonly fromId: string;
}

interface Path {
  readonly ids: readonly string[];
  readonly steps: readonly PathStep[];
}

const PathStepRef = builder.objectRef<PathStep>('PathStep').implement({
  description: 'One step of a path.',
  fields: (t) => ({
    from: entityField(t, EntityRef, 'The entity where the step starts.', ({ fromId }) => fromId),
    to: entityField(t, EntityRef, 'The entity where the step ends.', ({ toId }) => toId),
    relation: relationField(t, 'The relation it follows.', ({ relationId }) => relationId),
    forward: t.exposeBoolean('forward', {
      description: 'Whether the step follows the relation from its `from` to its `to`.',
    }),
    explanation: t.string({
      description: 'The step in words.',
      resolve: (step, _args, context) => sentence(step, context),
    }),
  }),
});

const PathRef = builder.objectRef<Path>('Path').implement({
  description: 'A shortest path from one entity to another.',
  fields: (t) => ({
    length: t.int({ description: 'Number of steps.', resolve: ({ steps }) => steps.length }),
    entities: t.field({
      type: [EntityRef],
      nullable: { list: true, items: true },
      description: 'The entities on the path, including both ends.',
      resolve: ({ ids }, _args, context, info) => ids.map((id) => entityById(id, context, info)),
    }),
    steps: t.expose('steps', {
      type: [PathStepRef],
      description: 'The steps between them, in order.',
    }),
    explanation: t.string({
      description: 'The whole path in words.',
      resolve: async ({ ids: [start = ''], steps }, _args, context) =>
        steps.length === 0
          ? `Both ends are ${await nameOf(start, context)}.`
          : (await Promise.all(steps.map((step) => sentence(step, context)))).join(' '),
    }),
  }),
});

const pathArguments = builder.args((t) => ({
  from: t.field({ type: EntityRefInput, required: true, description: 'Where to start.' }),
  to: t.field({ type: EntityRefInput, required: true, description: 'Where to arrive.' }),
  via: t.field({
    type: [RelationTypeRef],
    description: 'Follow only relations of these types. Default: all types.',
  }),
  maxDepth: t.int({
    required: true,
    defaultValue: 6,
    description: `Maximum number of steps: 0 to ${maxSteps}.`,
  }),
}));

async function findPath(
  args: InputShapeFromFields<typeof pathArguments>,
  context: GraphContext,
): Promise<Path | null> {
  const maxDepth = boundedInt('maxDepth', args.maxDepth, 0, maxSteps);
  const types = inOrder('via', relationTypes, args.via) ?? relationTypes;
  const [from, to] = await Promise.all([
    locateReference('from', args.from, context, ending),
    locateReference('to', args.to, context, ending),
  ]);
  if (from === null || to === null) {
    throw notFound([
      ...(from === null ? [unknownReference('from', args.from)] : []),
      ...(to === null ? [unknownReference('to', args.to)] : []),
    ]);
  }
  const spec = { types, maxDepth, limit: maxRoutes };
  const result = await bestPath(from, to, spec, context);
  if (result.kind === 'none') return null;
  if (result.kind === 'bounded') {
    throw overBound(
      'maxLinks',
      `The search would have to read more than ${maxLinks} relations, or more than ${maxHubLinks} of entities that have very many. Name the types to follow in "via".`,
    );
  }
  const ids = [from.id, ...result.steps.map(({ toId }) => toId)];
  return { ids, steps: result.steps.map((step, index) => ({ ...step, fromId: ids[index] ?? '' })) };
}

/** The best of the shortest paths, from the store or by a walk from both ends. */
function bestPath(
  from: EntityPart,
  to: EntityPart,
  spec: RouteSpec,
  context: GraphContext,
): MaybePromise<PathResult> {
  const [fromId, toId] = [from.id, to.id];
  if (fromId === toId) return { kind: 'found', steps: [] };
  if (spec.maxDepth === 0) return { kind: 'none' };
  const plan = keyed(spec);
  const search = async (): Promise<PathResult> => {
    const routes = await context.loaders.walks.routes(fromId, toId, plan);
    if (routes !== null) return bestOfRoutes(fromId, toId, routes);
    const { types, maxDepth } = spec;
    // One more shows that there are more.
    const walk = { types, neighborKinds: null, limit: maxLinks + 1 };
    const links = {
      all: passingExpansion({ ...walk, direction: 'BOTH' }, context),
      starting: passingExpansion({ ...walk, direction: 'OUT' }, context),
      crossing: crossingReads(types, context),
    };
    const degrees = { from: Number(from.degree), to: Number(to.degree) };
    const bounds = { maxDepth, maxLinks, hubLinks, maxHubLinks, maxLooked };
    const query = { fromId, toId, ...bounds, degrees };
    // A degree counts relations of all types.
    const isAll = types.length === relationTypes.length;
    return shortestPath(query, isAll ? links : { ...links, count: countingLinks(types, context) });
  };
  return context.loaders.cached(
    cacheKeys.path(fromId, toId, plan),
    search,
    (found) => (found.kind === 'found' ? found.steps.length : 1),
    () => ofWalk(spec.types),
  );
}

/** A step as a sentence. */
async function sentence(
  { fromId, toId, type, forward, relationId }: PathStep,
  context: GraphContext,
): Promise<string> {
  const [start, end, relation] = await Promise.all([
    nameOf(fromId, context),
    nameOf(toId, context),
    context.loaders.relation(relationId),
  ]);
  const said = relation ?? { type, artifact: null, until: null, method: null };
  const names = forward ? { from: start, to: end } : { from: end, to: start };
  return relationSentence(said, names, forward, context.today);
}

async function nameOf(id: string, { loaders }: GraphContext): Promise<string> {
  return String((await loaders.entity(id, named))?.name ?? id);
}

builder.queryField('path', (t) =>
  t.field({
    type: PathRef,
    nullable: true,
    description:
      'The best of the shortest paths between two entities. Specific types of relation and entities with few relations are preferred. Null if there is no path within maxDepth. Error NOT_FOUND if an end was not found. Error WORK_LIMIT if too many relations would have to be read.',
    args: pathArguments,
    resolve: (_root, args, context) => findPath(args, context),
  }),
);
