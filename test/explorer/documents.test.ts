import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getOperationAST, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documentNames, documentOf } from '../../src/explorer/documents.ts';
import { buildSchema } from '../../src/schema/schema.ts';
import { generatedTypes } from './generated-types.ts';

const folder = 'src/explorer/documents';

describe('the documents of the pages', () => {
  it('are all that lie in the folder', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
    expect(files.sort()).toEqual(documentNames.map((name) => `${name}.graphql`).sort());
  });

  it.each(documentNames)('%s: one named operation, which the schema allows', (name) => {
    const document = documentOf(name);
    expect(validate(buildSchema(), document)).toEqual([]);
    expect(getOperationAST(document)?.name?.value).toMatch(/^\w+$/);
  });

  it('have the types that the pages are written with', async () => {
    const text = await generatedTypes();
    const file = `${folder}/types.ts`;
    if (process.env.UPDATE === '1') writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
