import { entityKinds } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { builder } from '../builder.ts';
import { EntityKindRef } from '../enums.ts';
import { inOrder } from './in-order.ts';

/** The argument that limits a text search to some kinds of entities. */
export const kindsArgument = builder.args((t) => ({
  kinds: t.field({
    type: [EntityKindRef],
    description: 'Only entities of these kinds. Default: all kinds.',
  }),
}));

/** The requested kinds, in order, each once; null for all. */
export function kindsOf(kinds: readonly EntityKind[] | null | undefined) {
  return inOrder('kinds', entityKinds, kinds);
}
