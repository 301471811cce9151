/** The label of a class of models with equal answers to uses without rivals. */
export const classLabel = 'UseClass';
/** The relationship from a model to its class. */
export const classType = 'OF_CLASS';
/** The label of the models of a class with the same licensors. */
export const variantLabel = 'UseVariant';
/** The relationship from a model to its variant. */
export const variantType = 'OF_VARIANT';
/** The relationship from a variant to its class. */
export const variantOfType = 'VARIANT_OF';
/** The label of an organization that is a licensor in a variant. */
export const licensorLabel = 'Licensor';
/** The relationship from a variant to a licensor, with its place in the class. */
export const licensorType = 'HAS_LICENSOR';
/** The relationship from a cell to a class of its models, with their number. */
export const cellClassType = 'CELL_CLASS';
/** The label of models without a class. */
export const openLabel = 'OpenClass';
