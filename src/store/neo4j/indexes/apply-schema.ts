import type { Connection } from '../bolt-connection.ts';
import { type SchemaRule, schemaRules } from './constraints.ts';

/**
 * Creates missing constraints and indexes, and waits until they are usable. Existing ones stay,
 * also those of other versions, which may use the same graph. If nothing is missing, no right to
 * create is needed.
 */
export async function applySchema(connection: Connection): Promise<void> {
  const held = new Set([
    ...(await heldKeys(connection, 'CONSTRAINT')),
    ...(await heldKeys(connection, 'INDEX')),
  ]);
  for (const rule of schemaRules()) {
    // Names do not count: the database refuses an equal index with another name.
    if (!held.has(keyOf(rule))) await connection.execute('schema', rule.text);
  }
  await connection.execute('schema', 'CALL db.awaitIndexes(300)');
}

type Definition = Pick<SchemaRule, 'kind' | 'type' | 'on' | 'properties'>;

function keyOf({ kind, type, on, properties }: Definition): string {
  return JSON.stringify([kind, type, on, properties]);
}

async function heldKeys(
  connection: Connection,
  kind: SchemaRule['kind'],
): Promise<readonly string[]> {
  const text =
    kind === 'INDEX'
      ? `SHOW INDEXES YIELD type, labelsOrTypes, properties, owningConstraint
         WHERE owningConstraint IS NULL RETURN type, labelsOrTypes, properties`
      : 'SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties RETURN type, labelsOrTypes, properties';
  const rows = await connection.read({ name: 'schema', text });
  return rows.map(([type, on, properties]) => {
    // The name of uniqueness constraints depends on the version: NODE_PROPERTY_UNIQUENESS or
    // UNIQUENESS.
    const named = String(type).includes('UNIQUENESS') ? 'UNIQUE' : (type as SchemaRule['type']);
    const [label = ''] = (on ?? []) as readonly string[];
    return keyOf({ kind, type: named, on: label, properties: (properties ?? []) as string[] });
  });
}
