import fc from 'fast-check';
import type { Link } from '../../../src/ontology/relations.ts';
import {
  type CountedFan,
  type FanAt,
  type RelationType,
  relationOf,
  relationTypes,
  type SharedNeighbor,
} from '../../../src/ontology/relations.ts';
import type { CrossingReads } from '../../../src/reasoning/walks/crossing.ts';
import type { Expand } from '../../../src/reasoning/walks/expand.ts';

/** A relation between two of the entities n0, n1 … */
export interface Arc {
  readonly id: string;
  readonly type: RelationType;
  readonly from: number;
  readonly to: number;
}

/** Small graphs of any shape: several relations between two entities, cycles, islands. */
export function arbitraryArcs(
  size: number,
  types: readonly RelationType[] = relationTypes,
): fc.Arbitrary<readonly Arc[]> {
  const end = fc.nat(size - 1);
  return fc
    .uniqueArray(fc.tuple(end, end, fc.constantFrom(...types)), {
      maxLength: size * 3,
      selector: ([from, to, type]) => `${from} ${to} ${type}`,
    })
    .map((arcs) =>
      arcs
        .filter(([from, to]) => from !== to)
        .map(([from, to, type], index) => ({ id: `Relation:${index}`, type, from, to })),
    );
}

export const nameOf = (index: number) => `n${index}`;

/** The number of arcs at an entity. */
export function degreeOf(arcs: readonly Arc[], index: number): number {
  return arcs.filter(({ from, to }) => from === index || to === index).length;
}

/** The links of every entity, in the given directions. */
export function linksOf(
  arcs: readonly Arc[],
  direction: 'OUT' | 'BOTH' = 'BOTH',
): ReadonlyMap<string, readonly Link[]> {
  const links = new Map<string, Link[]>();
  const add = (arc: Arc, own: number, neighbor: number) => {
    const link = {
      relationId: arc.id,
      type: arc.type,
      forward: own === arc.from,
      neighborId: nameOf(neighbor),
      neighborSlug: nameOf(neighbor),
      neighborDegree: degreeOf(arcs, neighbor),
    };
    links.set(nameOf(own), [...(links.get(nameOf(own)) ?? []), link]);
  };
  for (const arc of arcs) {
    add(arc, arc.from, arc.to);
    if (direction === 'BOTH' || relationOf(arc.type).symmetric) add(arc, arc.to, arc.from);
  }
  return links;
}

/** An expansion over the links, with a record of the requested ids. */
export function expandOver(links: ReadonlyMap<string, readonly Link[]>): {
  readonly expand: Expand;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const expand: Expand = async (ids) => {
    asked.push(...ids);
    return new Map(ids.map((id) => [id, links.get(id) ?? []]));
  };
  return { expand, asked };
}

/** Whether a link belongs to a fan of its owner. */
export function isInFan({ type, forward }: Link, fan: Pick<FanAt, 'type' | 'side'>): boolean {
  if (type !== fan.type) return false;
  return fan.side === 'SYMMETRIC' || forward === (fan.side === 'OUT');
}

/** What two fans share, found by comparing every link of one with every link of the other. */
export function sharedOver(
  links: ReadonlyMap<string, readonly Link[]>,
  [one, other]: readonly [FanAt, FanAt],
): SharedNeighbor | null {
  const of = (fan: FanAt) => (links.get(fan.id) ?? []).filter((link) => isInFan(link, fan));
  const ways = of(one).flatMap((first) =>
    of(other)
      .filter(({ neighborId }) => neighborId === first.neighborId)
      .map((second) => ({ first, second })),
  );
  const placeOf = ({ first, second }: (typeof ways)[number]) => [
    ...[first.neighborDegree, first.neighborSlug, first.relationId, second.relationId],
  ];
  const [best] = ways.sort((a, b) => {
    const [mine, theirs] = [placeOf(a), placeOf(b)];
    const at = mine.findIndex((part, index) => part !== theirs[index]);
    return at < 0 ? 0 : (mine[at] ?? 0) < (theirs[at] ?? 0) ? -1 : 1;
  });
  if (best === undefined) return null;
  const { first, second } = best;
  const relation = ({ relationId, forward }: Link) => ({ relationId, forward });
  return {
    ...{ id: first.neighborId, slug: first.neighborSlug, degree: first.neighborDegree },
    relations: [relation(first), relation(second)],
  };
}

/** The fans of an entity. */
export function fansOver(links: readonly Link[]): readonly CountedFan[] {
  const fans = new Map<string, CountedFan>();
  for (const { type, forward } of links) {
    const side = relationOf(type).symmetric ? 'SYMMETRIC' : forward ? 'OUT' : 'IN';
    const key = `${type} ${side}`;
    fans.set(key, { type, side, total: (fans.get(key)?.total ?? 0) + 1 });
  }
  return [...fans.values()];
}

/** Reads of what is between entities, over the links. */
export function crossingOver(links: ReadonlyMap<string, readonly Link[]>): CrossingReads {
  return {
    fans: async (ids) => new Map(ids.map((id) => [id, fansOver(links.get(id) ?? [])] as const)),
    shared: async (pairs) => pairs.map((pair) => sharedOver(links, pair)),
  };
}
