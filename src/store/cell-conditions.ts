import { cellKind, cellProperties, cellRelation } from '../ontology/filter-cells.ts';
import type { Hop } from '../ontology/relations.ts';
import type { EntityKind } from '../ontology/vocabulary.ts';
import type { Condition } from './list-condition.ts';

/** A condition in two parts: what cells decide, and what they do not. All of both must hold. */
export interface ByCells {
  readonly known: readonly Condition[];
  readonly rest: Condition | null;
}

/** Splits a condition on entities of a kind. */
export function splitByCells(kind: EntityKind, where: Condition | null): ByCells {
  if (where === null) return { known: [], rest: null };
  if (kind !== cellKind) return { known: [], rest: where };
  if (where.op !== 'all') {
    return isKnown(where) ? { known: [where], rest: null } : { known: [], rest: where };
  }
  const parts = where.of.map((part) => splitByCells(kind, part));
  const of = parts.flatMap(({ rest }) => rest ?? []);
  return {
    known: parts.flatMap(({ known }) => known),
    rest: of.length === 0 ? null : { op: 'all', of },
  };
}

function isKnown(where: Condition): boolean {
  if (where.op === 'in') return cellProperties.includes(where.property);
  return where.op === 'linked' && where.hops[0] !== undefined && isCellHop(where.hops[0]);
}

/** Whether the ends of the hop decide the cell. */
export function isCellHop({ type, direction }: Hop): boolean {
  return type === cellRelation && direction === 'OUT';
}
