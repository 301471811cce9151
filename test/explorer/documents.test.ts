import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getOperationAST, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type DocumentName, pageDocuments } from '../../src/explorer/documents.ts';
import { type DocumentName as ToolDocumentName, toolDocuments } from '../../src/mcp/documents.ts';
import { buildSchema } from '../../src/schema/schema.ts';
import { documentTypes, schemaTypes } from './generated-types.ts';

const folder = 'src/explorer/documents';
const texts = {
  names: pageDocuments.names,
  text: (name: string) => pageDocuments.text(name as DocumentName),
};
const toolTexts = {
  names: toolDocuments.names,
  text: (name: string) => toolDocuments.text(name as ToolDocumentName),
};

describe('the documents of the pages', () => {
  it('are all files in the folder', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
    expect(files.sort()).toEqual(pageDocuments.names.map((name) => `${name}.graphql`).sort());
  });

  it.each(pageDocuments.names)('%s: one named operation, which the schema allows', (name) => {
    const document = pageDocuments.of(name);
    expect(validate(buildSchema(), document)).toEqual([]);
    expect(getOperationAST(document)?.name?.value).toMatch(/^\w+$/);
  });

  it.each([
    ['schema-types.ts', () => schemaTypes([texts, toolTexts], 'test/explorer/documents.test.ts')],
    [
      'types.ts',
      () => documentTypes(texts, 'test/explorer/documents.test.ts', './schema-types.ts'),
    ],
  ] as const)('have the types that the pages are written with: %s', async (name, generate) => {
    const text = await generate();
    const file = `${folder}/${name}`;
    if (process.env.UPDATE === '1') writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
