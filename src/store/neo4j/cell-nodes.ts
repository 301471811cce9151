/** The label of a cell of models with equal filter values (`ontology/filter-cells.ts`). */
export const cellLabel = 'ModelCell';
/**
 * The label of a node with the numbers of a cell, whose key it has. They are not at the cell, which
 * is locked while models are put into it.
 */
export const tallyLabel = 'CellTally';
/** Its property with the values that models of the cell have of a property, in order. */
export const valuesName = (property: string) => `${property}Values`;
/** Its property with the number of models for each of these values. */
export const modelsName = (property: string) => `${property}Models`;
/** The property of a model with the key of its cell. With it, orders within a cell are indexed. */
export const cellKeyName = 'cell';
/** The relationship from a model to its cell. */
export const cellType = 'IN_CELL';
/** The relationship from a cell to the ends of its models' relations. */
export const cellEndType = 'CELL_END';
