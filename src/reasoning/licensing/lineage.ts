import { compareText } from '../../base/compare-text.ts';
import type { DerivationStep } from './binding.ts';
import { methodBit } from './license-terms.ts';
import type { DerivationEdge, LineageGraph, LineageModel } from './lineage-graph.ts';

/** A model that another was derived from, with one path to it. */
export interface Ancestor {
  readonly model: LineageModel;
  /** The model on the path that was derived directly from this one. */
  readonly child: LineageModel;
  readonly via: readonly DerivationStep[];
  /** The methods of the path, as bits. They decide which clauses are inherited. */
  readonly path: number;
}

interface Ancestry {
  readonly ancestors: readonly Ancestor[];
  /** Paths that end at a model without a record. */
  readonly missing: readonly (readonly DerivationStep[])[];
  /** Paths whose last step returns to a model of the path. They are not followed. */
  readonly cycles: readonly (readonly DerivationStep[])[];
}

interface Visit {
  readonly model: LineageModel;
  readonly via: readonly DerivationStep[];
  readonly path: number;
}

function stepOf(child: LineageModel, edge: DerivationEdge, parent: LineageModel | undefined) {
  const { relationId, parentId, method, evidence } = edge;
  return {
    relationId,
    child: { id: child.id, name: child.name },
    parent: { id: parentId, name: parent?.name ?? parentId },
    method,
    evidence,
  };
}

/**
 * All models that a model was derived from, nearest first. Only the set of methods on a path
 * matters. A model is therefore expanded again only for a set that contains none of the earlier
 * sets. A lineage of n steps takes at most n times the number of sets, however many paths there
 * are.
 */
export function ancestryOf(graph: LineageGraph, root: LineageModel): Ancestry {
  const ancestors: Ancestor[] = [];
  const missing: DerivationStep[][] = [];
  const cycles: DerivationStep[][] = [];
  const left = new Map<string, number[]>();
  const listed = new Set<string>();
  const queue: Visit[] = [{ model: root, via: [], path: 0 }];
  for (const visit of queue) {
    const { model: child, via, path } = visit;
    const edges = child.derivedFrom.toSorted(
      (one, other) =>
        compareText(one.parentId, other.parentId) || compareText(one.relationId, other.relationId),
    );
    for (const edge of edges) {
      const parent = graph.models.get(edge.parentId);
      const way = [...via, stepOf(child, edge, parent)];
      if (way.some((step) => step.child.id === edge.parentId)) {
        cycles.push(way);
      } else if (parent === undefined) {
        missing.push(way);
      } else {
        const methods = path | methodBit(edge.method);
        const key = `${edge.relationId} ${methods}`;
        if (!listed.has(key)) {
          listed.add(key);
          ancestors.push({ model: parent, child, via: way, path: methods });
        }
        const sets = left.get(parent.id) ?? [];
        if (sets.some((set) => (set & methods) === set)) continue;
        left.set(parent.id, [...sets, methods]);
        queue.push({ model: parent, via: way, path: methods });
      }
    }
  }
  return { ancestors, missing, cycles };
}
