/** The label of a class of models with equal answers. */
export const classLabel = 'UseClass';
/** The relationship from a model to its class. */
export const classType = 'OF_CLASS';
/** The label of models without a class. */
export const openLabel = 'OpenClass';
