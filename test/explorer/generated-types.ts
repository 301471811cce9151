import { readFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';
import { documentNames, documentText } from '../../src/explorer/documents.ts';

/** What stands at the top of the file, so that nobody mends it by hand. */
const heading =
  '// Made from the documents beside it and the schema: UPDATE=1 npx vitest run test/explorer/documents.test.ts\n';

/** The types of what the documents of the pages ask and get. */
export async function generatedTypes(): Promise<string> {
  const text = await codegen({
    filename: 'types.ts',
    schema: parse(readFileSync('schema.graphql', 'utf8')),
    documents: documentNames.map((name) => ({
      location: `${name}.graphql`,
      document: parse(documentText(name)),
    })),
    config: {
      enumsAsTypes: true,
      enumType: 'string-literal',
      useTypeImports: true,
      skipTypename: true,
      // So that a schema whose words change needs no new types.
      disableDescriptions: true,
      strictScalars: true,
      immutableTypes: true,
      arrayInputCoercion: false,
      scalars: {
        Date: 'string',
        DateTime: 'string',
        JSON: 'unknown',
        PartialDate: 'string',
        SafeInt: 'number',
        URL: 'string',
      },
    },
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });
  return heading + text;
}
