import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * The operations of a valid document without fragments, or with one for each type that an
 * interface stands for. Compiled code puts the fields of fragments behind all others; written out
 * like this they keep the order that GraphQL promises.
 */
export function flattenFragments(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const flattener = new Flattener(schema, document);
  const definitions = document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const type = schema.getRootType(definition.operation);
    if (!type) return [definition];
    return [{ ...definition, selectionSet: flattener.flatten(definition.selectionSet, type) }];
  });
  return { ...document, definitions };
}

class Flattener {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    const fragments = document.definitions.filter(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
    );
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  flatten(set: SelectionSetNode, type: GraphQLCompositeType): SelectionSetNode {
    const plain = set.selections.every((selection) => selection.kind === Kind.FIELD);
    if (isObjectType(type) || plain) return { ...set, selections: this.#fields(set, type) };
    const selections = this.#schema.getPossibleTypes(type).map(
      (possible): SelectionNode => ({
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: {
          kind: Kind.NAMED_TYPE,
          name: { kind: Kind.NAME, value: possible.name },
        },
        selectionSet: { ...set, selections: this.#fields(set, possible) },
      }),
    );
    return { ...set, selections };
  }

  /** The fields that a set selects on objects of a type, in their order. */
  #fields(set: SelectionSetNode, type: GraphQLCompositeType): FieldNode[] {
    return set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [this.#field(selection, type)];
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.#fragments.get(selection.name.value);
      if (!fragment || !this.#applies(fragment.typeCondition?.name.value, type)) return [];
      return this.#fields(fragment.selectionSet, type);
    });
  }

  #field(node: FieldNode, parent: GraphQLCompositeType): FieldNode {
    const field = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    const type = field && getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return node;
    return { ...node, selectionSet: this.flatten(node.selectionSet, type) };
  }

  #applies(condition: string | undefined, type: GraphQLCompositeType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.#schema.getType(condition);
    return isAbstractType(wanted) && this.#schema.isSubType(wanted, type as GraphQLObjectType);
  }
}
