/** The label of a class of models that have the same answers. */
export const classLabel = 'UseClass';
/** The relationship of a model to its class. */
export const classType = 'OF_CLASS';
/** The label of models that wait for a class. */
export const openLabel = 'OpenClass';
