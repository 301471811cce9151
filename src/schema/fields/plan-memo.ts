import { type FieldNode, type GraphQLResolveInfo, Kind, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { PlanContext } from './field-needs.ts';

const maxPlans = 5000;
const maxKeyLength = 1000;

interface Memo {
  readonly plan: unknown;
}

/** The latest plan. The next parent of the same field usually needs it again. */
interface Latest {
  readonly variables: object;
  readonly parentType: object;
  readonly today: string;
  readonly plan: unknown;
}

type Info = Pick<
  GraphQLResolveInfo,
  'fieldNodes' | 'fragments' | 'parentType' | 'returnType' | 'schema' | 'variableValues'
>;

/** A field of a document: a number for keys, and the variables it depends on. */
interface Field {
  readonly number: number;
  readonly nodes: readonly FieldNode[];
  readonly variables: readonly string[];
  latest: Latest | null;
}

const memos = new LRUCache<string, Memo>({ max: maxPlans });
const fields = new WeakMap<FieldNode, Field>();
let fieldCount = 0;

/**
 * The plan of a field. It is made once for a document, a day and the values of the variables in the
 * field and below it, for any number of parents. The plans of all documents share one bound.
 */
export function memoizedPlan<Plan>(info: Info, context: PlanContext, make: () => Plan): Plan {
  const [node] = info.fieldNodes;
  if (node === undefined) return make();
  const field = fieldOf(node, info);
  const { latest } = field;
  if (
    latest !== null &&
    latest.variables === info.variableValues &&
    latest.parentType === info.parentType &&
    latest.today === context.today
  ) {
    return latest.plan as Plan;
  }
  const plan = plannedFor(field, info, context, make);
  const { variableValues: variables, parentType } = info;
  field.latest = { variables, parentType, today: context.today, plan };
  return plan;
}

function plannedFor<Plan>(field: Field, info: Info, context: PlanContext, make: () => Plan): Plan {
  const { number, variables } = field;
  // Only own properties count, since a variable may be called toString. Absent differs from null.
  const values = variables.map((name) =>
    Object.hasOwn(info.variableValues, name) ? [info.variableValues[name]] : [],
  );
  const key = JSON.stringify([number, info.parentType.name, context.today, values]);
  if (key.length > maxKeyLength) return make();
  const known = memos.get(key);
  if (known !== undefined) return known.plan as Plan;
  const plan = make();
  memos.set(key, { plan });
  return plan;
}

function fieldOf(node: FieldNode, info: Info): Field {
  let field = fields.get(node);
  if (field === undefined || !sameNodes(field.nodes, info.fieldNodes)) {
    const variables = variablesUsed(info.fieldNodes, info.fragments);
    field = { number: fieldCount++, nodes: info.fieldNodes, variables, latest: null };
    fields.set(node, field);
  }
  return field;
}

/** The names of the variables in the fields and in their fragments, each once. */
function variablesUsed(
  nodes: readonly FieldNode[],
  fragments: GraphQLResolveInfo['fragments'],
): readonly string[] {
  const names = new Set<string>();
  const spread = new Set<string>();
  const collect = {
    [Kind.VARIABLE]: (variable: { readonly name: { readonly value: string } }) => {
      names.add(variable.name.value);
    },
    [Kind.FRAGMENT_SPREAD]: (fragment: { readonly name: { readonly value: string } }) => {
      spread.add(fragment.name.value);
    },
  };
  for (const node of nodes) visit(node, collect);
  // The set grows during the loop, so nested fragments are visited too.
  for (const name of spread) {
    const fragment = fragments[name];
    if (fragment !== undefined) visit(fragment, collect);
  }
  return [...names].sort();
}

function sameNodes(one: readonly FieldNode[], other: readonly FieldNode[]): boolean {
  return one === other || (one.length === other.length && one.every((n, i) => n === other[i]));
}
