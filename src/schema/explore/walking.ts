import { edgeCountPlan, keyed } from '../../loaders/plan.ts';
import type { RelationType } from '../../ontology/relations.ts';
import { type ClosureStep, closure } from '../../reasoning/walks/closure.ts';
import type { CrossingReads } from '../../reasoning/walks/crossing.ts';
import type { Expand } from '../../reasoning/walks/expand.ts';
import type { WalkSpec } from '../../store/reads.ts';
import { overBound } from '../bad-input.ts';
import type { GraphContext } from '../context.ts';

/**
 * The most steps of a walk. Beyond it, the walk fails, so that a large graph cannot block the
 * server.
 */
const maxSteps = 1000;

/**
 * All entities that relations of a type lead to within a depth. Throws if there are more steps than
 * the maximum; `what` names the steps in the error.
 */
export async function stepsFrom(
  startId: string,
  depth: number,
  along: Pick<WalkSpec, 'types' | 'direction'>,
  what: string,
  { loaders }: GraphContext,
): Promise<readonly ClosureStep[]> {
  const tooMany = () =>
    overBound('maxSteps', `There are more than ${maxSteps} ${what}. Ask for a smaller depth.`);
  const plan = keyed({ ...along, neighborKinds: null, limit: maxSteps, allOrNone: true as const });
  // A throw without a promise would leave behind the promises of others, whose errors nobody hears.
  const expand = expandBy(async (id) => {
    const found = await loaders.walks.links(id, plan);
    if (found?.complete === false) throw tooMany();
    return found;
  });
  const steps = await closure({ startId, depth, maxSteps }, expand);
  if (steps === null) throw tooMany();
  return steps;
}

/** An expansion for a search that reads many links and keeps few of them. */
export function passingExpansion(spec: WalkSpec, { loaders }: GraphContext): Expand {
  const plan = keyed(spec);
  return expandBy((id) => loaders.walks.passingLinks(id, plan));
}

/** Counts the neighbors of entities by best relations of the types. */
export function countingLinks(types: readonly RelationType[], { loaders }: GraphContext) {
  const plan = edgeCountPlan({
    ...{ types, direction: 'BOTH', ranks: 'BEST', neighborKinds: null },
    ...{ artifact: null, on: null, where: null },
  });
  return async (ids: readonly string[]) => {
    const counts = await Promise.all(ids.map((id) => loaders.edgeCount(id, plan)));
    return new Map(ids.map((id, at) => [id, counts[at] ?? 0] as const));
  };
}

/** Reads what is between two entities, along relations of the types. */
export function crossingReads(
  types: readonly RelationType[],
  { loaders: { walks } }: GraphContext,
): CrossingReads {
  return {
    fans: async (ids) => {
      const found = await Promise.all(ids.map((id) => walks.fans(id, types)));
      return new Map(ids.map((id, at) => [id, found[at] ?? []] as const));
    },
    shared: (pairs) => walks.sharedNeighbors(pairs),
  };
}

function expandBy<Of>(
  linksOf: (id: string) => Promise<{ readonly links: readonly Of[] } | null>,
): Expand<Of> {
  return async (ids) => {
    const found = await Promise.all(ids.map(linksOf));
    const links = new Map<string, readonly Of[]>();
    ids.forEach((id, index) => {
      const row = found[index];
      if (row) links.set(id, row.links);
    });
    return links;
  };
}
