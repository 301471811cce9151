import { type Link, relationOf } from '../../ontology/relations.ts';
import {
  bestCrossings,
  type Crossing,
  type CrossingReads,
  compareCosts,
  type Reached,
} from './crossing.ts';
import type { Expand } from './expand.ts';
import { chooseRoute, type Step } from './route-choice.ts';

interface PathQuery {
  readonly fromId: string;
  readonly toId: string;
  /** The most steps of the path. */
  readonly maxDepth: number;
  /** The most links that may be read. */
  readonly maxLinks: number;
  /** How many links each end has, if it is known: then a hub is not read before the other end. */
  readonly degrees?: { readonly from: number; readonly to: number };
  /** An entity with more links than this is a hub. */
  readonly hubLinks: number;
  /** The most links of hubs that may be read in one step. */
  readonly maxHubLinks: number;
  /** The most entities that may be looked at for one that two others share. */
  readonly maxLooked: number;
}

/** How a search reads links. */
export interface PathLinks {
  /** All links of entities. */
  readonly all: Expand;
  /**
   * Those that start at them, and all of symmetric types. Few start at an entity, as many as its
   * sources state. Very many may end at it.
   */
  readonly starting: Expand;
  /**
   * The number of links of entities, where only links of some types are followed: degrees count all
   * types.
   */
  readonly count?: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Entities that are between two others. */
  readonly crossing: CrossingReads;
}

export type PathResult =
  | { readonly kind: 'found'; readonly steps: readonly Step[] }
  /** There is no path of at most `maxDepth` steps. */
  | { readonly kind: 'none' }
  /** The search would have to read more links than `maxLinks`, or more of hubs than `maxHubLinks`. */
  | { readonly kind: 'bounded' };

const noCost = { looseness: 0, degrees: 0 };

/** The most entities at the ends of both sides for which ways between them are looked up. */
const mostEnds = 200;

/** Up to so many links, both ends are read together. */
const fewLinks = 100;

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
  cost: number;
  /** The part of them that hubs have. */
  hubCost: number;
  readonly #hubLinks: number;
  readonly #startCost: number;
  /** A link to each entity that was reached, which has its slug and degree. */
  readonly #linkTo = new Map<string, Link>();

  constructor(start: string, cost = 0, hubLinks = Number.POSITIVE_INFINITY) {
    this.distances = new Map([[start, 0]]);
    this.frontier = [start];
    this.cost = cost;
    this.hubCost = cost > hubLinks ? cost : 0;
    this.#hubLinks = hubLinks;
    this.#startCost = cost;
  }

  /** Corrects the known numbers of links by those that count. */
  async correct(count: NonNullable<PathLinks['count']>): Promise<void> {
    const hubs = this.frontier.filter((id) => this.#degreeOf(id) > this.#hubLinks);
    const counted = await count(hubs);
    for (const id of hubs) {
      const [degree, links] = [this.#degreeOf(id), counted.get(id) ?? 0];
      this.cost += links - degree;
      this.hubCost += (links > this.#hubLinks ? links : 0) - degree;
    }
  }

  #degreeOf(id: string): number {
    return this.#linkTo.get(id)?.neighborDegree ?? this.#startCost;
  }

  /** Whether the entity was reached in the last step. */
  isLast(id: string): boolean {
    return this.distances.get(id) === this.depth;
  }

  /** The link seen from its other end; `id` is the end that this side reached. */
  reversed({ relationId, type, forward }: Link, id: string): Link {
    const { neighborSlug = '', neighborDegree = 0 } = this.#linkTo.get(id) ?? {};
    return { relationId, type, forward: !forward, neighborId: id, neighborSlug, neighborDegree };
  }

  /** The frontier, each with the cost of the best way to it. */
  reached(): readonly Reached[] {
    let costs = new Map([...this.distances].slice(0, 1).map(([id]) => [id, { id, ...noCost }]));
    for (let distance = 1; distance <= this.depth; distance += 1) {
      const next = new Map<string, Reached>();
      for (const { id, looseness, degrees } of costs.values()) {
        for (const { type, neighborId, neighborDegree } of this.links.get(id) ?? []) {
          if (this.distances.get(neighborId) !== distance) continue;
          const cost = {
            id: neighborId,
            looseness: looseness + relationOf(type).looseness,
            degrees: degrees + neighborDegree,
          };
          const known = next.get(neighborId);
          if (known === undefined || compareCosts(cost, known) < 0) next.set(neighborId, cost);
        }
      }
      costs = next;
    }
    return [...costs.values()];
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
      for (const link of links) {
        const { neighborId, neighborDegree } = link;
        if (this.distances.has(neighborId)) continue;
        this.distances.set(neighborId, this.depth);
        this.#linkTo.set(neighborId, link);
        next.set(neighborId, neighborDegree);
      }
    }
    this.frontier = [...next.keys()];
    [this.cost, this.hubCost] = [0, 0];
    for (const degree of next.values()) {
      this.cost += degree;
      if (degree > this.#hubLinks) this.hubCost += degree;
    }
    return seen;
  }
}

/**
 * The best of the shortest paths. A breadth-first search runs from both ends, always from the side
 * with fewer links ahead, level by level. If the sides meet after i and j whole levels, the length
 * is i + j, since they did not meet before. Every shortest path then uses only links that were
 * read.
 *
 * Before a hub is read, the sides are joined by what starts at their last entities: a link between
 * the two starts at one of them. So no hub is read for the last step of a path. Then they are
 * joined by an entity that is linked with both, which is looked up in the hub.
 */
export async function shortestPath(query: PathQuery, links: PathLinks): Promise<PathResult> {
  const { fromId, toId, maxDepth, maxLinks, degrees, hubLinks, maxHubLinks, maxLooked } = query;
  if (fromId === toId) return { kind: 'found', steps: [] };
  const ahead = new SearchSide(fromId, degrees?.from, hubLinks);
  const behind = new SearchSide(toId, degrees?.to, hubLinks);
  const isBeyond = ({ hubCost }: SearchSide) => Number(hubCost > maxHubLinks);
  const found = (): PathResult => {
    return { kind: 'found', steps: chooseRoute(fromId, toId, ahead, behind) };
  };
  const early = await linksOfEnds(query, links.all);
  let seen = 0;
  /** No path is shorter. */
  let least = 1;
  // The sides whose numbers of links are not corrected yet.
  let anew: readonly SearchSide[] = [ahead, behind];
  while (ahead.depth + behind.depth < maxDepth) {
    const { count } = links;
    if (count !== undefined) {
      const hubs = anew.filter(({ hubCost }) => hubCost > 0);
      await Promise.all(hubs.map((each) => each.correct(count)));
    }
    const [side, other] =
      (isBeyond(behind) - isBeyond(ahead) || behind.cost - ahead.cost) < 0
        ? [behind, ahead]
        : [ahead, behind];
    if (side.frontier.length === 0 || other.frontier.length === 0) return { kind: 'none' };
    const ends = ahead.frontier.length + behind.frontier.length;
    if (side.hubCost > 0 || (side.cost > hubLinks && ends <= mostEnds)) {
      if (ahead.depth + behind.depth + 1 >= least) {
        if (seen + ends > maxLinks) return { kind: 'bounded' };
        const joined = await joining(ahead, behind, links.starting);
        seen += joined.seen;
        if (seen > maxLinks) return { kind: 'bounded' };
        if (joined.links.size > 0) {
          ahead.advance(joined.links);
          return found();
        }
        least = ahead.depth + behind.depth + 2;
      }
      if (least > maxDepth) return { kind: 'none' };
      if (ends <= mostEnds && ahead.depth + behind.depth + 2 >= least) {
        const reached = [ahead.reached(), behind.reached()] as const;
        const crossed = await bestCrossings(...reached, maxLooked, links.crossing);
        if (crossed.kind === 'found') {
          cross(ahead, behind, crossed.crossings);
          return found();
        }
        if (crossed.kind === 'none') least = ahead.depth + behind.depth + 3;
        if (least > maxDepth) return { kind: 'none' };
      }
    }
    if (seen + side.cost > maxLinks || isBeyond(side)) return { kind: 'bounded' };
    const isEnd = side.depth === 0 && early.size > 0;
    seen += side.advance(isEnd ? early : await links.all(side.frontier));
    anew = [side];
    if (seen > maxLinks) return { kind: 'bounded' };
    if (side.frontier.some((id) => other.isLast(id))) return found();
  }
  return { kind: 'none' };
}

/** The links of both ends in one read, if few are known to be there; otherwise none. */
async function linksOfEnds({ fromId, toId, maxDepth, degrees }: PathQuery, all: Expand) {
  const isSmall = degrees !== undefined && degrees.from + degrees.to <= fewLinks;
  return isSmall && maxDepth > 1 ? all([fromId, toId]) : new Map<string, readonly Link[]>();
}

/** Moves ahead to the entities between the sides, and on to the ends of the other side. */
function cross(ahead: SearchSide, behind: SearchSide, crossings: readonly Crossing[]): void {
  const [near, far] = [new LinksBetween(), new LinksBetween()];
  for (const { fans, over } of crossings) {
    const [one, other] = fans;
    const { id: neighborId, slug: neighborSlug, degree: neighborDegree, relations } = over;
    const neighbor = { neighborId, neighborSlug, neighborDegree };
    near.add(one.id, { type: one.type, ...relations[0], ...neighbor });
    const back = { type: other.type, ...relations[1], ...neighbor };
    far.add(neighborId, behind.reversed(back, other.id));
  }
  ahead.advance(near.links);
  ahead.advance(far.links);
}

/** Links between two sides, each once, by the id that they start at. */
class LinksBetween {
  readonly links = new Map<string, Link[]>();
  readonly #known = new Set<string>();

  add(id: string, link: Link): void {
    if (this.#known.has(link.relationId)) return;
    this.#known.add(link.relationId);
    const own = this.links.get(id);
    if (own === undefined) this.links.set(id, [link]);
    else own.push(link);
  }
}

/** All links between what the two sides reached last, by the id that they have ahead. */
async function joining(ahead: SearchSide, behind: SearchSide, starting: Expand) {
  const [out, back] = await Promise.all([starting(ahead.frontier), starting(behind.frontier)]);
  const between = new LinksBetween();
  let seen = 0;
  for (const [id, own] of out) {
    seen += own.length;
    for (const link of own) if (behind.isLast(link.neighborId)) between.add(id, link);
  }
  for (const [id, own] of back) {
    seen += own.length;
    for (const link of own) {
      if (ahead.isLast(link.neighborId)) {
        between.add(link.neighborId, behind.reversed(link, id));
      }
    }
  }
  return { links: between.links, seen };
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
