import { cellKind } from '../../../ontology/filter-cells.ts';
import { sortPropertiesOf } from '../../../ontology/kinds.ts';

/**
 * The cells of models with equal filter values (`ontology/filter-cells.ts`). A key is the JSON of
 * the rows in `cell_value`: the numbers of a property or slot, and a value or the number of an end.
 */
export const cellLayout = `
  CREATE TABLE IF NOT EXISTS cell (
    n INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, size INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS cell_empty ON cell (n) WHERE size = 0;
  CREATE TABLE IF NOT EXISTS cell_value (
    property INTEGER NOT NULL, value NOT NULL, cell INTEGER NOT NULL,
    PRIMARY KEY (property, value, cell)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS model_cell (model INTEGER PRIMARY KEY, cell INTEGER NOT NULL);
`;

/** The index with the models of each cell in an order of lists. */
export function cellIndex(property: string): string {
  return `entity_by_cell_${property}`;
}

/** The cell of a model is also in its row, for the indexes of the orders. */
export const cellIndexes = sortPropertiesOf(cellKind).map(
  ({ property }) =>
    `CREATE INDEX IF NOT EXISTS ${cellIndex(property)} ON entity (cell, ${property}, id) WHERE cell IS NOT NULL`,
);
