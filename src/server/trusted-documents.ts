import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { z } from 'zod';

/** Documents that clients may request by id. The operator provides them. */
export interface TrustedDocuments {
  /** Whether all other documents are refused. */
  readonly only: boolean;
  /** The text of a document; undefined if there is none with this id. */
  get(id: string): string | undefined;
  has(text: string): boolean;
}

/** The documents cannot be used. The message names the file and the reason. */
export class TrustedDocumentsError extends Error {}

/** A document, the file it is from, and its ids besides the digest. */
interface Found {
  readonly place: string;
  readonly text: string;
  readonly ids: readonly string[];
}

/** The form of Relay and GraphQL Code Generator: texts by id. */
const zTexts = z.record(z.string().min(1), z.string());
/** The manifest of Apollo Client. */
const zManifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string() })),
});

/**
 * Reads the documents of a folder (every .graphql file in it) or of a JSON file (texts by id, or a
 * manifest of Apollo). A document can be requested by the SHA-256 digest of its text, and by its id
 * in the file.
 */
export async function readTrustedDocuments(
  path: string,
  { schema, only }: { readonly schema: GraphQLSchema; readonly only: boolean },
): Promise<TrustedDocuments> {
  const found = await documentsAt(path);
  if (found.length === 0) throw new TrustedDocumentsError(`${path} holds no documents`);
  const byId = new Map<string, string>();
  for (const { place, text, ids } of found) {
    check(schema, place, text);
    for (const id of [sha256(text), ...ids]) {
      const other = byId.get(id);
      if (other !== undefined && other !== text) {
        throw new TrustedDocumentsError(`${place}: another document has the id "${id}", too`);
      }
      byId.set(id, text);
    }
  }
  const texts = new Set(byId.values());
  // A client may name the digest, as the GraphQL over HTTP specification proposes.
  const bare = (id: string) => id.replace(/^sha256:/, '');
  return { only, get: (id) => byId.get(bare(id)), has: (text) => texts.has(text) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function documentsAt(path: string): Promise<readonly Found[]> {
  try {
    if ((await stat(path)).isDirectory()) return await documentsInFolder(path);
    return documentsInText(path, await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof TrustedDocumentsError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new TrustedDocumentsError(`${path} cannot be read: ${reason}`);
  }
}

async function documentsInFolder(folder: string): Promise<readonly Found[]> {
  const names = await readdir(folder, { recursive: true });
  const found: Found[] = [];
  for (const name of names.filter((each) => each.endsWith('.graphql')).sort()) {
    const place = join(folder, name);
    found.push({ place, text: await readFile(place, 'utf8'), ids: [] });
  }
  return found;
}

function documentsInText(path: string, json: string): readonly Found[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new TrustedDocumentsError(`${path}: expected JSON, or a folder of .graphql files`);
  }
  const manifest = zManifest.safeParse(value);
  if (manifest.success) {
    return manifest.data.operations.map(({ id, body }) => {
      return { place: `${path}: ${id}`, text: body, ids: [id] };
    });
  }
  const texts = zTexts.safeParse(value);
  if (texts.success) {
    return Object.entries(texts.data).map(([id, text]) => {
      return { place: `${path}: ${id}`, text, ids: [id] };
    });
  }
  throw new TrustedDocumentsError(`${path}: expected texts by id, or a manifest of Apollo Client`);
}

function check(schema: GraphQLSchema, place: string, text: string): void {
  let errors: readonly GraphQLError[];
  try {
    errors = validate(schema, parse(text));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    errors = [error];
  }
  const [first] = errors;
  if (first === undefined) return;
  const line = first.locations?.[0]?.line;
  throw new TrustedDocumentsError(
    `${place}${line === undefined ? '' : `, line ${line}`}: ${first.message}`,
  );
}
