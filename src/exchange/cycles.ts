/** Edges of one type: each node with its targets. */
type Adjacency<Node> = ReadonlyMap<Node, readonly Node[]>;

/**
 * Finds cycles of a directed graph: one for every edge that closes a cycle in a depth-first walk,
 * and so at least one for each strongly connected part. It is linear and not recursive, since
 * chains can be long.
 */
export function findCycles<Node>(adjacency: Adjacency<Node>): readonly (readonly Node[])[] {
  const cycles: Node[][] = [];
  const done = new Set<Node>();
  for (const start of adjacency.keys()) {
    if (done.has(start)) continue;
    const path: { node: Node; next: number }[] = [{ node: start, next: 0 }];
    const depths = new Map<Node, number>([[start, 0]]);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const child = adjacency.get(top.node)?.[top.next];
      top.next += 1;
      if (child === undefined) {
        done.add(top.node);
        depths.delete(top.node);
        path.pop();
        continue;
      }
      const depth = depths.get(child);
      if (depth !== undefined) cycles.push(path.slice(depth).map(({ node }) => node));
      else if (!done.has(child)) {
        depths.set(child, path.length);
        path.push({ node: child, next: 0 });
      }
    }
  }
  return cycles;
}

/** A shortest path from one node to another, with both ends; null if there is none. */
export function findPath<Node>(adjacency: Adjacency<Node>, from: Node, to: Node): Node[] | null {
  const cameFrom = new Map<Node, Node | null>([[from, null]]);
  let level: Node[] = [from];
  while (level.length > 0 && !cameFrom.has(to)) {
    const next: Node[] = [];
    for (const node of level) {
      for (const child of adjacency.get(node) ?? []) {
        if (cameFrom.has(child)) continue;
        cameFrom.set(child, node);
        next.push(child);
      }
    }
    level = next;
  }
  if (!cameFrom.has(to)) return null;
  const path: Node[] = [];
  for (let node: Node | null = to; node !== null; node = cameFrom.get(node) ?? null) {
    path.unshift(node);
  }
  return path;
}
