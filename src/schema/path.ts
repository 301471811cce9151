import { planSelection } from '../loaders/plan.ts';
import { type RelationType, relationOf, relationTypes } from '../ontology/relations.ts';
import type { Step } from '../reasoning/route-choice.ts';
import { shortestPath } from '../reasoning/shortest-path.ts';
import type { EntityPart } from '../store/reads.ts';
import { boundedInt, notFound, overBound } from './bad-input.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { entityById } from './entity-field.ts';
import {
  type EntityReference,
  EntityRefInput,
  locateReference,
  unknownReference,
} from './entity-ref.ts';
import { RelationTypeRef } from './enums.ts';
import { inOrder } from './in-order.ts';
import { EntityRef, RelationRef } from './refs.ts';
import { expansion } from './walking.ts';

const maxSteps = 10;
const maxLinks = 200_000;
const named = planSelection(['name', 'slug']);

interface PathStep {
  readonly fromId: string;
  readonly toId: string;
  readonly relationId: string;
  readonly forward: boolean;
  readonly explanation: string;
}

interface Path {
  readonly ids: readonly string[];
  readonly steps: readonly PathStep[];
  readonly explanation: string;
}

const PathStepRef = builder.objectRef<PathStep>('PathStep').implement({
  description: 'One step of a path.',
  fields: (t) => ({
    from: t.field({
      type: EntityRef,
      nullable: true,
      description: 'Where the step starts.',
      resolve: ({ fromId }, _args, context, info) => entityById(fromId, context, info),
    }),
    to: t.field({
      type: EntityRef,
      nullable: true,
      description: 'Where it leads.',
      resolve: ({ toId }, _args, context, info) => entityById(toId, context, info),
    }),
    relation: t.field({
      type: RelationRef,
      nullable: true,
      description: 'The relation it follows.',
      resolve: ({ relationId }, _args, context) => context.loaders.relation(relationId),
    }),
    forward: t.exposeBoolean('forward', {
      description: "Whether it goes from the relation's from to its to.",
    }),
    explanation: t.exposeString('explanation', { description: 'The step in words.' }),
  }),
});

const PathRef = builder.objectRef<Path>('Path').implement({
  description: 'A shortest way from one entity to another.',
  fields: (t) => ({
    length: t.int({ description: 'Number of steps.', resolve: ({ steps }) => steps.length }),
    entities: t.field({
      type: [EntityRef],
      nullable: { list: true, items: true },
      description: 'The entities along the way, both ends among them.',
      resolve: ({ ids }, _args, context, info) => ids.map((id) => entityById(id, context, info)),
    }),
    steps: t.field({
      type: [PathStepRef],
      description: 'The steps between them, in order.',
      resolve: ({ steps }) => steps,
    }),
    explanation: t.exposeString('explanation', { description: 'The whole way in words.' }),
  }),
});

async function findPath(
  args: {
    from: EntityReference;
    to: EntityReference;
    via?: readonly RelationType[] | null | undefined;
    maxDepth: number;
  },
  context: GraphContext,
): Promise<Path | null> {
  const maxDepth = boundedInt('maxDepth', args.maxDepth, 0, maxSteps);
  const types = inOrder('via', relationTypes, args.via) ?? relationTypes;
  const [from, to] = await Promise.all([
    locateReference('from', args.from, context, named),
    locateReference('to', args.to, context, named),
  ]);
  if (from === null || to === null) {
    throw notFound([
      ...(from === null ? [unknownReference('from', args.from)] : []),
      ...(to === null ? [unknownReference('to', args.to)] : []),
    ]);
  }
  const spec = { types, direction: 'BOTH', neighborKinds: null, limit: maxLinks } as const;
  const result = await shortestPath(
    { fromId: from.id, toId: to.id, maxDepth, maxLinks },
    expansion(spec, context),
  );
  if (result.kind === 'none') return null;
  if (result.kind === 'bounded') {
    throw overBound('maxLinks', `To tell, more than ${maxLinks} relations would have to be read.`);
  }
  return explained(from, result.steps, context);
}

/** The path with every step said as a sentence. */
async function explained(
  from: EntityPart,
  steps: readonly Step[],
  context: GraphContext,
): Promise<Path> {
  const ids = [from.id, ...steps.map(({ toId }) => toId)];
  const entities = await Promise.all(ids.map((id) => context.loaders.entity(id, named)));
  const nameOf = (index: number) => String(entities[index]?.name ?? ids[index]);
  const told = steps.map(({ relationId, type, forward, toId }, index) => {
    const { phrase } = relationOf(type);
    const verb = forward ? phrase.forward : phrase.backward;
    const explanation = `${nameOf(index)} ${verb} ${nameOf(index + 1)}.`;
    return { fromId: ids[index] ?? '', toId, relationId, forward, explanation };
  });
  const explanation =
    told.length === 0
      ? `Both ends are ${nameOf(0)}.`
      : told.map((step) => step.explanation).join(' ');
  return { ids, steps: told, explanation };
}

builder.queryField('path', (t) =>
  t.field({
    type: PathRef,
    nullable: true,
    description:
      'The best of the shortest paths between two entities: of relations that say most, over entities with few relations. Null where there is none within maxDepth. Error NOT_FOUND where an end names nothing, WORK_LIMIT where too many relations would have to be read to tell.',
    args: {
      from: t.arg({ type: EntityRefInput, required: true, description: 'Where to start.' }),
      to: t.arg({ type: EntityRefInput, required: true, description: 'Where to arrive.' }),
      via: t.arg({
        type: [RelationTypeRef],
        description: 'Only over relations of these types; not given: of all.',
      }),
      maxDepth: t.arg.int({
        required: true,
        defaultValue: 6,
        description: `Most steps: 0 to ${maxSteps}.`,
      }),
    },
    resolve: (_root, args, context) => findPath(args, context),
  }),
);
