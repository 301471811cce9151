import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  schemaFileOf,
  seedJsonSchema,
  seedSchemaText,
  writeSeedSchemas,
} from '../../../src/exchange/seeds/seed-schemas.ts';
import { seedKinds } from '../../../src/ontology/seed-files.ts';

/** The paths in a JSON Schema without a description. */
function undescribed(schema: unknown, place: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const {
    properties = {},
    items,
    anyOf = [],
  } = schema as Readonly<{
    properties?: Record<string, { description?: string }>;
    items?: unknown;
    anyOf?: readonly unknown[];
  }>;
  return [
    ...Object.entries(properties).flatMap(([key, inner]) => [
      ...(inner.description === undefined ? [`${place}.${key}`] : []),
      ...undescribed(inner, `${place}.${key}`),
    ]),
    ...undescribed(items, `${place}[]`),
    ...anyOf.flatMap((branch) => undescribed(branch, place)),
  ];
}

describe("the editors' JSON Schemas", () => {
  it.each(seedKinds)('of %s is committed as it is derived', async (kind) => {
    const committed = await readFile(path.join('seeds', 'schema', schemaFileOf(kind)), 'utf8');
    expect(committed).toBe(seedSchemaText(kind));
  });

  it.each(seedKinds)('of %s describes every key', (kind) => {
    expect(undescribed(seedJsonSchema(kind), kind)).toEqual([]);
  });

  it('are written one file for each kind', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'glossgraph-schema-'));
    try {
      const written = await writeSeedSchemas(path.join(directory, 'schema'));
      expect(written).toHaveLength(seedKinds.length);
      const model = await readFile(path.join(directory, 'schema', 'model.schema.json'), 'utf8');
      expect(model).toBe(seedSchemaText('MODEL'));
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
