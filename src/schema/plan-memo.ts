import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { PlanContext } from './field-plan.ts';

const maxPlansPerField = 500;

interface Memo {
  readonly nodes: readonly FieldNode[];
  readonly plan: unknown;
}

const memos = new WeakMap<FieldNode, Map<string, Memo>>();
const variableKeys = new WeakMap<object, string>();

/**
 * The plan of a field, made once for a document, its variables and the day, however many parents
 * it has. Documents are kept by the parser's cache; their plans go with them.
 */
export function memoizedPlan<Plan>(
  info: GraphQLResolveInfo,
  context: PlanContext,
  make: () => Plan,
): Plan {
  const [node] = info.fieldNodes;
  if (node === undefined) return make();
  let plans = memos.get(node);
  if (plans === undefined) {
    plans = new Map();
    memos.set(node, plans);
  }
  const key = `${info.parentType.name}/${context.today}/${variablesKey(info.variableValues)}`;
  const known = plans.get(key);
  if (known !== undefined && sameNodes(known.nodes, info.fieldNodes)) return known.plan as Plan;
  const plan = make();
  if (plans.size >= maxPlansPerField) plans.clear();
  plans.set(key, { nodes: info.fieldNodes, plan });
  return plan;
}

function variablesKey(variables: object): string {
  let key = variableKeys.get(variables);
  if (key === undefined) {
    key = JSON.stringify(variables);
    variableKeys.set(variables, key);
  }
  return key;
}

function sameNodes(one: readonly FieldNode[], other: readonly FieldNode[]): boolean {
  return one === other || (one.length === other.length && one.every((n, i) => n === other[i]));
}
