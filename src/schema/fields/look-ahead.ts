import {
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import {
  type EdgeCountPlan,
  type EdgePlan,
  edgeCountPlan,
  edgePlan,
  type FacetPlan,
  keyedWith,
  type PlannedSelection,
  planSelection,
} from '../../loaders/plan.ts';
import type { EdgePageSpec, FacetSpec } from '../../store/reads.ts';
import { type FieldNeeds, needsOf, type PlanContext } from './field-needs.ts';
import type { FilterInput } from './filter-conditions.ts';

/** The most rows that one statement fetches ahead. Deeper levels are loaded one by one. */
const maxRowsAhead = 2500;

type Info = Pick<GraphQLResolveInfo, 'fragments' | 'schema' | 'variableValues'>;
type Fielded = GraphQLObjectType | GraphQLInterfaceType;
type FoundField = { readonly node: FieldNode; readonly type: Fielded };

/** The selected parts of a connection. */
interface ConnectionWants {
  readonly page: boolean;
  readonly count: boolean;
  /** Whether an edge's relations are selected. */
  readonly facts: boolean;
  /** Whether the page must know if there are more rows. */
  readonly peek: boolean;
  readonly select: PlannedSelection;
}

/**
 * The parts of an entity that the selections below the nodes read, with the pages to fetch with it.
 */
export function selectionAhead(
  type: GraphQLNamedType,
  nodes: readonly FieldNode[],
  info: Info,
  context: PlanContext,
  rows = 1,
): PlannedSelection {
  const properties = new Set<string>();
  const edges = new Map<string, EdgePlan>();
  const counts = new Map<string, EdgeCountPlan>();
  for (const { node, type: parent } of fieldsOf(type, nodes, info)) {
    const field = parent.getFields()[node.name.value];
    const plan = needsOf(field);
    for (const property of plan?.reads ?? []) properties.add(property);
    for (const page of plan?.pages?.(parent.name, context) ?? []) {
      if (rows * page.spec.window.limit <= maxRowsAhead) edges.set(page.key, page);
    }
    if (field !== undefined && plan?.neighbor !== undefined) {
      const select = selectionAhead(getNamedType(field.type), [node], info, context, rows);
      const along = edgePlan(plan.neighbor, select);
      edges.set(along.key, along);
    }
    if (field === undefined || plan?.edges === undefined) continue;
    const ahead = pageAhead(field, plan.edges, node, info, context, rows);
    if (ahead?.edges) edges.set(ahead.edges.key, ahead.edges);
    if (ahead?.count) counts.set(ahead.count.key, ahead.count);
  }
  return planSelection(properties, [...edges.values()], [...counts.values()]);
}

/** The page without its unselected parts. */
export function pageWanted(spec: EdgePageSpec, { facts, peek }: ConnectionWants): EdgePageSpec {
  return { ...spec, facts, window: { ...spec.window, peek } };
}

/** The parts of a connection that the selections below the nodes read. */
export function connectionAhead(
  connectionType: GraphQLNamedType,
  nodes: readonly FieldNode[],
  info: Info,
  context: PlanContext,
  rows: number,
): ConnectionWants {
  const own = fieldsOf(connectionType, nodes, info);
  const named = (name: string) => own.filter(({ node }) => node.name.value === name);
  const count = named('totalCount').length > 0;
  const page = own.some(({ node }) => ['edges', 'nodes', 'pageInfo'].includes(node.name.value));
  const listed = named('nodes').map(({ node }) => node);
  const edgeType = fieldType(connectionType, 'edges');
  const edgeNodes = named('edges').map(({ node }) => node);
  const ofEdges = edgeType === undefined ? [] : fieldsOf(edgeType, edgeNodes, info);
  const inEdges = ofEdges.filter(({ node }) => node.name.value === 'node').map(({ node }) => node);
  const nodeType = fieldType(connectionType, 'nodes');
  const select =
    nodeType === undefined
      ? planSelection([])
      : selectionAhead(nodeType, [...listed, ...inEdges], info, context, rows);
  const facts = ofEdges.some(({ node }) => ['relation', 'relations'].includes(node.name.value));
  return { page, count, facts, peek: named('pageInfo').length > 0, select };
}

function pageAhead(
  field: GraphQLField<unknown, unknown>,
  edges: NonNullable<FieldNeeds['edges']>,
  node: FieldNode,
  info: Info,
  context: PlanContext,
  rows: number,
): { edges: EdgePlan | null; count: EdgeCountPlan | null } | null {
  try {
    const spec = edges(getArgumentValues(field, node, info.variableValues), context);
    const fetched = rows * Math.max(1, spec.window.limit);
    if (fetched > maxRowsAhead) return null;
    const wants = connectionAhead(getNamedType(field.type), [node], info, context, fetched);
    return {
      edges: wants.page ? edgePlan(pageWanted(spec, wants), wants.select) : null,
      count: wants.count ? edgeCountPlan(spec) : null,
    };
  } catch {
    // The field reports bad arguments when it is resolved.
    return null;
  }
}

/** The facets selected below a connection of the type, for a list with the filter. */
export function facetsAhead(
  connectionType: GraphQLNamedType,
  nodes: readonly FieldNode[],
  info: Info,
  context: PlanContext,
  filter: FilterInput | null,
): FacetPlan[] {
  const facetsType = fieldType(connectionType, 'facets');
  if (facetsType === undefined) return [];
  const own = fieldsOf(connectionType, nodes, info);
  const facets = own.flatMap(({ node }) => (node.name.value === 'facets' ? [node] : []));
  return fieldsOf(facetsType, facets, info).flatMap(({ node, type }) => {
    const field = type.getFields()[node.name.value];
    const facet = needsOf(field)?.facet;
    if (field === undefined || facet === undefined) return [];
    try {
      const spec = facet(getArgumentValues(field, node, info.variableValues), filter);
      return [facetAhead(spec, getNamedType(field.type), [node], info, context)];
    } catch {
      // The field reports bad arguments when it is resolved.
      return [];
    }
  });
}

/** The facet, with the selection for the entities of its values. */
export function facetAhead(
  spec: FacetSpec,
  type: GraphQLNamedType,
  nodes: readonly FieldNode[],
  info: Info,
  context: PlanContext,
): FacetPlan {
  const entityType = fieldType(type, 'entity');
  if (entityType === undefined) return keyedWith(spec, planSelection([]));
  const entities = fieldsOf(type, nodes, info).flatMap(({ node }) =>
    node.name.value === 'entity' ? [node] : [],
  );
  return keyedWith(spec, selectionAhead(entityType, entities, info, context, spec.limit));
}

function fieldType(type: GraphQLNamedType, name: string): GraphQLNamedType | undefined {
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const field = type.getFields()[name];
  return field && getNamedType(field.type);
}

/** The fields selected below the nodes, each with the type of its selection. */
function fieldsOf(type: GraphQLNamedType, nodes: readonly FieldNode[], info: Info): FoundField[] {
  const found: FoundField[] = [];
  const spread = new Set<string>();
  for (const node of nodes) {
    if (node.selectionSet !== undefined) collect(type, node.selectionSet, info, found, spread);
  }
  return found;
}

function collect(
  type: GraphQLNamedType,
  selections: SelectionSetNode,
  info: Info,
  found: FoundField[],
  spread: Set<string>,
): void {
  if (!isObjectType(type) && !isInterfaceType(type)) return;
  for (const selection of selections.selections) {
    if (!isIncluded(selection, info)) continue;
    if (selection.kind === 'Field') {
      found.push({ node: selection, type });
      continue;
    }
    if (selection.kind === 'FragmentSpread') {
      // Each fragment is read once for each type, as in execution. Otherwise nested spreads would
      // double the work.
      const key = `${selection.name.value} on ${type.name}`;
      if (spread.has(key)) continue;
      spread.add(key);
    }
    const fragment =
      selection.kind === 'InlineFragment' ? selection : info.fragments[selection.name.value];
    if (fragment === undefined) continue;
    const condition = fragment.typeCondition?.name.value;
    const inner = condition === undefined ? type : info.schema.getType(condition);
    if (inner !== undefined) collect(inner, fragment.selectionSet, info, found, spread);
  }
}

function isIncluded(selection: SelectionSetNode['selections'][number], info: Info): boolean {
  if (selection.directives === undefined || selection.directives.length === 0) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues);
  if (skip?.if === true) return false;
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues);
  return include?.if !== false;
}
