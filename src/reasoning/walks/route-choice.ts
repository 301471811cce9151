import { compareText } from '../../base/compare-text.ts';
import type { Link } from '../../ontology/relations.ts';
import { relationOf } from '../../ontology/relations.ts';

/** One step of a path: the relation, its direction, and the entity that it leads to. */
export type Step = Pick<Link, 'relationId' | 'type' | 'forward'> & { readonly toId: string };

/** One side of the search: distances from its start, and the links that it expanded. */
interface SearchedSide {
  readonly distances: ReadonlyMap<string, number>;
  readonly links: ReadonlyMap<string, readonly Link[]>;
  readonly depth: number;
}

/** The best way from an entity to the target: its cost, its first step, and the rest. */
interface Rest {
  readonly looseness: number;
  readonly degrees: number;
  readonly slug: string;
  readonly step: Step | null;
  readonly next: Rest | null;
}

/**
 * Chooses one of the shortest paths: the least total looseness, then the fewest relations of the
 * inner entities, then the order of slugs, then of relation ids. `ahead` has searched from the
 * start and `behind` from the target until they met.
 */
export function chooseRoute(
  fromId: string,
  toId: string,
  ahead: SearchedSide,
  behind: SearchedSide,
): readonly Step[] {
  const choice = new Choice(toId);
  for (const layer of layersOf(behind)) {
    for (const id of layer) choice.offerAround(id, behind);
  }
  for (const layer of layersOf(ahead).reverse()) {
    for (const id of layer) choice.takeBest(id, ahead);
  }
  return choice.steps(fromId);
}

/** The expanded ids by distance, from 0. */
function layersOf({ distances, depth }: SearchedSide): string[][] {
  const layers: string[][] = Array.from({ length: depth }, () => []);
  for (const [id, distance] of distances) layers[distance]?.push(id);
  return layers;
}

class Choice {
  readonly #toId: string;
  readonly #rests: Map<string, Rest>;
  /** A link to each entity on a path, except to the target. */
  readonly #linkTo = new Map<string, Link>();

  constructor(toId: string) {
    this.#toId = toId;
    const end: Rest = { looseness: 0, degrees: 0, slug: '', step: null, next: null };
    this.#rests = new Map([[toId, end]]);
  }

  /** Offers the path from an entity to its neighbors one step farther from the target. */
  offerAround(id: string, side: SearchedSide): void {
    const distance = side.distances.get(id) ?? 0;
    for (const link of side.links.get(id) ?? []) {
      if (side.distances.get(link.neighborId) !== distance + 1) continue;
      const { relationId, type, forward } = link;
      this.#linkTo.set(link.neighborId, link);
      this.#offer(link.neighborId, { relationId, type, forward: !forward, toId: id });
    }
  }

  /** Chooses the best path of an entity among its neighbors one step farther from the start. */
  takeBest(id: string, side: SearchedSide): void {
    const distance = side.distances.get(id) ?? 0;
    for (const link of side.links.get(id) ?? []) {
      if (side.distances.get(link.neighborId) !== distance + 1) continue;
      const { relationId, type, forward, neighborId } = link;
      this.#linkTo.set(neighborId, link);
      this.#offer(id, { relationId, type, forward, toId: neighborId });
    }
  }

  steps(fromId: string): readonly Step[] {
    const steps: Step[] = [];
    for (let rest = this.#rests.get(fromId); rest?.step; rest = rest.next ?? undefined) {
      steps.push(rest.step);
    }
    return steps;
  }

  #offer(id: string, step: Step): void {
    const next = this.#rests.get(step.toId);
    if (next === undefined) return;
    // All paths have the target, so it decides nothing.
    const link = step.toId === this.#toId ? undefined : this.#linkTo.get(step.toId);
    const rest: Rest = {
      looseness: next.looseness + relationOf(step.type).looseness,
      degrees: next.degrees + (link?.neighborDegree ?? 0),
      slug: link?.neighborSlug ?? '',
      step,
      next,
    };
    const known = this.#rests.get(id);
    if (known === undefined || compareRests(rest, known) < 0) this.#rests.set(id, rest);
  }
}

function compareRests(one: Rest, other: Rest): number {
  return (
    one.looseness - other.looseness ||
    one.degrees - other.degrees ||
    compareTexts(one, other, ({ slug }) => slug) ||
    compareTexts(one, other, ({ step }) => step?.relationId ?? '')
  );
}

/** Compares the texts of two ways of the same length, step by step. */
function compareTexts(one: Rest, other: Rest, textOf: (rest: Rest) => string): number {
  let [mine, theirs]: [Rest | null, Rest | null] = [one, other];
  while (mine !== null && theirs !== null && mine !== theirs) {
    const order = compareText(textOf(mine), textOf(theirs));
    if (order !== 0) return order;
    [mine, theirs] = [mine.next, theirs.next];
  }
  return 0;
}
