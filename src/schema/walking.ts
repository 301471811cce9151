import { type Keyed, keyed } from '../loaders/plan.ts';
import type { Expand, Link } from '../reasoning/link.ts';
import type { WalkSpec } from '../store/reads.ts';
import type { GraphContext } from './context.ts';

/** The links of the ids, all asked for in one tick, and whether none was cut off. */
export async function expandAll(
  ids: readonly string[],
  plan: Keyed<WalkSpec>,
  context: GraphContext,
): Promise<{ links: ReadonlyMap<string, readonly Link[]>; complete: boolean }> {
  const found = await Promise.all(ids.map((id) => context.loaders.links(id, plan)));
  const links = new Map<string, readonly Link[]>();
  let complete = true;
  found.forEach((row, index) => {
    const id = ids[index];
    if (row === null || id === undefined) return;
    links.set(id, row.links);
    complete &&= row.complete;
  });
  return { links, complete };
}

/** An expansion along relations, all of an entity's links being wanted. */
export function expansion(spec: WalkSpec, context: GraphContext): Expand {
  const plan = keyed(spec);
  return async (ids) => (await expandAll(ids, plan, context)).links;
}
