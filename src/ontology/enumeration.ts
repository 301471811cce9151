import { z } from 'zod';

/** A closed list of names with their meanings. Zod enums and GraphQL enums are made from it. */
export interface Enumeration<Value extends string> {
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<Value, string>>;
}

/** Declares an enumeration; the literal value names are kept in the type. */
export function enumeration<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): Enumeration<Value> {
  return { name, description, values };
}

/** The value names in the order of their declaration. */
export function valuesOf<Value extends string>(declared: Enumeration<Value>): readonly Value[] {
  return Object.keys(declared.values) as Value[];
}

const declarations = new WeakMap<z.ZodType, Enumeration<string>>();

/** The zod schema that accepts exactly the declared names. */
export function zodEnum<Value extends string>(
  declared: Enumeration<Value>,
): z.ZodEnum<{ [K in Value]: K }> {
  const schema = z.enum(valuesOf(declared)) as z.ZodEnum<{ [K in Value]: K }>;
  declarations.set(schema, declared);
  return schema;
}

/** The declaration that a schema was made from, or null. */
export function enumerationOf(schema: z.ZodType): Enumeration<string> | null {
  return declarations.get(schema) ?? null;
}
