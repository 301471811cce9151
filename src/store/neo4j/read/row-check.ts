import type { z } from 'zod';
import { StoreError } from '../../graph-store.ts';

/**
 * The value, if it matches the schema. Throws STORE_FAILURE if the graph holds something else, for
 * example from another version. The check of a relation takes 0.1 µs, a small part of its row.
 */
export function checked<Value>(
  schema: z.ZodType<Value>,
  what: () => string,
  value: unknown,
): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue?.path.join('.') ?? '';
  throw new StoreError(
    'STORE_FAILURE',
    `The graph holds ${what()} that this version cannot read: ${place === '' ? '' : `${place}: `}${issue?.message}`,
    { cause: result.error },
  );
}
