import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaFileOf, seedSchemaText, writeSeedSchemas } from '../exchange/seeds/seed-schemas.ts';
import { seedKinds } from '../ontology/seed-files.ts';
import { schemaText } from '../server/schema-text.ts';
import { type ExitCode, exitCode, writing } from './command-error.ts';
import { shownPath } from './shown-path.ts';

interface SchemaOptions {
  /** The file to write; stdout by default. */
  readonly output?: string;
  /** The file to compare with. */
  readonly check?: string;
}

/** Prints or writes the SDL of the public schema, or compares it with a file. */
export async function schema({ output, check }: SchemaOptions): Promise<ExitCode> {
  const text = schemaText();
  if (check !== undefined) {
    return compareAll([[check, text]], `glossgraph schema --output ${check}`);
  }
  if (output === undefined) process.stdout.write(text);
  else await writing(output, writeFile(output, text));
  return exitCode.ok;
}

/** Writes the JSON Schemas of seeds, for editors, or compares them with the existing files. */
export async function seedSchemas(seedsDir: string, compare: boolean): Promise<ExitCode> {
  const directory = join(shownPath(seedsDir), 'schema');
  if (compare) {
    const files = seedKinds.map(
      (kind) => [join(directory, schemaFileOf(kind)), seedSchemaText(kind)] as const,
    );
    return compareAll(files, 'glossgraph seed-schemas');
  }
  const files = await writing(directory, writeSeedSchemas(directory));
  for (const file of files) process.stdout.write(`${file}\n`);
  return exitCode.ok;
}

async function compareAll(
  files: readonly (readonly [file: string, text: string])[],
  remedy: string,
): Promise<ExitCode> {
  const differences: string[] = [];
  for (const [file, text] of files) {
    const held = await readFile(file, 'utf8').catch(() => null);
    if (held === null) differences.push(`${file} cannot be read`);
    else if (held !== text) differences.push(firstDifference(file, held, text));
  }
  if (differences.length === 0) return exitCode.ok;
  process.stdout.write(`${differences.join('\n')}\nWrite anew with: ${remedy}\n`);
  return exitCode.problems;
}

function firstDifference(file: string, held: string, text: string): string {
  const wanted = text.split('\n');
  const lines = held.split('\n');
  const index = wanted.findIndex((line, at) => line !== lines[at]);
  const at = index < 0 ? wanted.length : index;
  const quote = (line: string | undefined) => (line === undefined ? 'its end' : `"${line.trim()}"`);
  return `${file}:${at + 1} expected ${quote(wanted[at])}, found ${quote(lines[at])}`;
}
