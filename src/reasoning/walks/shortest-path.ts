import type { Link } from '../../ontology/relations.ts';
import type { Expand } from './expand.ts';
import { chooseRoute, type Step } from './route-choice.ts';

interface PathQuery {
  readonly fromId: string;
  readonly toId: string;
  /** Most steps that the path may have. */
  readonly maxDepth: number;
  /** Most links that may be looked at. */
  readonly maxLinks: number;
}

export type PathResult =
  | { readonly kind: 'found'; readonly steps: readonly Step[] }
  /** There is none of at most maxDepth steps. */
  | { readonly kind: 'none' }
  /** More links than maxLinks would have to be looked at to tell. */
  | { readonly kind: 'bounded' };

/** One side of the search: what it has reached, at which distance, and by which links. */
class SearchSide {
  readonly distances: Map<string, number>;
  /** Links from what was expanded, by the id they start at. */
  readonly links = new Map<string, readonly Link[]>();
  frontier: readonly string[];
  depth = 0;
  /** Links that expanding the frontier will look at, as far as known. */
  cost = 0;

  constructor(start: string) {
    this.distances = new Map([[start, 0]]);
    this.frontier = [start];
  }

  /** Takes the links of the frontier in and steps one further; returns how many links there were. */
  advance(found: ReadonlyMap<string, readonly Link[]>): number {
    const next = new Map<string, number>();
    let seen = 0;
    this.depth += 1;
    for (const id of this.frontier) {
      const links = found.get(id) ?? [];
      seen += links.length;
      this.links.set(id, links);
      for (const { neighborId, neighborDegree } of links) {
        if (this.distances.has(neighborId)) continue;
        this.distances.set(neighborId, this.depth);
        next.set(neighborId, neighborDegree);
      }
    }
    this.frontier = [...next.keys()];
    this.cost = [...next.values()].reduce((sum, degree) => sum + degree, 0);
    return seen;
  }
}

/**
 * The best of the shortest paths: breadth-first from both ends, always from the side that has fewer
 * links ahead, level by level. When the sides meet after i and j whole levels, the length is i + j,
 * since fewer levels had not met; every shortest path then runs over links that were seen.
 */
export async function shortestPath(query: PathQuery, expand: Expand): Promise<PathResult> {
  const { fromId, toId, maxDepth, maxLinks } = query;
  if (fromId === toId) return { kind: 'found', steps: [] };
  const ahead = new SearchSide(fromId);
  const behind = new SearchSide(toId);
  let seen = 0;
  while (ahead.depth + behind.depth < maxDepth) {
    const side = behind.cost < ahead.cost ? behind : ahead;
    if (side.frontier.length === 0) return { kind: 'none' };
    if (seen + side.cost > maxLinks) return { kind: 'bounded' };
    seen += side.advance(await expand(side.frontier));
    if (seen > maxLinks) return { kind: 'bounded' };
    const other = side === ahead ? behind : ahead;
    if (side.frontier.some((id) => other.distances.get(id) === other.depth)) {
      return { kind: 'found', steps: chooseRoute(fromId, toId, ahead, behind) };
    }
  }
  return { kind: 'none' };
}

/**
 * The path among the links that all shortest ways are made of, by the id they start at; none where
 * there are no links.
 */
export function bestOfRoutes(
  fromId: string,
  toId: string,
  links: ReadonlyMap<string, readonly Link[]>,
): PathResult {
  const ahead = new SearchSide(fromId);
  while (!ahead.distances.has(toId)) {
    if (ahead.frontier.length === 0) return { kind: 'none' };
    ahead.advance(links);
  }
  return { kind: 'found', steps: chooseRoute(fromId, toId, ahead, new SearchSide(toId)) };
}
