/**
 * Matches a node by a property with a unique value or with few nodes for each value. The hint
 * matters: a plan that was made while the graph was small reads all nodes of the label.
 */
export function sought(variable: string, label: string, property: string, value: string): string {
  return `MATCH (${variable}:${label} {${property}: ${value}}) USING INDEX SEEK ${variable}:${label}(${property})`;
}

/** The entity with this id. */
export function soughtEntity(variable: string, id: string): string {
  return sought(variable, 'Entity', 'id', id);
}
