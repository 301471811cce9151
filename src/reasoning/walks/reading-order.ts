import { compareText } from '../../base/compare-text.ts';
import { addTo } from '../../base/group-by.ts';
import type { ClosureStep } from './closure.ts';

/** An entity to read, and the requirement that puts it on the list. */
export interface ReadingStep {
  readonly id: string;
  readonly because: string;
  readonly depth: number;
  readonly cyclic: boolean;
}

/**
 * The reading order: each entity comes after those that it requires. Otherwise the farthest from
 * the goal comes first, then by slug. Requirements on a cycle are ignored. Each entity is listed
 * once, with a requirement nearest to the goal.
 */
export function readingOrder(startId: string, steps: readonly ClosureStep[]): ReadingStep[] {
  const reasons = new Map<string, ClosureStep>();
  const waiting = new Map<string, number>();
  const requirers = new Map<string, string[]>();
  for (const step of steps) {
    if (step.id === startId) continue;
    if (!reasons.has(step.id)) reasons.set(step.id, step);
    if (step.cyclic || step.parentId === startId) continue;
    waiting.set(step.parentId, (waiting.get(step.parentId) ?? 0) + 1);
    addTo(requirers, step.id, step.parentId);
  }
  const onCycle = new Set(
    steps.filter(({ cyclic }) => cyclic).flatMap(({ id, parentId }) => [id, parentId]),
  );
  const order: ReadingStep[] = [];
  let ready = [...reasons.keys()].filter((id) => (waiting.get(id) ?? 0) === 0);
  while (ready.length > 0) {
    ready.sort((one, other) => compareReasons(reasons.get(one), reasons.get(other)));
    const [id, ...others] = ready;
    ready = others;
    const reason = id === undefined ? undefined : reasons.get(id);
    if (id === undefined || reason === undefined) continue;
    order.push({ id, because: reason.relationId, depth: reason.depth, cyclic: onCycle.has(id) });
    for (const requirer of requirers.get(id) ?? []) {
      const left = (waiting.get(requirer) ?? 1) - 1;
      waiting.set(requirer, left);
      if (left === 0) ready.push(requirer);
    }
  }
  return order;
}

function compareReasons(one: ClosureStep | undefined, other: ClosureStep | undefined): number {
  if (one === undefined || other === undefined) return 0;
  return other.depth - one.depth || compareText(one.slug, other.slug);
}
