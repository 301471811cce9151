import { compareText } from '../../base/compare-text.ts';
import type { Link } from '../../ontology/relations.ts';
import type { Expand } from './expand.ts';

/** A link, whatever the number of relations of its end. */
type PlainLink = Omit<Link, 'neighborDegree'>;

/** A link of a walk along relations. Each link is listed once. */
export interface ClosureStep {
  readonly id: string;
  readonly slug: string;
  /** The entity before this step. The start of the walk is not a step. */
  readonly parentId: string;
  readonly relationId: string;
  /** The number of steps from the start on the shortest way. */
  readonly depth: number;
  /** Whether the step is part of a cycle. Such a step is listed but not followed again. */
  readonly cyclic: boolean;
}

interface ClosureQuery {
  readonly startId: string;
  /** The most links from the start to an end. */
  readonly depth: number;
  /** The most links in total. */
  readonly maxSteps: number;
}

/** How many entities of a level are expanded first: the rest may not be needed. */
const firstPortion = 100;

/**
 * All entities that relations lead to within a depth. Each link is listed once, nearest first.
 * Links at one depth are in the order of their parents, then by slug. Links on a cycle are marked.
 * Null if there are more links than `maxSteps`.
 */
export async function closure(
  { startId, depth, maxSteps }: ClosureQuery,
  expand: Expand<PlainLink>,
): Promise<readonly ClosureStep[] | null> {
  const depths = new Map([[startId, 0]]);
  const links = new Map<string, readonly PlainLink[]>();
  const steps: Omit<ClosureStep, 'cyclic'>[] = [];
  let frontier: readonly string[] = [startId];
  for (let level = 1; level <= depth && frontier.length > 0; level += 1) {
    const next: string[] = [];
    for (const portion of portionsOf(frontier)) {
      const found = await expand(portion);
      for (const parentId of portion) {
        const own = [...(found.get(parentId) ?? [])].sort(
          (one, other) =>
            compareText(one.neighborSlug, other.neighborSlug) ||
            compareText(one.relationId, other.relationId),
        );
        if (steps.length + own.length > maxSteps) return null;
        links.set(parentId, own);
        for (const { neighborId: id, neighborSlug: slug, relationId } of own) {
          if (!depths.has(id)) {
            depths.set(id, level);
            next.push(id);
          }
          steps.push({ id, slug, parentId, relationId, depth: level });
        }
      }
    }
    frontier = next;
  }
  const cyclic = cyclicLinks(links);
  return steps.map((step) => ({ ...step, cyclic: cyclic.has(step.relationId) }));
}

/** Portions of a level, each twice as long as the one before. Few of a level of hubs are expanded. */
function* portionsOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0, size = firstPortion; at < ids.length; size *= 2) {
    yield ids.slice(at, at + size);
    at += size;
  }
}

/** The links on a cycle: both ends are in one strongly connected component (Tarjan). */
function cyclicLinks(links: ReadonlyMap<string, readonly PlainLink[]>): ReadonlySet<string> {
  const components = stronglyConnected(links);
  const cyclic = new Set<string>();
  for (const [from, own] of links) {
    for (const { neighborId, relationId } of own) {
      const component = components.get(from);
      if (component !== undefined && component === components.get(neighborId)) {
        cyclic.add(relationId);
      }
    }
  }
  return cyclic;
}

/**
 * The component of every expanded id. The function is iterative, since a long chain would overflow
 * the stack.
 */
function stronglyConnected(
  links: ReadonlyMap<string, readonly PlainLink[]>,
): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  const lows = new Map<string, number>();
  const components = new Map<string, number>();
  const open: string[] = [];
  let component = 0;
  for (const root of links.keys()) {
    if (indexes.has(root)) continue;
    const calls: { id: string; next: number }[] = [{ id: root, next: 0 }];
    while (calls.length > 0) {
      const call = calls[calls.length - 1] as { id: string; next: number };
      const { id } = call;
      if (call.next === 0 && !indexes.has(id)) {
        indexes.set(id, indexes.size);
        lows.set(id, indexes.get(id) ?? 0);
        open.push(id);
      }
      const link = links.get(id)?.[call.next];
      if (link !== undefined) {
        call.next += 1;
        const { neighborId } = link;
        if (!links.has(neighborId)) continue;
        if (!indexes.has(neighborId)) calls.push({ id: neighborId, next: 0 });
        else if (!components.has(neighborId)) lower(lows, id, indexes.get(neighborId));
        continue;
      }
      calls.pop();
      const parent = calls.at(-1);
      if (parent !== undefined) lower(lows, parent.id, lows.get(id));
      if (lows.get(id) !== indexes.get(id)) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        components.set(member, component);
        if (member === id) break;
      }
      component += 1;
    }
  }
  return components;
}

function lower(lows: Map<string, number>, id: string, bound: number | undefined): void {
  if (bound !== undefined && bound < (lows.get(id) ?? bound)) lows.set(id, bound);
}
