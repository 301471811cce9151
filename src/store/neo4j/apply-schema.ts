import type { Connection } from './connection.ts';
import { type SchemaRule, schemaRules } from './constraints.ts';

/**
 * Creates the constraints and indexes that are missing, and waits until all can be used. What is
 * there is left alone, also what other versions asked for: they may be serving the same graph.
 * Where nothing is missing, no right to create is needed.
 */
export async function applySchema(connection: Connection): Promise<void> {
  const held = new Set([
    ...(await heldNames(connection, 'CONSTRAINT')),
    ...(await heldNames(connection, 'INDEX')),
  ]);
  for (const { name, text } of schemaRules()) {
    if (!held.has(name)) await connection.execute('schema', text);
  }
  await connection.execute('schema', 'CALL db.awaitIndexes(300)');
}

async function heldNames(
  connection: Connection,
  kind: SchemaRule['kind'],
): Promise<readonly string[]> {
  const what = kind === 'INDEX' ? 'INDEXES' : 'CONSTRAINTS';
  const rows = await connection.read({
    name: 'schema',
    text: `SHOW ${what} YIELD name RETURN name`,
  });
  return rows.map(([name]) => String(name));
}
