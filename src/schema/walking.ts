import { keyed } from '../loaders/plan.ts';
import type { Expand, Link } from '../reasoning/link.ts';
import type { MaybePromise } from '../store/graph-store.ts';
import type { WalkSpec } from '../store/reads.ts';
import type { GraphContext } from './context.ts';

/** An expansion along relations, the links of all ids being asked for in one tick. */
export function expansion(spec: WalkSpec, { loaders }: GraphContext): Expand {
  const plan = keyed(spec);
  return expandBy((id) => loaders.links(id, plan));
}

/** The same, for a search that needs few of the links it looks at. */
export function passingExpansion(spec: WalkSpec, { loaders }: GraphContext): Expand {
  const plan = keyed(spec);
  return expandBy((id) => loaders.passingLinks(id, plan));
}

function expandBy(
  linksOf: (id: string) => MaybePromise<{ readonly links: readonly Link[] } | null>,
): Expand {
  return async (ids) => {
    const found = await Promise.all(ids.map(linksOf));
    const links = new Map<string, readonly Link[]>();
    ids.forEach((id, index) => {
      const row = found[index];
      if (row) links.set(id, row.links);
    });
    return links;
  };
}
