import type { GraphQLArgument, GraphQLField } from 'graphql';
import type { EdgePlan } from '../../loaders/plan.ts';
import type { EdgePageSpec, FacetSpec } from '../../store/reads.ts';
import type { FilterInput } from './filter-conditions.ts';

/** The values that a spec may depend on, besides the arguments. */
export interface PlanContext {
  readonly today: string;
}

/** Arguments after GraphQL coercion, before a field adds its own types. */
export type CoercedArguments = Readonly<Record<string, unknown>>;

/**
 * The parts of an entity that a field needs. They are declared with the field, so that a field
 * above can fetch them together with the entity.
 */
export interface FieldNeeds {
  /** Record properties that the resolver reads. */
  readonly reads?: readonly string[];
  /** The page of relations that the resolver returns. Throws a coded error on bad arguments. */
  readonly edges?: (args: CoercedArguments, context: PlanContext) => EdgePageSpec;
  /** The pages of relations that the resolver reads, for entities that may have the type. */
  readonly pages?: (type: string, context: PlanContext) => readonly EdgePlan[];
  /** The relation to the neighbor that the resolver returns. */
  readonly neighbor?: EdgePageSpec;
  /** The facet that the resolver counts, for a list with the filter. Throws as `edges` does. */
  readonly facet?: (args: CoercedArguments, filter: FilterInput | null) => FacetSpec;
}

/** The field extensions that declare needs. */
export function needing(needs: FieldNeeds): { readonly glossgraph: FieldNeeds } {
  return { glossgraph: needs };
}

/** The declared needs of a field. */
export function needsOf(field: GraphQLField<unknown, unknown> | undefined): FieldNeeds | undefined {
  return field?.extensions.glossgraph as FieldNeeds | undefined;
}

/**
 * The extensions of an argument that sets the number of items in an answer, as a number or by a
 * list.
 */
export const countsItems = { glossgraph: { countsItems: true } } as const;

/** Whether an argument sets the number of items. */
export function isItemCount({ extensions }: GraphQLArgument): boolean {
  return extensions.glossgraph === countsItems.glossgraph;
}
