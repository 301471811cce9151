import { readFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { type ExecutableDefinitionNode, isExecutableDefinitionNode, Kind, parse } from 'graphql';

/** Documents by their names. */
interface Texts {
  readonly names: readonly string[];
  text(name: string): string;
}

/** What the documents define: fragments that several share once. */
function definitions({ names, text }: Texts): ReadonlyMap<string, ExecutableDefinitionNode> {
  const all = names.flatMap((name) => parse(text(name)).definitions);
  return new Map(
    all.filter(isExecutableDefinitionNode).map((each) => [each.name?.value ?? '', each]),
  );
}

/** The types of what documents ask and get, as the test in this file keeps them. */
export async function generatedTypes(documents: Texts, test: string): Promise<string> {
  // So that nobody mends the file by hand.
  const heading = `// Made from the documents beside it and the schema: UPDATE=1 npx vitest run ${test}\n`;
  const text = await codegen({
    filename: 'types.ts',
    schema: parse(readFileSync('schema.graphql', 'utf8')),
    documents: [...definitions(documents)].map(([name, definition]) => ({
      location: `${name}.graphql`,
      document: { kind: Kind.DOCUMENT, definitions: [definition] },
    })),
    config: {
      enumsAsTypes: true,
      enumType: 'string-literal',
      useTypeImports: true,
      skipTypename: true,
      // A change of descriptions in the schema then needs no new types.
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
