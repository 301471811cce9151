import { filtersOf } from '../../../ontology/filters.ts';
import { entityKinds } from '../../../ontology/kinds.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';

/**
 * Properties whose values, or list items, have rows in the table `held`, so that filters find few
 * entities without reading all.
 */
export const heldProperties = Object.fromEntries(
  entityKinds.map((kind) => [kind, propertiesOf(kind)]),
) as { readonly [Kind in EntityKind]: readonly string[] };

function propertiesOf(kind: EntityKind): readonly string[] {
  const properties = Object.values(filtersOf(kind)).flatMap((filter) =>
    filter.by === 'value' || filter.by === 'count' ? [filter.property] : [],
  );
  return [...new Set(properties)];
}
