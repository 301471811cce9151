import type { Condition } from './list-condition.ts';

/** The parts of a condition, all of which must hold. */
export function partsOf(where: Condition): readonly Condition[] {
  return where.op === 'all' ? where.of.flatMap(partsOf) : [where];
}

/** The only part of a condition; null if it has several or none. */
export function solePart(where: Condition): Condition | null {
  const [part = null, ...others] = partsOf(where);
  return others.length === 0 ? part : null;
}

/** A condition without one of its parts. Null if nothing is left. */
export function withoutPart(where: Condition, part: Condition): Condition | null {
  if (where === part) return null;
  if (where.op !== 'all') return where;
  const of = where.of.flatMap((each) => withoutPart(each, part) ?? []);
  return of.length === 0 ? null : { op: 'all', of };
}
