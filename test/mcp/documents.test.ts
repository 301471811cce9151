import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getOperationAST, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type DocumentName, toolDocuments } from '../../src/mcp/documents.ts';
import { buildSchema } from '../../src/schema/schema.ts';
import { documentTypes } from '../explorer/generated-types.ts';

const folder = 'src/mcp/documents';

describe('the documents of the tools', () => {
  it('are all that lie in the folder', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
    expect(files.sort()).toEqual(toolDocuments.names.map((name) => `${name}.graphql`).sort());
  });

  it.each(toolDocuments.names)('%s: one named operation, which the schema allows', (name) => {
    const document = toolDocuments.of(name);
    expect(validate(buildSchema(), document)).toEqual([]);
    expect(getOperationAST(document)?.name?.value).toMatch(/^\w+$/);
  });

  it('have the types that the tools are written with', async () => {
    const text = await documentTypes(
      { names: toolDocuments.names, text: (name) => toolDocuments.text(name as DocumentName) },
      'test/mcp/documents.test.ts',
      '../../explorer/documents/schema-types.ts',
    );
    const file = `${folder}/types.ts`;
    if (process.env.UPDATE === '1') writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
