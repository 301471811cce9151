import type { EdgePageSpec, EdgeSpec, FacetSpec, ListPageSpec, Selection } from '../store/reads.ts';

/** A selection with a key. Equal selections have equal keys. */
export interface PlannedSelection extends Selection {
  readonly key: string;
  readonly edges: readonly EdgePlan[];
  readonly counts: readonly EdgeCountPlan[];
}

/** A spec with a key for caches and batches. Equal arguments give equal keys. */
export interface Keyed<Spec> {
  readonly key: string;
  readonly spec: Spec;
}
/** A keyed spec, with the parts to read of each entity. */
interface Selecting<Spec> extends Keyed<Spec> {
  readonly select: PlannedSelection;
}
export type ListPlan = Selecting<ListPageSpec>;
export type FacetPlan = Selecting<FacetSpec>;
export interface EdgePlan extends Selecting<EdgePageSpec> {
  /** The key without the selection. Pages of one group become one read. */
  readonly group: string;
}
export interface EdgeCountPlan extends EdgeSpec {
  readonly key: string;
}

/**
 * A planned selection. Its properties are sorted and unique, so that equal selections share a key.
 */
export function planSelection(
  properties: Iterable<string>,
  edges: readonly EdgePlan[] = [],
  counts: readonly EdgeCountPlan[] = [],
): PlannedSelection {
  const sorted = [...new Set(properties)].sort();
  return { properties: sorted, edges, counts, key: sorted.join(',') };
}

/** Joins selections of the same entities for one read. */
export function joinSelections(selections: readonly PlannedSelection[]): PlannedSelection {
  const [first, ...others] = selections;
  if (first === undefined) return planSelection([]);
  if (others.every((other) => other === first)) return first;
  return planSelection(
    selections.flatMap((select) => select.properties),
    distinct(selections.flatMap((select) => select.edges)),
    distinct(selections.flatMap((select) => select.counts)),
  );
}

function distinct<T extends { readonly key: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.key, item])).values()];
}

/** A page of relations, with a key from its arguments and its selection. */
export function edgePlan(spec: EdgePageSpec, select: PlannedSelection): EdgePlan {
  const { order, window, facts, ...rest } = spec;
  const { peek, ...place } = window;
  const group = `${edgeKey(rest)}/${JSON.stringify([order, place])}`;
  return {
    key: `${group}/${facts ? 'f' : ''}${peek ? 'p' : ''}/${select.key}`,
    group,
    spec,
    select,
  };
}

/** One spec for all plans of a group. */
export function joinSpecs(plans: readonly EdgePlan[], one: EdgePlan): EdgePageSpec {
  const facts = plans.some(({ spec }) => spec.facts);
  const peek = plans.some(({ spec }) => spec.window.peek);
  return { ...one.spec, facts, window: { ...one.spec.window, peek } };
}

/** A count of relations, with a key from its arguments. */
export function edgeCountPlan(spec: EdgeSpec): EdgeCountPlan {
  const { types, direction, ranks, neighborKinds, artifact, on, where } = spec;
  const plain = { types, direction, ranks, neighborKinds, artifact, on, where };
  return { ...plain, key: edgeKey(plain) };
}

function edgeKey(spec: EdgeSpec): string {
  const { types, direction, ranks, neighborKinds, artifact, on, where } = spec;
  return JSON.stringify([types, direction, ranks, neighborKinds, artifact, on, where]);
}

/** A spec with a key from its arguments. */
export function keyed<Spec extends object>(spec: Spec): Keyed<Spec> {
  return { key: JSON.stringify(spec), spec };
}

/** The same with a selection: a page of a list, or a facet. */
export function keyedWith<Spec extends ListPageSpec | FacetSpec>(
  spec: Spec,
  select: PlannedSelection,
): Selecting<Spec> {
  return { key: `${JSON.stringify(spec)}/${select.key}`, spec, select };
}
