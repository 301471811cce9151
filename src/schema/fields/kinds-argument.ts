import { entityKinds } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { builder } from '../builder.ts';
import { EntityKindRef } from '../enums.ts';
import { inOrder } from './in-order.ts';

/** The argument that limits a look-up of texts to some kinds of entities. */
export const kindsArgument = builder.args((t) => ({
  kinds: t.field({
    type: [EntityKindRef],
    description: 'Only entities of these kinds. Default: all kinds.',
  }),
}));

/** The kinds asked for, in order and once each; null: any. */
export function kindsOf(kinds: readonly EntityKind[] | null | undefined) {
  return inOrder('kinds', entityKinds, kinds);
}
