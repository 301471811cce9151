import { type Fan, relationOf } from '../../ontology/relations.ts';
import { sidePattern, typeText } from './labels.ts';
import { orderKey } from './sort-copies.ts';

// A walk reads the neighbors with the fewest relations first. An entity with very many relations is
// a hub: to sort all its neighbors would take longer the more there are. A node for each fan of a
// hub lists the first of them, as order keys: all whose key is not above its bound.

/** The label of such a node. It has `ownerId`, `fan`, `near` and `bound`. */
export const hubFanLabel = 'HubFan';

/** Which entities are hubs, and how many neighbors their fans list. */
export interface HubBounds {
  /** The number of relations from which an entity is a hub. */
  readonly from: number;
  /** With fewer, a list is made anew; with more, it is cut. */
  readonly least: number;
  readonly most: number;
  /** The length of a new or cut list. */
  readonly kept: number;
  /**
   * Neighbors with more relations are never listed. So a change of their number, as every relation
   * of a hub brings, is nothing to look up.
   */
  readonly mostDegree: number;
}

/** No walk wants more than `least` neighbors of one entity. */
export const defaultHubBounds: HubBounds = {
  ...{ from: 512, least: 512, kept: 768, most: 1024, mostDegree: 256 },
};

export function fanName({ type, side }: Fan): string {
  return `${typeText(type)} ${side}`;
}

/** The fan of an end of a relation, from the view of that end. */
export function fanAt(type: Fan['type'], isStart: boolean): Fan {
  if (relationOf(type).symmetric) return { type, side: 'SYMMETRIC' };
  return { type, side: isStart ? 'OUT' : 'IN' };
}

/** The relations of a fan at a node. */
export function fanPattern(owner: string, relation: string, { type, side }: Fan, end: string) {
  return sidePattern(owner, `${relation}:${typeText(type)}`, side, end);
}

/** The place of a neighbor in the order of walks. */
export function nearKey(degree: number, id: string): string {
  return orderKey(degree, id, 'number');
}

/** The bound of a list of all neighbors that may be listed. */
export function wholeBound({ mostDegree }: HubBounds): string {
  return nearKey(mostDegree + 1, '');
}

/** The listed neighbors of a fan, in order, and up to which key they are all. */
export interface NearList {
  readonly near: readonly string[];
  readonly bound: string;
}

/** A neighbor's keys before and after a change; null where it is no neighbor. */
export interface NearMove {
  readonly was: string | null;
  readonly now: string | null;
}

/** The list after a change; null if too few are left, so that it must be made anew. */
export function movedList(
  list: NearList,
  moves: readonly NearMove[],
  bounds: HubBounds,
): NearList | null {
  const keys = new Set(list.near);
  for (const { was } of moves) if (was !== null) keys.delete(was);
  for (const { now } of moves) if (now !== null && now <= list.bound) keys.add(now);
  const near = [...keys].sort();
  if (near.length > bounds.most) return listUpTo(near.slice(0, bounds.kept), bounds, false);
  if (near.length < bounds.least && list.bound < wholeBound(bounds)) return null;
  return { near, bound: list.bound };
}

/** A list of the first neighbors. `isWhole` says that there are no others with so few relations. */
export function listUpTo(near: readonly string[], bounds: HubBounds, isWhole: boolean): NearList {
  const last = near.at(-1);
  return { near, bound: isWhole || last === undefined ? wholeBound(bounds) : last };
}
