import { enumeration } from '../../ontology/enumeration.ts';
import { byName, type FilteredKind } from '../../ontology/filters.ts';
import { kindOf, kinds, type OrderDeclaration } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { SortOrder } from '../../store/reads.ts';
import { builder } from '../builder.ts';
import { enumRef, OrderDirectionRef } from '../enums.ts';
import type { CursorOrder } from './cursor.ts';

function orderInput(
  name: string,
  what: string,
  orders: Readonly<Record<string, OrderDeclaration>>,
) {
  const descriptions = Object.entries(orders).map(([field, order]) => [field, order.description]);
  const field = enumRef(
    enumeration(`${name}OrderField`, `What ${what} can be ordered by.`, {
      ...(Object.fromEntries(descriptions) as Record<string, string>),
    }),
  );
  return builder.inputType(`${name}Order`, {
    description: `An order of ${what}; ties are broken by id.`,
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'What to order by.' }),
      direction: t.field({
        type: OrderDirectionRef,
        required: true,
        defaultValue: 'ASC',
        description: 'The direction of the order.',
      }),
    }),
  });
}

export const EntityOrderInput = orderInput('Entity', 'entities', { NAME: byName });

function orderInputOf(kind: FilteredKind) {
  const { typeName, folder, orders } = kinds[kind];
  return orderInput(typeName, folder, orders);
}

export const orderInputs = {
  TERM: orderInputOf('TERM'),
  MODEL: orderInputOf('MODEL'),
  LICENSE: orderInputOf('LICENSE'),
} as const satisfies Record<FilteredKind, unknown>;

/** The order argument of a list. */
export type OrderArgument = typeof EntityOrderInput.$inferInput;

/** The store's order for an argument. The default is by name. */
export function sortOrder(kind: EntityKind, order: OrderArgument | null | undefined): SortOrder {
  const declared = kindOf(kind).orders[order?.field ?? 'NAME'];
  return { property: declared?.property ?? 'sort', descending: order?.direction === 'DESC' };
}

/** The name and type of an order in cursors. */
export function cursorOrder(order: SortOrder, ids: CursorOrder['ids']): CursorOrder {
  const declared = Object.values(kinds)
    .flatMap((kind): OrderDeclaration[] => Object.values(kind.orders))
    .find(({ property }) => property === order.property);
  return {
    name: `${order.property}${order.descending ? '-' : '+'}`,
    type: declared?.type ?? 'string',
    ids,
  };
}
