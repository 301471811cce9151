import { readFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { type ExecutableDefinitionNode, isExecutableDefinitionNode, Kind, parse } from 'graphql';
import { compareText } from '../../src/base/compare-text.ts';

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

const config = {
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
};

/** The variables and results of documents. `schemaTypes` is the file with the types of the schema. */
export async function documentTypes(
  documents: Texts,
  test: string,
  schemaTypes: string,
): Promise<string> {
  const importSchemaTypesFrom = schemaTypes.replace(/\.ts$/, '');
  const text = await generated(documents, { importSchemaTypesFrom, importExtension: '.ts' });
  return `${heading(test)}export type * from '${schemaTypes}';\n${text}`;
}

/** The enums and inputs of the schema that any of the documents uses. */
export async function schemaTypes(all: readonly Texts[], test: string): Promise<string> {
  const found = new Map<string, string>();
  for (const documents of all) {
    const text = await generated(documents, { generateOperationTypes: false });
    for (const [declaration, name] of text.matchAll(
      /^export type (\w+) =.*?(?=\n\n|\n?$(?!\n))/gms,
    )) {
      found.set(name ?? '', declaration);
    }
  }
  const sorted = [...found].sort(([one], [other]) => compareText(one, other));
  return `${heading(test)}${sorted.map(([, declaration]) => declaration).join('\n\n')}\n`;
}

/** So that nobody edits the file by hand. */
function heading(test: string): string {
  return `// Generated from the schema and the documents: UPDATE=1 npx vitest run ${test}\n`;
}

function generated(documents: Texts, options: Readonly<Record<string, unknown>>): Promise<string> {
  return codegen({
    filename: 'types.ts',
    schema: parse(readFileSync('schema.graphql', 'utf8')),
    documents: [...definitions(documents)].map(([name, definition]) => ({
      location: `${name}.graphql`,
      document: { kind: Kind.DOCUMENT, definitions: [definition] },
    })),
    config: { ...config, ...options },
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });
}
