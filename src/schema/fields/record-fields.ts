import type { FieldMap } from '@pothos/core';
import { z } from 'zod';
import { enumerationOf } from '../../ontology/enumeration.ts';
import { type FieldBuilder, objectFields } from '../builder.ts';
import { enumRef } from '../enums.ts';

/** The GraphQL type of a zod schema. A list with one type means a list of it. */
function typeOf(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodArray) return [typeOf(schema.element as z.ZodType)];
  const declared = enumerationOf(schema);
  if (declared !== null) return enumRef(declared);
  if (schema instanceof z.ZodString) return 'String';
  if (schema instanceof z.ZodNumber) return 'Int';
  if (schema instanceof z.ZodBoolean) return 'Boolean';
  throw new Error(`No GraphQL type is known for ${schema.type}.`);
}

/**
 * Fields that return properties of a record unchanged, each with its description. Type and
 * nullability follow from the schema of the record; `types` has those that do not.
 */
export function recordFields<Shape extends z.ZodRawShape, Key extends keyof Shape & string>(
  t: FieldBuilder<z.output<z.ZodObject<Shape>>>,
  { shape }: z.ZodObject<Shape>,
  descriptions: Readonly<Record<Key, string>>,
  types?: Readonly<Partial<Record<Key, unknown>>>,
): FieldMap {
  const fields = Object.entries<string>(descriptions).map(([key, description]) => {
    const own = shape[key as Key] as unknown as z.ZodType;
    const nullable = own instanceof z.ZodNullable;
    const type = types?.[key as Key] ?? typeOf(nullable ? (own.unwrap() as z.ZodType) : own);
    const field = objectFields(t).field({
      type: type as 'String',
      nullable,
      description,
      resolve: (record) => (record as Readonly<Record<string, unknown>>)[key] as string,
    });
    return [key, field] as const;
  });
  return Object.fromEntries(fields);
}
