import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { isItemCount } from '../../schema/fields/field-needs.ts';
import { fragmentsOf } from './fragments.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** The number of items of a page without a given size, and of any other list of objects. */
const assumedItems = 10;

/**
 * The costs of a selection set: fields that are always selected, and fields for one type of object.
 */
interface CostNode {
  readonly fields: CostField[];
  readonly always: CostNode[];
  readonly byType: Map<string, CostNode[]>;
}

interface CostField {
  readonly items: (variables: Variables) => number;
  readonly children: CostNode | null;
}

/**
 * Estimates how many values an operation's answer may hold. Every field counts once for each
 * object, and a page or list multiplies the fields selected in it. The document is read once; the
 * parts that depend on variables are computed at each call.
 */
export function costEstimator(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: Variables) => number {
  const root = schema.getRootType(operation.operation);
  if (!root) return () => 0;
  const node = new CostReader(schema, document).selections(operation.selectionSet, root, false);
  return (variables) => costOf(node, variables, new Map());
}

function costOf(node: CostNode, variables: Variables, known: Map<CostNode, number>): number {
  const before = known.get(node);
  if (before !== undefined) return before;
  // Validation refuses a cycle of fragments. The value only ends the recursion here.
  known.set(node, 0);
  const sum = (nodes: readonly CostNode[]) =>
    nodes.reduce((total, each) => total + costOf(each, variables, known), 0);
  let cost = sum(node.always);
  for (const { items, children } of node.fields) {
    // The fields of an empty page are also read, so they count once.
    const times = children === null ? 0 : Math.max(1, items(variables));
    if (children !== null) cost += times * costOf(children, variables, known);
    cost += 1;
  }
  let widest = 0;
  for (const nodes of node.byType.values()) widest = Math.max(widest, sum(nodes));
  cost += widest;
  known.set(node, cost);
  return cost;
}

/** Turns selections into cost nodes. A fragment is read once for each way it is used. */
class CostReader {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #read = new Map<string, CostNode>();

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    this.#fragments = fragmentsOf(document);
  }

  /** `paged` means that a field above has already counted the size of the page in this set. */
  selections(set: SelectionSetNode, type: GraphQLCompositeType, paged: boolean): CostNode {
    return this.#fill({ fields: [], always: [], byType: new Map() }, set, type, paged);
  }

  #fill(node: CostNode, set: SelectionSetNode, type: GraphQLCompositeType, paged: boolean) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        node.fields.push(this.#field(selection, type, paged));
        continue;
      }
      const spread = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : null;
      const fragment = spread === null ? null : this.#fragments.get(spread);
      const condition =
        selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition : fragment?.typeCondition;
      const inner = condition ? this.#schema.getType(condition.name.value) : type;
      if (fragment === undefined || !isCompositeType(inner)) continue;
      const child =
        selection.kind === Kind.INLINE_FRAGMENT
          ? this.selections(selection.selectionSet, inner, paged)
          : this.#fragment(selection.name.value, inner, paged);
      if (inner === type || isAbstractType(inner)) node.always.push(child);
      else node.byType.set(inner.name, [...(node.byType.get(inner.name) ?? []), child]);
    }
    return node;
  }

  #fragment(name: string, type: GraphQLCompositeType, paged: boolean): CostNode {
    const key = `${name} ${paged}`;
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const node: CostNode = { fields: [], always: [], byType: new Map() };
    this.#read.set(key, node);
    const fragment = this.#fragments.get(name);
    return fragment ? this.#fill(node, fragment.selectionSet, type, paged) : node;
  }

  #field(node: FieldNode, parent: GraphQLCompositeType, paged: boolean): CostField {
    const field = this.#definition(node.name.value, parent);
    const inner = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(inner)) {
      return { items: () => 1, children: null };
    }
    const list = isListType(getNullableType(field.type satisfies GraphQLOutputType));
    const size = itemCount(field, node);
    const items = size ?? (list && !paged ? () => assumedItems : () => 1);
    return { items, children: this.selections(node.selectionSet, inner, size !== null && !list) };
  }

  #definition(
    name: string,
    parent: GraphQLCompositeType,
  ): GraphQLField<unknown, unknown> | undefined {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return 'getFields' in parent ? parent.getFields()[name] : undefined;
  }
}

type Field = GraphQLField<unknown, unknown>;

/**
 * The number of items from the arguments of a field that set it; null if it has no such argument.
 */
function itemCount(field: Field, node: FieldNode): ((variables: Variables) => number) | null {
  const values = field.args.filter(isItemCount).map(({ name }) => argumentValue(field, node, name));
  if (values.length === 0) return null;
  return (variables) => {
    const asked = values.flatMap((value) => {
      const given = value(variables);
      if (Array.isArray(given)) return given.length;
      return typeof given === 'number' ? given : [];
    });
    return asked.length === 0 ? assumedItems : Math.max(0, ...asked);
  };
}

/** The value of an argument that is a number or a list; null for any other. */
function argumentValue(
  field: Field,
  node: FieldNode,
  name: string,
): (variables: Variables) => unknown {
  const { defaultValue } = field.args.find((arg) => arg.name === name) ?? {};
  const given = node.arguments?.find((argument: ArgumentNode) => argument.name.value === name);
  if (given === undefined) return () => defaultValue;
  return (variables) => sizeValue(given.value, variables, defaultValue);
}

function sizeValue(value: ValueNode, variables: Variables, defaultValue: unknown): unknown {
  switch (value.kind) {
    case Kind.VARIABLE:
      // Only own properties: a variable may be called toString.
      return Object.hasOwn(variables, value.name.value)
        ? variables[value.name.value]
        : defaultValue;
    case Kind.INT:
      return Number(value.value);
    case Kind.LIST:
      return value.values;
    default:
      return null;
  }
}
