import { filtersOf, sortProperty } from './filters.ts';
import type { EntityKind } from './vocabulary.ts';

// Models with equal values of all these filters form a cell. There are far fewer cells than models.
// Counts and facets add up cells, and need not look at each model of a hub.

/** The kind of entity that has cells. */
export const cellKind = 'MODEL' satisfies EntityKind;

/** The properties whose values decide the cell, item by item. */
export const cellProperties: readonly string[] = [
  ...new Set(
    Object.values(filtersOf(cellKind)).flatMap((filter) =>
      filter.by === 'value' ? [filter.property] : [],
    ),
  ),
];

/** The properties that filters take ranges of. Stores may count their values in each cell. */
export const cellRanges: readonly string[] = Object.values(filtersOf(cellKind)).flatMap(
  (filter) => {
    if (filter.by === 'day') return [sortProperty(filter.property)];
    return filter.by === 'count' ? [filter.property] : [];
  },
);

/** The relation whose best ends decide the cell. It leads to few entities. */
export const cellRelation = 'LICENSED_UNDER';
