import { type AskGraph, askStored, dataIn, type Found, UnansweredError } from '../explorer/ask.ts';
import { StoredDocuments } from '../explorer/stored-documents.ts';
import type * as types from './documents/types.ts';

/** The variables and the result of each document. */
interface ToolDocuments {
  readonly search: [types.SearchEntitiesQueryVariables, types.SearchEntitiesQuery];
  readonly 'by-name': [types.EntitiesByNameQueryVariables, types.EntitiesByNameQuery];
  readonly 'by-slug': [types.EntitiesBySlugQueryVariables, types.EntitiesBySlugQuery];
  readonly 'license-named': [types.LicenseNamedQueryVariables, types.LicenseNamedQuery];
  readonly term: [types.DescribeTermQueryVariables, types.DescribeTermQuery];
  readonly model: [types.DescribeModelQueryVariables, types.DescribeModelQuery];
  readonly license: [types.DescribeLicenseQueryVariables, types.DescribeLicenseQuery];
  readonly organization: [
    types.DescribeOrganizationQueryVariables,
    types.DescribeOrganizationQuery,
  ];
  readonly tool: [types.DescribeToolQueryVariables, types.DescribeToolQuery];
  readonly 'may-i-use-model': [types.MayIUseModelQueryVariables, types.MayIUseModelQuery];
  readonly 'may-i-use-license': [
    types.MayIUseUnderLicenseQueryVariables,
    types.MayIUseUnderLicenseQuery,
  ];
  readonly 'models-for-use': [types.ModelsUsableQueryVariables, types.ModelsUsableQuery];
  readonly models: [types.ModelsByFactsQueryVariables, types.ModelsByFactsQuery];
  readonly 'resolve-license': [
    types.ResolveLicenseTextQueryVariables,
    types.ResolveLicenseTextQuery,
  ];
  readonly path: [types.ExplainPathQueryVariables, types.ExplainPathQuery];
  readonly 'compare-model': [types.CompareModelQueryVariables, types.CompareModelQuery];
  readonly 'compare-license': [types.CompareLicenseQueryVariables, types.CompareLicenseQuery];
  readonly 'compare-term': [types.CompareTermQueryVariables, types.CompareTermQuery];
}

export type DocumentName = keyof ToolDocuments;
type VariablesOf<Name extends DocumentName> = ToolDocuments[Name][0];
export type DataOf<Name extends DocumentName> = ToolDocuments[Name][1];

/** The GraphQL documents of the tools. */
export const toolDocuments = new StoredDocuments<ToolDocuments>(
  new URL('./documents/', import.meta.url),
  {
    search: true,
    'by-name': true,
    'by-slug': true,
    'license-named': true,
    term: true,
    model: true,
    license: true,
    organization: true,
    tool: true,
    'may-i-use-model': true,
    'may-i-use-license': true,
    'models-for-use': true,
    models: true,
    'resolve-license': true,
    path: true,
    'compare-model': true,
    'compare-license': true,
    'compare-term': true,
  },
);

/** Runs a document of the tools. */
export function asked<Name extends DocumentName>(
  ask: AskGraph,
  name: Name,
  variables: VariablesOf<Name>,
): Promise<Found<DataOf<Name>>> {
  return askStored(ask, toolDocuments, name, variables);
}

/** The data of a document; null if the graph refuses the question. */
export async function found<Name extends DocumentName>(
  ask: AskGraph,
  name: Name,
  variables: VariablesOf<Name>,
): Promise<DataOf<Name> | null> {
  return dataIn(await asked(ask, name, variables));
}

/** The value that a document must find. Throws an UnansweredError if it is missing. */
export async function foundOne<Name extends DocumentName, Value>(
  ask: AskGraph,
  name: Name,
  variables: VariablesOf<Name>,
  pick: (data: DataOf<Name>) => Value,
): Promise<NonNullable<Value>> {
  const { data, errors } = await asked(ask, name, variables);
  const value = data === null ? null : pick(data);
  if (value === null || value === undefined) throw new UnansweredError(errors);
  return value;
}
