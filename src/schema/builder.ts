import SchemaBuilder from '@pothos/core';
import type { PartialDate } from '../ontology/partial-date.ts';
import type { GraphContext } from './context.ts';

/** The Pothos builder. Every file of the schema adds its types to it. */
export const builder = new SchemaBuilder<{
  Context: GraphContext;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: Date; Output: string };
    PartialDate: { Input: never; Output: PartialDate };
    DateTime: { Input: Date; Output: string };
    URL: { Input: URL; Output: string };
    SafeInt: { Input: number; Output: number };
    JSON: { Input: unknown; Output: unknown };
  };
}>({ defaultFieldNullability: false });

/** The type parameters of the builder. */
export type SchemaTypes =
  typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;

type ObjectFields<Parent> = PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, Parent>;

/** Declares fields of an object or of an interface. */
export type FieldBuilder<Parent> =
  | ObjectFields<Parent>
  | PothosSchemaTypes.InterfaceFieldBuilder<SchemaTypes, Parent>;

/** The builder of an interface, typed as that of an object. Both declare fields in the same way. */
export function objectFields<Parent>(t: FieldBuilder<Parent>): ObjectFields<Parent> {
  return t as ObjectFields<Parent>;
}
