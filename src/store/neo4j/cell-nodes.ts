/** The label of a cell of models with equal filter values (`ontology/filter-cells.ts`). */
export const cellLabel = 'ModelCell';
/** The relationship from a model to its cell. */
export const cellType = 'IN_CELL';
/** The relationship from a cell to the ends of its models' relations. */
export const cellEndType = 'CELL_END';
