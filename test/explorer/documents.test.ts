import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getOperationAST, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type DocumentName, pageDocuments } from '../../src/explorer/documents.ts';
import { buildSchema } from '../../src/schema/schema.ts';
import { generatedTypes } from './generated-types.ts';

const folder = 'src/explorer/documents';

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

  it('have the types that the pages are written with', async () => {
    const text = await generatedTypes(
      { names: pageDocuments.names, text: (name) => pageDocuments.text(name as DocumentName) },
      'test/explorer/documents.test.ts',
    );
    const file = `${folder}/types.ts`;
    if (process.env.UPDATE === '1') writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
