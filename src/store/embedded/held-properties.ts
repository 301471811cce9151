import { filtersOf } from '../../ontology/filters.ts';
import { entityKinds } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';

/**
 * Properties whose values, or the items of a list of them, stand in the table `held`, so that a
 * filter finds few entities without a look at all.
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
