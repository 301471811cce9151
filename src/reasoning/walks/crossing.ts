import {
  type CountedFan,
  type FanAt,
  relationOf,
  type SharedNeighbor,
} from '../../ontology/relations.ts';

/** An entity at the end of one side of a search, and the cost of the best way to it. */
export interface Reached {
  readonly id: string;
  readonly looseness: number;
  /** The relations of the inner entities and, unless the search starts there, of this one. */
  readonly degrees: number;
}

export interface CrossingReads {
  /** The fans of entities, without empty ones. */
  readonly fans: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly CountedFan[]>>;
  /** Of each pair of fans, the shared neighbor with the lowest degree, then the least slug. */
  readonly shared: (pairs: readonly Pair[]) => Promise<readonly (SharedNeighbor | null)[]>;
}

type Pair = readonly [FanAt & CountedFan, FanAt & CountedFan];

/** A way of two steps between the sides. */
export interface Crossing {
  readonly fans: readonly [FanAt, FanAt];
  readonly over: SharedNeighbor;
}

export type CrossingResult =
  | { readonly kind: 'found'; readonly crossings: readonly Crossing[] }
  | { readonly kind: 'none' }
  /** More neighbors would have to be looked at than `maxLooked`, or there are too many pairs. */
  | { readonly kind: 'bounded' };

interface PlacedPair {
  readonly pair: Pair;
  readonly looseness: number;
  /** The degrees without that of the shared neighbor. */
  readonly degrees: number;
  readonly looked: number;
}

/** The most pairs of fans, and the most that are asked for together. */
const mostPairs = 5000;
const mostTogether = 24;
/** How many neighbors the first pairs may have that are asked for together. */
const firstPortion = 500;

/**
 * The best ways of two steps between the ends of two sides. All of them have the least looseness,
 * then the lowest degrees, so that slugs and ids decide between them.
 *
 * Pairs of fans are asked in the order of the best that they can give. Once a way is found, the
 * others cannot be better. Of two fans, only the smaller one is read, so a hub is read at most for
 * another hub.
 */
export async function bestCrossings(
  ahead: readonly Reached[],
  behind: readonly Reached[],
  maxLooked: number,
  reads: CrossingReads,
): Promise<CrossingResult> {
  if (ahead.length * behind.length > mostPairs) return { kind: 'bounded' };
  const fans = await reads.fans([...ahead, ...behind].map(({ id }) => id));
  const pairs = pairsOf(ahead, behind, fans);
  if (pairs.length > mostPairs) return { kind: 'bounded' };
  let best: Cost | null = null;
  let crossings: Crossing[] = [];
  let [at, looked] = [0, 0];
  for (let portion = firstPortion; at < pairs.length; portion *= 4) {
    const together: PlacedPair[] = [];
    let own = 0;
    for (; at < pairs.length && together.length < mostTogether; at += 1) {
      const next = pairs[at] as PlacedPair;
      if (together.length > 0 && own + next.looked > portion) break;
      if (best !== null && compareCosts(next, best) > 0) break;
      together.push(next);
      own += next.looked;
    }
    if (together.length === 0) break;
    looked += own;
    if (looked > maxLooked) return { kind: 'bounded' };
    const found = await reads.shared(together.map(({ pair }) => pair));
    for (const [index, { pair, looseness, degrees }] of together.entries()) {
      const over = found[index] ?? null;
      if (over === null) continue;
      const cost = { looseness, degrees: degrees + over.degree };
      const order = best === null ? -1 : compareCosts(cost, best);
      if (order < 0) [best, crossings] = [cost, []];
      if (order <= 0) crossings.push({ fans: pair, over });
    }
  }
  return best === null ? { kind: 'none' } : { kind: 'found', crossings };
}

/** The first two parts of the order of paths. */
type Cost = Pick<PlacedPair, 'looseness' | 'degrees'>;

export function compareCosts(one: Cost, other: Cost): number {
  return one.looseness - other.looseness || one.degrees - other.degrees;
}

/** All pairs, the one with the best possible way first. */
function pairsOf(
  ahead: readonly Reached[],
  behind: readonly Reached[],
  fans: ReadonlyMap<string, readonly CountedFan[]>,
): readonly PlacedPair[] {
  const fansOf = (side: readonly Reached[]) =>
    side.flatMap(({ id, looseness, degrees }) =>
      (fans.get(id) ?? []).map((fan) => ({
        fan: { id, ...fan },
        looseness: looseness + relationOf(fan.type).looseness,
        degrees,
      })),
    );
  const others = fansOf(behind);
  return fansOf(ahead)
    .flatMap((one) =>
      others.map((other) => ({
        pair: [one.fan, other.fan] as const,
        looseness: one.looseness + other.looseness,
        degrees: one.degrees + other.degrees,
        looked: Math.min(one.fan.total, other.fan.total),
      })),
    )
    .sort((one, other) => compareCosts(one, other) || one.looked - other.looked);
}
