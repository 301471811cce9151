import { addTo, groupBy } from '../../base/group-by.ts';
import { type RelationType, relationOf, relationTypes } from '../../ontology/relations.ts';
import { findCycles, findPath } from '../cycles.ts';
import type { SeedProblem } from '../seed-problems.ts';
import type { DraftEdge, EntityDraft } from '../seeds/seed-draft.ts';
import { problemIn, type SeedIndex } from '../seeds/seed-index.ts';

interface ResolvedEdge {
  readonly from: EntityDraft;
  readonly to: EntityDraft;
  readonly edge: DraftEdge;
}

type EdgesByType = ReadonlyMap<RelationType, readonly ResolvedEdge[]>;

function resolveEdges(index: SeedIndex): EdgesByType {
  const byType = new Map<RelationType, ResolvedEdge[]>(relationTypes.map((type) => [type, []]));
  for (const from of index.entities) {
    for (const edge of from.edges) {
      const to = index.targetOf(from, edge);
      if (to !== null && to !== from) byType.get(edge.type)?.push({ from, to, edge });
    }
  }
  return byType;
}

/** The targets of each entity. DEPRECATED edges are not followed. */
function adjacencyOf(edges: readonly ResolvedEdge[]): Map<EntityDraft, EntityDraft[]> {
  const adjacency = new Map<EntityDraft, EntityDraft[]>();
  for (const { from, to, edge } of edges) {
    if (edge.rank !== 'DEPRECATED') addTo(adjacency, from, to);
  }
  return adjacency;
}

function chain(entities: readonly EntityDraft[]): string {
  return entities.map(({ slug }) => slug).join(' → ');
}

function cycleProblems(type: RelationType, edges: readonly ResolvedEdge[]): SeedProblem[] {
  const byFrom = groupBy(edges, ({ from }) => from.file.file);
  return findCycles(adjacencyOf(edges)).flatMap((cycle) => {
    const last = cycle.at(-1);
    const [first] = cycle;
    if (first === undefined || last === undefined) return [];
    const closing = byFrom.get(last.file.file)?.find(({ to, edge }) => {
      return to === first && edge.rank !== 'DEPRECATED';
    });
    if (closing === undefined) return [];
    const message = `${type} makes a cycle: ${chain([...cycle, first])}`;
    return [problemIn(closing.from.file, closing.edge.to.path, 'cycle', message)];
  });
}

/**
 * A symmetric edge must be in one file only. Otherwise its claims would be spread over two files.
 */
function mirroredEdges(type: RelationType, edges: readonly ResolvedEdge[]): SeedProblem[] {
  const keyOf = (one: EntityDraft, other: EntityDraft) => `${one.file.file} ${other.file.file}`;
  const first = new Set<string>();
  return edges.flatMap(({ from, to, edge }) => {
    first.add(keyOf(from, to));
    if (!first.has(keyOf(to, from))) return [];
    const message = `${to.file.file} already has this ${type}, which holds in both directions; keep one of the two`;
    return [problemIn(from.file, edge.to.path, 'mirrored-edge', message)];
  });
}

/**
 * SKOS S27 and similar rules: two entities linked by one type must not be linked by the closure of
 * another.
 */
function closureProblems(
  type: RelationType,
  edges: readonly ResolvedEdge[],
  closureOf: RelationType,
  closureEdges: readonly ResolvedEdge[],
): SeedProblem[] {
  const adjacency = adjacencyOf(closureEdges);
  return edges.flatMap(({ from, to, edge }) => {
    if (edge.rank === 'DEPRECATED') return [];
    const path = findPath(adjacency, from, to) ?? findPath(adjacency, to, from);
    if (path === null) return [];
    const message = `${type} and ${closureOf} must not link the same two entities: ${chain(path)}`;
    return [problemIn(from.file, edge.to.path, 'not-disjoint', message)];
  });
}

/** Checks all edges together: no cycles, no duplicates, no contradiction between types. */
export function checkEdges(index: SeedIndex): readonly SeedProblem[] {
  const byType = resolveEdges(index);
  return relationTypes.flatMap((type) => {
    const declared = relationOf(type);
    const edges = byType.get(type) ?? [];
    const problems: SeedProblem[] = [];
    if (declared.acyclic) problems.push(...cycleProblems(type, edges));
    if (declared.symmetric) problems.push(...mirroredEdges(type, edges));
    const other = relationTypes.find((name) => name === declared.disjointWithClosureOf);
    if (other !== undefined) {
      problems.push(...closureProblems(type, edges, other, byType.get(other) ?? []));
    }
    return problems;
  });
}
