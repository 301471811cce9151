import { filtersOf } from './filters.ts';
import type { EntityKind } from './vocabulary.ts';

// Models that differ in none of these are of one cell. There are as many cells as ways to combine
// a family, licenses and so on: far fewer than models. Sums over cells count a hub's models without
// a look at each.

/** The kind of entity that has cells. */
export const cellKind = 'MODEL' satisfies EntityKind;

/** The properties that tell cells apart, item by item. */
export const cellProperties: readonly string[] = [
  ...new Set(
    Object.values(filtersOf(cellKind)).flatMap((filter) =>
      filter.by === 'value' ? [filter.property] : [],
    ),
  ),
];

/** The relation whose best ends tell cells apart. It leads to few entities. */
export const cellRelation = 'LICENSED_UNDER';
