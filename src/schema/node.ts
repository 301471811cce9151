import { toGlobalId, typeNameOfId } from '../ontology/ids.ts';
import { builder } from './builder.ts';
import { needing } from './fields/field-needs.ts';

/** An entity, relation, claim or source from the store. */
export interface Identified {
  readonly id: string;
}

export const NodeRef = builder.interfaceRef<Identified>('Node').implement({
  description: 'An object that can be fetched by its id (Relay).',
  resolveType: (node) => typeNameOfId(node.id) ?? undefined,
  fields: (t) => ({
    id: t.id({
      description: 'Opaque; minted once, so it survives a change of slug.',
      extensions: needing({ reads: [] }),
      resolve: (node) => toGlobalId(node.id),
    }),
  }),
});
