import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../base/folders.ts';
import { type SeedKind, seedFileSchemas, seedKinds } from '../../ontology/seed-files.ts';

/** The name of the JSON Schema file of a kind, "model.schema.json". */
export function schemaFileOf(kind: SeedKind): string {
  return `${kind.toLowerCase()}.schema.json`;
}

const made = new Map<SeedKind, object>();

/** The JSON Schema with which editors complete and check a seed file of the kind. */
export function seedJsonSchema(kind: SeedKind): object {
  const known = made.get(kind);
  if (known !== undefined) return known;
  const { $schema, ...schema } = z.toJSONSchema(seedFileSchemas[kind], { io: 'input' });
  const titled = { $schema, title: `Glossgraph seed: ${kind.toLowerCase()}`, ...schema };
  made.set(kind, titled);
  return titled;
}

/** The text of the committed JSON Schema file. */
export function seedSchemaText(kind: SeedKind): string {
  return `${JSON.stringify(seedJsonSchema(kind), null, 2)}\n`;
}

/** Writes the JSON Schema of every kind of seed file into the directory (seeds/schema). */
export async function writeSeedSchemas(directory: string): Promise<readonly string[]> {
  makeFolder(directory);
  const written: string[] = [];
  for (const kind of seedKinds) {
    const file = path.join(directory, schemaFileOf(kind));
    await writeFile(file, seedSchemaText(kind));
    written.push(file);
  }
  return written;
}
