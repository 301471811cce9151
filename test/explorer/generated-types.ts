import { readFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { type ExecutableDefinitionNode, isExecutableDefinitionNode, Kind, parse } from 'graphql';
import { documentNames, documentText } from '../../src/explorer/documents.ts';

/** What stands at the top of the file, so that nobody mends it by hand. */
const heading =
  '// Made from the documents beside it and the schema: UPDATE=1 npx vitest run test/explorer/documents.test.ts\n';

/** What the documents define: fragments that several share once. */
function definitions(): ReadonlyMap<string, ExecutableDefinitionNode> {
  const all = documentNames.flatMap((name) => parse(documentText(name)).definitions);
  return new Map(
    all.filter(isExecutableDefinitionNode).map((each) => [each.name?.value ?? '', each]),
  );
}

/** The types of what the documents of the pages ask and get. */
export async function generatedTypes(): Promise<string> {
  const text = await codegen({
    filename: 'types.ts',
    schema: parse(readFileSync('schema.graphql', 'utf8')),
    documents: [...definitions()].map(([name, definition]) => ({
      location: `${name}.graphql`,
      document: { kind: Kind.DOCUMENT, definitions: [definition] },
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
