import { byText, type Expand, type Link } from './link.ts';

export interface NeighborhoodQuery {
  readonly ofId: string;
  /** Steps from the center. */
  readonly depth: number;
  /** Entities, the center among them. */
  readonly limit: number;
}

export interface Neighborhood {
  /** Nearest first, then those with the fewest relations, then by id; the center is the first. */
  readonly ids: readonly string[];
  /** Whether there was more within the depth. */
  readonly truncated: boolean;
}

/**
 * The entities around one: level by level, and of the level that the limit cuts the most specific,
 * which are those with the fewest relations. `expand` may leave out links of an entity beyond its
 * first `limit` by (degree, id) of the neighbor: what they lead to would be cut here too.
 */
export async function neighborhood(
  { ofId, depth, limit }: NeighborhoodQuery,
  expand: (ids: readonly string[]) => Promise<{
    readonly links: Awaited<ReturnType<Expand>>;
    readonly complete: boolean;
  }>,
): Promise<Neighborhood> {
  const ids = [ofId];
  const known = new Set(ids);
  let frontier: readonly string[] = ids;
  let truncated = false;
  for (let level = 1; level <= depth && frontier.length > 0; level += 1) {
    if (known.size >= limit && truncated) break;
    const { links, complete } = await expand(frontier);
    const found = newNeighbors(links, known);
    const taken = found.slice(0, limit - known.size);
    truncated ||= taken.length < found.length || !complete;
    for (const id of taken) known.add(id);
    ids.push(...taken);
    frontier = taken;
  }
  return { ids, truncated };
}

function newNeighbors(
  links: ReadonlyMap<string, readonly Link[]>,
  known: ReadonlySet<string>,
): readonly string[] {
  const degrees = new Map<string, number>();
  for (const { neighborId, neighborDegree } of [...links.values()].flat()) {
    if (!known.has(neighborId)) degrees.set(neighborId, neighborDegree);
  }
  return [...degrees]
    .sort(([one, few], [other, many]) => few - many || byText(one, other))
    .map(([id]) => id);
}
