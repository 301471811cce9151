import type * as types from './documents/types.ts';
import { StoredDocuments } from './stored-documents.ts';

/** The variables and the result of each document. */
interface PageDocuments {
  readonly term: [types.TermPageQueryVariables, types.TermPageQuery];
  readonly model: [types.ModelPageQueryVariables, types.ModelPageQuery];
  readonly license: [types.LicensePageQueryVariables, types.LicensePageQuery];
  readonly organization: [types.OrganizationPageQueryVariables, types.OrganizationPageQuery];
  readonly tool: [types.ToolPageQueryVariables, types.ToolPageQuery];
  readonly home: [types.HomePageQueryVariables, types.HomePageQuery];
  readonly search: [types.SearchPageQueryVariables, types.SearchPageQuery];
  readonly choose: [types.ChooseModelsQueryVariables, types.ChooseModelsQuery];
  readonly compare: [types.ComparePageQueryVariables, types.ComparePageQuery];
  readonly path: [types.PathPageQueryVariables, types.PathPageQuery];
  readonly disagreements: [types.DisagreementsPageQueryVariables, types.DisagreementsPageQuery];
  readonly suggestions: [types.SuggestionsQueryVariables, types.SuggestionsQuery];
  readonly topic: [types.TopicPageQueryVariables, types.TopicPageQuery];
  readonly topics: [types.TopicsPageQueryVariables, types.TopicsPageQuery];
  readonly 'models-for-use': [types.ModelsForUseQueryVariables, types.ModelsForUseQuery];
  readonly card: [types.CardQueryVariables, types.CardQuery];
  readonly changes: [types.ChangesPageQueryVariables, types.ChangesPageQuery];
  readonly picture: [types.PicturePageQueryVariables, types.PicturePageQuery];
  readonly guesses: [types.GuessesQueryVariables, types.GuessesQuery];
  readonly 'may-i-use': [types.MayIUseQueryVariables, types.MayIUseQuery];
  readonly terms: [types.TermsListQueryVariables, types.TermsListQuery];
  readonly models: [types.ModelsListQueryVariables, types.ModelsListQuery];
  readonly licenses: [types.LicensesListQueryVariables, types.LicensesListQuery];
  readonly organizations: [types.OrganizationsListQueryVariables, types.OrganizationsListQuery];
  readonly tools: [types.ToolsListQueryVariables, types.ToolsListQuery];
}

export type DocumentName = keyof PageDocuments;
export type VariablesOf<Name extends DocumentName> = PageDocuments[Name][0];
export type DataOf<Name extends DocumentName> = PageDocuments[Name][1];

/** The documents of the pages. */
export const pageDocuments = new StoredDocuments<PageDocuments>(
  new URL('./documents/', import.meta.url),
  {
    term: true,
    model: true,
    license: true,
    organization: true,
    tool: true,
    home: true,
    search: true,
    choose: true,
    compare: true,
    path: true,
    disagreements: true,
    suggestions: true,
    topic: true,
    topics: true,
    'models-for-use': true,
    card: true,
    changes: true,
    picture: true,
    guesses: true,
    'may-i-use': true,
    terms: true,
    models: true,
    licenses: true,
    organizations: true,
    tools: true,
  },
);
