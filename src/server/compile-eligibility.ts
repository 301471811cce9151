import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isInputType,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  typeFromAST,
  visit,
} from 'graphql';

/**
 * Fields that compiled code may have; it repeats them for each type an interface stands for, and
 * nothing else runs while it is made.
 */
const maxCompiledFields = 500;

/**
 * Whether a document may be compiled: one query, no directives (graphql-jit mixes up @skip and
 * @include of a fragment used twice), no introspection, no variable of an input that holds its own
 * kind (reading one would be code without end), and not so wide that its code explodes.
 */
export function mayCompile(schema: GraphQLSchema, document: DocumentNode): boolean {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const [operation] = operations;
  const query = schema.getQueryType();
  if (operation === undefined || operations.length > 1 || !query) return false;
  if (operation.operation !== OperationTypeNode.QUERY || operation.directives?.length) return false;
  for (const { type } of operation.variableDefinitions ?? []) {
    const input = typeFromAST(schema, type);
    if (isInputType(input) && holdsItself(input, new Set())) return false;
  }
  if (hasLooseVariable(document)) return false;
  const fragments = document.definitions.filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const counter = new FieldCounter(schema, fragments);
  return (
    counter.count(operation.selectionSet, query.name, 1) && counter.fields <= maxCompiledFields
  );
}

/**
 * Whether a variable stands within an object or a list: compiled code gives null where such a
 * variable is not given, and does not mind null where the type does.
 */
function hasLooseVariable(document: DocumentNode): boolean {
  let found = false;
  const within = (ancestors: readonly unknown[]) =>
    ancestors.some((node) => isLiteral(node, Kind.OBJECT) || isLiteral(node, Kind.LIST));
  const strict = new Set<string>();
  visit(document, {
    VariableDefinition({ type, variable }) {
      if (type.kind === Kind.NON_NULL_TYPE) strict.add(variable.name.value);
    },
    Variable({ name }, _key, _parent, _path, ancestors) {
      if (!strict.has(name.value) && within(ancestors)) found = true;
    },
  });
  return found;
}

function isLiteral(node: unknown, kind: Kind): boolean {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === kind;
}

function holdsItself(type: GraphQLInputType, above: ReadonlySet<unknown>): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return false;
  if (above.has(named)) return true;
  const within = new Set(above).add(named);
  return Object.values(named.getFields()).some((field) => holdsItself(field.type, within));
}

class FieldCounter {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  fields = 0;

  constructor(schema: GraphQLSchema, fragments: readonly FragmentDefinitionNode[]) {
    this.#schema = schema;
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** Counts a selection set `times` over; false where it cannot or should not be compiled. */
  count(set: SelectionSetNode, typeName: string, times: number): boolean {
    const type = this.#schema.getType(typeName);
    for (const selection of set.selections) {
      if (selection.directives?.length) return false;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = this.#fragments.get(selection.name.value);
        if (fragment === undefined || fragment.directives?.length) return false;
        if (!this.count(fragment.selectionSet, fragment.typeCondition.name.value, times)) {
          return false;
        }
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const inner = selection.typeCondition?.name.value ?? typeName;
        if (!this.count(selection.selectionSet, inner, times)) return false;
      } else {
        this.fields += times;
        if (this.fields > maxCompiledFields) return false;
        const name = selection.name.value;
        if (name === '__typename') continue;
        const field = type && 'getFields' in type ? type.getFields()[name] : undefined;
        if (field === undefined) return false;
        const inner = getNamedType(field.type);
        if (!selection.selectionSet || !isCompositeType(inner)) continue;
        const kinds = isAbstractType(inner) ? this.#schema.getPossibleTypes(inner).length : 1;
        if (!this.count(selection.selectionSet, inner.name, times * kinds)) return false;
      }
    }
    return true;
  }
}
