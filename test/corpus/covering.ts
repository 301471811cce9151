import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  Kind,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { buildSchema } from '../../src/schema/schema.ts';
import { documentOf } from '../support/execute.ts';
import type { StoredOperation } from './operations.ts';

/** The input fields and enum values in a value for a variable. */
function usedIn(value: unknown, given: GraphQLInputType): string[] {
  const type = getNamedType(given);
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item) => usedIn(item, type));
  if (isEnumType(type)) return [`${type.name}.${value}`];
  if (!isInputObjectType(type) || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = type.getFields()[name];
    if (field === undefined) return [];
    return [`${type.name}.${name}`, ...usedIn(inner, field.type)];
  });
}

/** The operation of a name, with the fragments that it uses. */
function partsOf(document: DocumentNode, name: string) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const found = document.definitions.filter(
    (each) => each.kind === Kind.OPERATION_DEFINITION && each.name?.value === name,
  );
  const parts = new Set(found);
  for (const part of parts) {
    visit(part, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (fragment !== undefined) parts.add(fragment);
      },
    });
  }
  return [...parts];
}

/** What an operation uses of the schema: fields, arguments, fields and values of input, and how it is walked. */
export function usesOf({
  query,
  operationName = '',
  variables = {},
  walk,
  refused,
}: StoredOperation) {
  const schema = buildSchema();
  const uses = new Set<string>();
  const types = new TypeInfo(schema);
  for (const part of partsOf(documentOf(query), operationName)) {
    visit(
      part,
      visitWithTypeInfo(types, {
        Field({ name, arguments: given = [] }) {
          const field = `${types.getParentType()?.name}.${name.value}`;
          uses.add(field);
          for (const argument of given) uses.add(`${field}(${argument.name.value}:)`);
        },
        ObjectField({ name }) {
          const parent = types.getParentInputType();
          uses.add(
            `${parent === undefined || parent === null ? '' : getNamedType(parent).name}.${name.value}`,
          );
        },
        EnumValue({ value }) {
          const type = types.getInputType();
          uses.add(
            `${type === undefined || type === null ? '' : getNamedType(type).name}.${value}`,
          );
        },
        VariableDefinition({ variable, type: written }) {
          const type = typeFromAST(schema, written as never) as GraphQLInputType | undefined;
          if (type === undefined) return;
          for (const use of usedIn(variables[variable.name.value], type)) uses.add(use);
        },
      }),
    );
  }
  if (walk !== null) uses.add(walk.backwards ? 'walked backwards' : 'walked forwards');
  if (refused !== null) uses.add(`refused: ${refused}`);
  return uses;
}

/** A few of the operations that together use all that any of them uses. */
export function covering(operations: readonly StoredOperation[]): readonly StoredOperation[] {
  const left = operations.map((operation) => ({ operation, uses: usesOf(operation) }));
  const chosen = new Set<StoredOperation>();
  for (;;) {
    const [best] = left.toSorted((one, other) => other.uses.size - one.uses.size);
    if (best === undefined || best.uses.size === 0) break;
    chosen.add(best.operation);
    const known = new Set(best.uses);
    for (const { uses } of left) for (const use of known) uses.delete(use);
  }
  return operations.filter((operation) => chosen.has(operation));
}
