import { setTimeout } from 'node:timers/promises';
import { StoreError } from '../../graph-store.ts';
import type { Connection } from '../bolt-connection.ts';
import { type SchemaRule, schemaRules } from './constraints.ts';

const pauseMs = 200;

/**
 * Creates missing constraints and indexes, and waits until they are usable. Existing ones stay,
 * also those of other versions, which may use the same graph. If nothing is missing, no right to
 * create is needed. `isEmpty` leaves out the indexes that only reads need: a first load would drop
 * them. Returns whether any of them is missing.
 */
export async function applySchema(connection: Connection, isEmpty = false): Promise<boolean> {
  const held = new Set([
    ...(await heldKeys(connection, 'CONSTRAINT')),
    ...(await heldIndexes(connection)).map(({ key }) => key),
  ]);
  // Names do not count: the database refuses an equal index with another name.
  const missing = schemaRules().filter((rule) => !held.has(keyOf(rule)));
  for (const { kind, text } of missing) {
    if (kind === 'CONSTRAINT') await connection.execute('schema', text);
  }
  const indexes = missing.filter(({ kind }) => kind === 'INDEX');
  const wanted = isEmpty ? indexes.filter(({ deferrable }) => !deferrable) : indexes;
  await createIndexes(connection, wanted);
  return wanted.length < indexes.length;
}

/**
 * Drops the indexes that only reads need, if the graph is empty and the user may do so. To build
 * them at the end takes a small part of the time that all single updates take. Returns whether it
 * dropped them.
 */
export async function dropReadIndexes(connection: Connection): Promise<boolean> {
  const [[isEmpty = false] = []] = await connection.read({
    name: 'schema',
    text: 'RETURN NOT EXISTS { (:Entity) } AND NOT EXISTS { (:Source) }',
  });
  if (isEmpty !== true) return false;
  const named = new Map((await heldIndexes(connection)).map(({ key, name }) => [key, name]));
  const names = readRules().flatMap((rule) => named.get(keyOf(rule)) ?? []);
  try {
    await changeSchema(connection, names.map(dropText));
    return true;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'STORE_AUTHENTICATION') return false;
    throw error;
  }
}

/** Creates the indexes again and waits until they are usable. */
export function createReadIndexes(connection: Connection): Promise<void> {
  return createIndexes(connection, readRules());
}

/** Creates indexes and waits until all are usable, however long that takes. */
async function createIndexes(connection: Connection, rules: readonly SchemaRule[]): Promise<void> {
  await changeSchema(
    connection,
    rules.map(({ text }) => text),
  );
  const text = "SHOW INDEXES YIELD state WHERE state = 'POPULATING' RETURN count(*)";
  for (;;) {
    const [[building = 0] = []] = await connection.read({ name: 'schema', text });
    if (Number(building) === 0) break;
    await setTimeout(pauseMs);
  }
  // It throws if an index could not be built.
  await connection.execute('schema', 'CALL db.awaitIndexes(300)');
}

function readRules(): readonly SchemaRule[] {
  return schemaRules().filter(({ deferrable }) => deferrable);
}

/**
 * Changes the schema in one transaction, so that the server builds all indexes in one pass over the
 * graph.
 */
async function changeSchema(connection: Connection, texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return;
  await connection.write('schema', async (tx) => {
    for (const text of texts) await tx.run(text);
  });
}

function dropText(name: string): string {
  return `DROP INDEX \`${name.replaceAll('`', '``')}\` IF EXISTS`;
}

type Definition = Pick<SchemaRule, 'kind' | 'type' | 'on' | 'properties'>;

function keyOf({ kind, type, on, properties }: Definition): string {
  return JSON.stringify([kind, type, on, properties]);
}

async function heldKeys(connection: Connection, kind: 'CONSTRAINT'): Promise<readonly string[]> {
  const text =
    'SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties RETURN type, labelsOrTypes, properties';
  const rows = await connection.read({ name: 'schema', text });
  // The name of uniqueness constraints depends on the version: NODE_PROPERTY_UNIQUENESS or
  // UNIQUENESS.
  return rows.map(([type, on, properties]) =>
    heldKey(kind, String(type).includes('UNIQUENESS') ? 'UNIQUE' : type, on, properties),
  );
}

async function heldIndexes(
  connection: Connection,
): Promise<readonly { readonly key: string; readonly name: string }[]> {
  const text = `SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint
    WHERE owningConstraint IS NULL RETURN name, type, labelsOrTypes, properties`;
  const rows = await connection.read({ name: 'schema', text });
  return rows.map(([name, type, on, properties]) => {
    return { name: String(name), key: heldKey('INDEX', type, on, properties) };
  });
}

function heldKey(
  kind: SchemaRule['kind'],
  type: unknown,
  on: unknown,
  properties: unknown,
): string {
  const [label = ''] = (on ?? []) as readonly string[];
  return keyOf({
    ...{ kind, type: type as SchemaRule['type'], on: label },
    properties: (properties ?? []) as string[],
  });
}
