import type { Artifact } from '../../ontology/vocabulary.ts';
import { NO } from '../claims/certainty.ts';
import { earlier, isOnOrAfter, spanOfDay } from '../claims/days.ts';
import type { Binding, DerivationStep } from './binding.ts';
import { licensesInForce } from './in-force.ts';
import { type Ancestor, ancestryOf } from './lineage.ts';
import type { LineageGraph, LineageModel } from './lineage-graph.ts';
import type { UseProfile } from './use-profile.ts';
import { type UseVerdict, useVerdict } from './use-verdict.ts';

/** The licenses that bind a user of a model's artifact on a day: its own and the inherited ones. */
export interface ModelBinding {
  readonly own: Binding;
  /** The bindings of the models it was derived from, nearest first. */
  readonly inherited: readonly Binding[];
  /** Both together. */
  readonly binding: Binding;
  /** What was left out and why, in words. */
  readonly notes: readonly string[];
}

/**
 * Whether the developers of the parent also made the child. A license does not bind its licensor,
 * who may release a derivative on any terms.
 */
export function isByTheOwner({ model: parent, child }: Pick<Ancestor, 'model' | 'child'>): boolean {
  const owners = parent.developerIds;
  return owners.length > 0 && owners.every((id) => child.developerIds.includes(id));
}

function inWords(way: readonly DerivationStep[]): string {
  const [first] = way;
  const names = way.map(({ parent }) => parent.name);
  return [first?.child.name ?? '', ...names].join(' ← ');
}

/**
 * The inherited bindings of the weights. The license of a parent was taken by the release day of
 * the child at the latest.
 */
function inheritedBy(graph: LineageGraph, model: LineageModel, day: string, notes: string[]) {
  const { ancestors, missing, cycles } = ancestryOf(graph, model);
  const bindings: Binding[] = [];
  for (const ancestor of ancestors) {
    if (isByTheOwner(ancestor)) {
      notes.push(
        `${ancestor.child.name} and ${ancestor.model.name}, which it was made from, have the same developer, who may release both on different terms.`,
      );
      continue;
    }
    const { via, path, child } = ancestor;
    const taken = earlier(spanOfDay(day), child.releasedOn);
    bindings.push(
      licensesInForce(graph, { model: ancestor.model, artifact: 'WEIGHTS', taken, via, path }),
    );
  }
  for (const via of missing) {
    const name = via.at(-1)?.parent.name ?? '';
    const explanation = `${name}, which ${via.at(-1)?.child.name ?? ''} was made from, is not recorded.`;
    notes.push(explanation);
    bindings.push({ kind: 'UNKNOWN', via, missing: 'LINEAGE', explanation });
  }
  for (const way of cycles)
    notes.push(`The lineage runs in a circle, not followed: ${inWords(way)}.`);
  return bindings;
}

/** Whether the model was released by the day. Licenses before its release are not known. */
function released(model: LineageModel, day: string): boolean {
  return model.releasedOn === null || isOnOrAfter(spanOfDay(day), model.releasedOn) !== NO;
}

/**
 * The binding of a user of a model's artifact on a day. Only weights inherit licenses. Code and
 * data have their own licenses only.
 */
export function modelBinding(
  graph: LineageGraph,
  modelId: string,
  artifact: Artifact,
  day: string,
): ModelBinding {
  const model = graph.models.get(modelId);
  if (model === undefined) {
    const explanation = `${modelId} is not recorded.`;
    const own: Binding = { kind: 'UNKNOWN', via: [], missing: 'LINEAGE', explanation };
    return { own, inherited: [], binding: own, notes: [explanation] };
  }
  const notes: string[] = [];
  const taking = { model, artifact, taken: spanOfDay(day), via: [], path: 0 };
  const own: Binding = released(model, day)
    ? licensesInForce(graph, taking)
    : {
        kind: 'UNKNOWN',
        via: [],
        missing: 'LICENSE_IN_FORCE',
        explanation: `${model.name} was released on ${model.releasedOn}, after ${day}.`,
      };
  const inherited = artifact === 'WEIGHTS' ? inheritedBy(graph, model, day, notes) : [];
  const binding: Binding = inherited.length === 0 ? own : { kind: 'ALL', of: [own, ...inherited] };
  return { own, inherited, binding, notes: [...new Set(notes)] };
}

/**
 * The binding if the lineage is too large to follow: the model's own licenses, and an unknown part
 * for the given reason.
 */
export function unfollowedBinding(
  graph: LineageGraph,
  modelId: string,
  artifact: Artifact,
  day: string,
  reason: string,
): ModelBinding {
  const unknown: Binding = { kind: 'UNKNOWN', via: [], missing: 'LINEAGE', explanation: reason };
  const model = graph.models.get(modelId);
  if (model === undefined)
    return { own: unknown, inherited: [], binding: unknown, notes: [reason] };
  const alone = { ...graph, models: new Map([[modelId, { ...model, derivedFrom: [] }]]) };
  const found = modelBinding(alone, modelId, artifact, day);
  if (artifact !== 'WEIGHTS') return found;
  const binding: Binding = { kind: 'ALL', of: [found.own, unknown] };
  return { ...found, inherited: [unknown], binding, notes: [...found.notes, reason] };
}

/** The verdict on a use under a binding. The binding is the same for all uses. */
export function boundVerdict({ binding, notes }: ModelBinding, profile: UseProfile): UseVerdict {
  const verdict = useVerdict(binding, profile);
  if (notes.length === 0) return verdict;
  return { ...verdict, assumptions: [...verdict.assumptions, ...notes] };
}
