import type { Link } from '../../ontology/relations.ts';
import type { Expand } from './expand.ts';
import { chooseRoute, type Step } from './route-choice.ts';

interface PathQuery {
  readonly fromId: string;
  readonly toId: string;
  /** The most steps of the path. */
  readonly maxDepth: number;
  /** The most links that may be read. */
  readonly maxLinks: number;
}

export type PathResult =
  | { readonly kind: 'found'; readonly steps: readonly Step[] }
  /** There is no path of at most `maxDepth` steps. */
  | { readonly kind: 'none' }
  /** The search would have to read more links than `maxLinks`. */
  | { readonly kind: 'bounded' };

/**
 * One side of the search: the entities that it reached, their distances, and the links between
 * them.
 */
class SearchSide {
  readonly distances: Map<string, number>;
  /** The links of expanded entities, by the id they start at. */
  readonly links = new Map<string, readonly Link[]>();
  frontier: readonly string[];
  depth = 0;
  /** The known number of links that the next expansion reads. */
  cost = 0;

  constructor(start: string) {
    this.distances = new Map([[start, 0]]);
    this.frontier = [start];
  }

  /** Adds the links of the frontier and moves one step on. Returns the number of links. */
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
 * The best of the shortest paths. A breadth-first search runs from both ends, always from the side
 * with fewer links ahead, level by level. If the sides meet after i and j whole levels, the length
 * is i + j, since they did not meet before. Every shortest path then uses only links that were
 * read.
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
 * Chooses the path among the links of all shortest paths, keyed by the id they start at. Without
 * links there is no path.
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
