import { readFileSync } from 'node:fs';
import { type DocumentNode, parse } from 'graphql';
import { madeOnce } from '../base/made-once.ts';
import type * as types from './documents/types.ts';

/** The variables and the result of each document. */
interface Documents {
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

export type DocumentName = keyof Documents;
export type VariablesOf<Name extends DocumentName> = Documents[Name][0];
export type DataOf<Name extends DocumentName> = Documents[Name][1];

/** Every stored document. The record type lets the compiler find a missing one. */
const names: Readonly<Record<DocumentName, true>> = {
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
};

export const documentNames = Object.keys(names) as readonly DocumentName[];

function stored(file: string): string {
  return readFileSync(new URL(`./documents/${file}.graphql`, import.meta.url), 'utf8');
}

/** The text of a stored document, with the fragments that it uses. */
export function documentText(name: DocumentName): string {
  const texts = new Map([['', stored(name)]]);
  // The loop also visits added fragments, since a fragment may use others.
  for (const text of texts.values()) {
    for (const [, fragment = ''] of text.matchAll(/\.\.\.([A-Z]\w*)/g)) {
      const file = fragment.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase();
      if (!texts.has(fragment)) texts.set(fragment, stored(`fragments/${file}`));
    }
  }
  return [...texts.values()].join('\n');
}

const parsed = new Map<DocumentName, DocumentNode>();

/** A stored document. It is parsed once, since query plans are cached by the document object. */
export function documentOf(name: DocumentName): DocumentNode {
  return madeOnce(parsed, name, () => parse(documentText(name)));
}
