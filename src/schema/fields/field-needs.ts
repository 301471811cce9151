import type { GraphQLArgument, GraphQLField } from 'graphql';
import type { EdgePlan } from '../../loaders/plan.ts';
import type { EdgePageSpec, FacetSpec } from '../../store/reads.ts';
import type { FilterInput } from './filter-conditions.ts';

/** What a spec may depend on besides the arguments. */
export interface PlanContext {
  readonly today: string;
}

/** Arguments as GraphQL coerced them, before a field gives them its own types. */
export type CoercedArguments = Readonly<Record<string, unknown>>;

/**
 * What a field needs of its entity. It is declared with the field, so that a field above can fetch
 * it together with the entity.
 */
export interface FieldNeeds {
  /** Record properties that the resolver reads. */
  readonly reads?: readonly string[];
  /** The page of relations that the resolver gives. Throws a coded error on bad arguments. */
  readonly edges?: (args: CoercedArguments, context: PlanContext) => EdgePageSpec;
  /** Pages of relations that the resolver reads of entities that may be of the type. */
  readonly pages?: (type: string, context: PlanContext) => readonly EdgePlan[];
  /** The relation to the one neighbor that the resolver gives. */
  readonly neighbor?: EdgePageSpec;
  /** The facet that the resolver counts, of a list with the filter. Throws as `edges` does. */
  readonly facet?: (args: CoercedArguments, filter: FilterInput | null) => FacetSpec;
}

/** The extensions of a field that declare what it needs. */
export function needing(needs: FieldNeeds): { readonly glossgraph: FieldNeeds } {
  return { glossgraph: needs };
}

/** What a field was declared to need. */
export function needsOf(field: GraphQLField<unknown, unknown> | undefined): FieldNeeds | undefined {
  return field?.extensions.glossgraph as FieldNeeds | undefined;
}

/** The extensions of an argument that says how many items an answer has: a number, or a list of as many. */
export const countsItems = { glossgraph: { countsItems: true } } as const;

/** Whether an argument was declared with them. */
export function isItemCount({ extensions }: GraphQLArgument): boolean {
  return extensions.glossgraph === countsItems.glossgraph;
}
