import { setTimeout } from 'node:timers/promises';
import { StoreError } from '../../graph-store.ts';
import type { Connection } from '../bolt-connection.ts';
import { isThereAlready } from '../neo4j-errors.ts';
import { type SchemaRule, schemaRules } from './constraints.ts';

const pauseMs = 200;
/** How often processes that create the same indexes at once begin again. */
const attempts = 5;

/**
 * Creates missing constraints and indexes, and waits until they are usable. Existing ones stay,
 * also those of other versions, which may use the same graph. If nothing is missing, no right to
 * create is needed. `isEmpty` leaves out those that a first load would drop. Returns whether any of
 * them is missing.
 */
export async function applySchema(connection: Connection, isEmpty = false): Promise<boolean> {
  const missing = await missingRules(connection);
  const wanted = isEmpty ? missing.filter(({ deferrable }) => !deferrable) : missing;
  await create(connection, wanted);
  return wanted.length < missing.length;
}

/**
 * Drops what a first load does not need, if the graph is empty and the user may do so. To build it
 * at the end takes a small part of the time that all single updates take. Returns whether it was
 * dropped.
 */
export async function dropDeferrable(connection: Connection): Promise<boolean> {
  const [[isEmpty = false] = []] = await connection.read({
    name: 'schema',
    text: 'RETURN NOT EXISTS { (:Entity) } AND NOT EXISTS { (:Source) }',
  });
  if (isEmpty !== true) return false;
  const held = new Map((await heldRules(connection)).map(({ key, name }) => [key, name]));
  const deferrable = schemaRules().filter((rule) => rule.deferrable);
  const texts = deferrable.flatMap((rule) => {
    const name = held.get(keyOf(rule));
    return name === undefined ? [] : [dropText(rule, name)];
  });
  try {
    await changeSchema(connection, texts);
    return true;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'STORE_AUTHENTICATION') return false;
    throw error;
  }
}

/** Creates again what was dropped, and waits until it is usable. */
export async function createDeferrable(connection: Connection): Promise<void> {
  const missing = await missingRules(connection);
  // The server takes as long to find that a rule is there as to create one.
  return create(
    connection,
    missing.filter(({ deferrable }) => deferrable),
  );
}

/** Names do not count: the database refuses an equal index with another name. */
async function missingRules(connection: Connection): Promise<readonly SchemaRule[]> {
  const held = new Set((await heldRules(connection)).map(({ key }) => key));
  return schemaRules().filter((rule) => !held.has(keyOf(rule)));
}

/** Creates constraints and indexes, and waits until all are usable, however long that takes. */
async function create(connection: Connection, rules: readonly SchemaRule[]): Promise<void> {
  for (const { kind, text } of rules) {
    if (kind === 'CONSTRAINT') await connection.execute('schema', text);
  }
  const indexes = rules.filter(({ kind }) => kind === 'INDEX').map(({ text }) => text);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await changeSchema(connection, indexes);
      break;
    } catch (error) {
      // Another process created some of them since the transaction began.
      if (!isThereAlready(error) || attempt === attempts) throw error;
    }
  }
  while (await isBuilding(connection)) await setTimeout(pauseMs);
  // It throws if an index could not be built.
  await connection.execute('schema', 'CALL db.awaitIndexes(300)');
}

/** Whether the server builds an index, also one that another process created. */
export async function isBuilding(connection: Connection): Promise<boolean> {
  const text = "SHOW INDEXES YIELD state WHERE state = 'POPULATING' RETURN count(*)";
  const [[building = 0] = []] = await connection.read({ name: 'schema', text });
  return Number(building) > 0;
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

function dropText({ kind }: SchemaRule, name: string): string {
  return `DROP ${kind} \`${name.replaceAll('`', '``')}\` IF EXISTS`;
}

type Definition = Pick<SchemaRule, 'kind' | 'type' | 'on' | 'properties'>;

function keyOf({ kind, type, on, properties }: Definition): string {
  return JSON.stringify([kind, type, on, properties]);
}

/** The constraints and indexes of the database, without the indexes of constraints. */
async function heldRules(
  connection: Connection,
): Promise<readonly { readonly key: string; readonly name: string }[]> {
  const constraints = await connection.read({
    name: 'schema',
    text: `SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties
      RETURN name, type, labelsOrTypes, properties`,
  });
  const indexes = await connection.read({
    name: 'schema',
    text: `SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint
      WHERE owningConstraint IS NULL RETURN name, type, labelsOrTypes, properties`,
  });
  return [
    // The name of uniqueness constraints depends on the version: NODE_PROPERTY_UNIQUENESS or
    // UNIQUENESS.
    ...constraints.map(([name, type, on, properties]) => {
      const known = String(type).includes('UNIQUENESS') ? 'UNIQUE' : type;
      return { name: String(name), key: heldKey('CONSTRAINT', known, on, properties) };
    }),
    ...indexes.map(([name, type, on, properties]) => {
      return { name: String(name), key: heldKey('INDEX', type, on, properties) };
    }),
  ];
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
