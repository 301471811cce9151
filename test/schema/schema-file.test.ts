import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  buildSchema as buildFromText,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  parse,
  printSchema,
  visit,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/schema/schema.ts';
import { schemaText, sdlOf } from '../../src/server/schema-text.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const schema = buildSchema();

describe('schema.graphql', () => {
  it('is what the server serves (after a change: regenerate it as CONTRIBUTING says, and commit it)', async () => {
    await expect(schemaText()).toMatchFileSnapshot('../../schema.graphql');
  });

  it('can be read back without a change', () => {
    const text = readFileSync(`${root}schema.graphql`, 'utf8');
    expect(sdlOf(buildFromText(text))).toBe(text);
  });

  it('defines every directive that readers older than it would refuse', () => {
    const used = new Set<string>();
    const defined = new Set<string>(['deprecated', 'include', 'skip', 'specifiedBy']);
    visit(parse(schemaText()), {
      Directive: ({ name }) => void used.add(name.value),
      DirectiveDefinition: ({ name }) => void defined.add(name.value),
    });
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
    expect(used).toContain('oneOf');
    expect(sdlOf(buildFromText('type Query { a: Int }'))).not.toContain('oneOf');
  });

  it('links the specification of each of our scalars', () => {
    const own = Object.values(schema.getTypeMap()).filter(
      (type) => isScalarType(type) && !isSpecifiedScalarType(type),
    );
    expect(own.map(({ name }) => name)).toContain('PartialDate');
    for (const type of own) {
      expect([type.name, isScalarType(type) && type.specifiedByURL]).toEqual([
        type.name,
        expect.stringMatching(/^https?:\/\/\S+$/),
      ]);
    }
  });

  it('has no description of the schema itself, since client generators fail on it', () => {
    const definitions = parse(schemaText()).definitions;
    expect(definitions.filter(({ kind }) => kind === Kind.SCHEMA_DEFINITION)).toEqual([]);
  });
});

/** Everything without a description, as "Type.field(argument)". */
function undescribed(of: GraphQLSchema): string[] {
  const found: string[] = [];
  const look = (name: string, described: { readonly description?: string | null | undefined }) => {
    if ((described.description ?? '').trim() === '') found.push(name);
  };
  for (const type of Object.values(of.getTypeMap())) {
    if (isIntrospectionType(type) || type.astNode?.name.value.startsWith('__')) continue;
    look(type.name, type);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field);
        for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name})`, arg);
      }
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        look(`${type.name}.${field.name}`, field);
    } else if (isEnumType(type)) {
      for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    }
  }
  return found;
}

describe('descriptions', () => {
  it('are on every type, field, argument, input field and enum value', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  it('are reported where they are missing', () => {
    const bare = buildFromText(`"Root." type Query { "Field." a(b: Int): E }
      "An enum." enum E { "Value." X Y } input I { "Described." c: Int d: Int }`);
    expect(undescribed(bare)).toEqual(['Query.a(b)', 'E.Y', 'I', 'I.d']);
  });
});

/** The schema at the last commit (or at SCHEMA_BASE); null where it is not available. */
function committed(): string | null {
  try {
    const base = process.env.SCHEMA_BASE ?? 'HEAD';
    const args = ['show', `${base}:./schema.graphql`];
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return null;
  }
}

async function breaking(before: string, after: GraphQLSchema): Promise<string[]> {
  // Both are read from text, since only such schemas list the directives of the specification.
  const [was, is] = [buildFromText(before), buildFromText(printSchema(after))];
  const changes: readonly Change[] = await diff(was, is);
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
}

describe('breaking changes', () => {
  const before = committed();
  if (before === null) console.warn('No schema of a commit to compare with: not compared.');

  it.skipIf(before === null)('are none since the last commit', async () => {
    expect(await breaking(before ?? '', schema)).toEqual([]);
  });

  it('are found', async () => {
    const was = buildFromText('type Query { a(b: Int): Int! c: Int } enum E { X Y }');
    const is = buildFromText('type Query { a(b: Int!): Int } enum E { X }');
    const found = await breaking(printSchema(was), is);
    expect(found.length).toBe(4);
    expect(found.join('\n')).toMatch(/'c' was removed/);
    expect(await breaking(printSchema(was), was)).toEqual([]);
  });
});

it('says at its root that it is not legal advice', () => {
  expect(schema.getQueryType()?.description).toContain('not legal advice');
  expect(printSchema(schema).split(/legal advice/i)).toHaveLength(2);
});
