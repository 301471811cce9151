// Generated from the schema and the documents: UPDATE=1 npx vitest run test/mcp/documents.test.ts
export type * from '../../explorer/documents/schema-types.ts';
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../explorer/documents/schema-types.ts';

export type SearchEntitiesQueryVariables = Exact<{
  query: string;
  kinds?: ReadonlyArray<Types.EntityKind> | null | undefined;
  first: number;
}>;


export type SearchEntitiesQuery = { readonly search: { readonly totalCount: number | null, readonly edges: ReadonlyArray<{ readonly matchedOn: Types.SearchMatch, readonly matchedText: string | null, readonly snippet: { readonly text: string } | null, readonly node:
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
       }> } | null };

type Named_License_Fragment = { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string };

type Named_Model_Fragment = { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string };

type Named_Organization_Fragment = { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string };

type Named_Term_Fragment = { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string };

type Named_Tool_Fragment = { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string };

export type NamedFragment =
  | Named_License_Fragment
  | Named_Model_Fragment
  | Named_Organization_Fragment
  | Named_Term_Fragment
  | Named_Tool_Fragment
;

export type EntitiesByNameQueryVariables = Exact<{
  text: string;
  prefix: string;
  kinds?: ReadonlyArray<Types.EntityKind> | null | undefined;
}>;


export type EntitiesByNameQuery = { readonly search: { readonly edges: ReadonlyArray<{ readonly matchedOn: Types.SearchMatch, readonly matchedText: string | null, readonly node:
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
       }> } | null, readonly suggest: ReadonlyArray<{ readonly entity:
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
     | null }> | null };

export type EntitiesBySlugQueryVariables = Exact<{
  slug: string;
}>;


export type EntitiesBySlugQuery = { readonly term: { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly model: { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly license: { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly organization:
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
   | null, readonly tool:
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
   | null };

export type LicenseNamedQueryVariables = Exact<{
  text: string;
}>;


export type LicenseNamedQuery = { readonly resolveLicense: { readonly license: { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly candidates: ReadonlyArray<{ readonly license: { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null }> } | null };

export type DescribeTermQueryVariables = Exact<{
  slug: string;
}>;


export type DescribeTermQuery = { readonly term: { readonly termKind: Types.TermKind, readonly definition: string | null, readonly explanation: string | null, readonly whyItMatters: string | null, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly factsAsOf: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly faqs: ReadonlyArray<{ readonly question: string, readonly answer: string, readonly asOf: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null, readonly broader: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly narrower: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly partOf: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly parts: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly contrastsWith: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly related: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      > } | null, readonly examples: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly releasedOn: string | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly name: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null }> } | null, readonly licenses: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly tools: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly prerequisites: ReadonlyArray<{ readonly term: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null }> | null, readonly replacedBy:
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
     | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null };

type Head_License_Fragment = { readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly factsAsOf: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly replacedBy:
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
   | null };

type Head_Model_Fragment = { readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly factsAsOf: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly replacedBy:
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
   | null };

type Head_Organization_Fragment = { readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly factsAsOf: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly replacedBy:
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
   | null };

type Head_Term_Fragment = { readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly factsAsOf: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly replacedBy:
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
   | null };

type Head_Tool_Fragment = { readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly factsAsOf: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly replacedBy:
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
   | null };

export type HeadFragment =
  | Head_License_Fragment
  | Head_Model_Fragment
  | Head_Organization_Fragment
  | Head_Term_Fragment
  | Head_Tool_Fragment
;

export type CitedFragment = { readonly title: string, readonly url: string | null };

export type ModelRowFragment = { readonly releasedOn: string | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly name: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null };

type Claims_License_Fragment = { readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null };

type Claims_Model_Fragment = { readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null };

type Claims_Organization_Fragment = { readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null };

type Claims_Term_Fragment = { readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null };

type Claims_Tool_Fragment = { readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null };

export type ClaimsFragment =
  | Claims_License_Fragment
  | Claims_Model_Fragment
  | Claims_Organization_Fragment
  | Claims_Term_Fragment
  | Claims_Tool_Fragment
;

export type DescribeModelQueryVariables = Exact<{
  slug: string;
}>;


export type DescribeModelQuery = { readonly model: { readonly url: string | null, readonly effectiveLicenseNotes: ReadonlyArray<string> | null, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly factsAsOf: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly effectiveLicenses: ReadonlyArray<{ readonly artifact: Types.Artifact, readonly stated: boolean, readonly explanation: string, readonly license: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } }> | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict, readonly reasons: ReadonlyArray<string>, readonly missing: ReadonlyArray<string> }> | null, readonly derivatives: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly replacedBy:
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
     | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null };

export type DescribeLicenseQueryVariables = Exact<{
  slug: string;
}>;


export type DescribeLicenseQuery = { readonly license: { readonly spdxId: string | null, readonly clausesComplete: boolean, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly factsAsOf: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenseClass: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly documents: ReadonlyArray<{ readonly kind: Types.LicenseDocumentKind, readonly title: string, readonly url: string | null, readonly publishedOn: string | null }> | null, readonly clauses: ReadonlyArray<{ readonly key: string, readonly effect: Types.ClauseEffect, readonly text: string, readonly section: string | null, readonly asOf: string | null, readonly evidence: Types.Evidence | null, readonly document: { readonly title: string } | null, readonly duty: { readonly kind: Types.DutyKind, readonly name: string | null } | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null, readonly models: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly releasedOn: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly supersededBy: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly replacedBy:
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
     | null, readonly run: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly fineTune: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly product: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly host: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly redistribute: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly train: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly sell: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null };

export type AnswersFragment = { readonly run: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly fineTune: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly product: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly host: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly redistribute: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly train: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly sell: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null };

export type DescribeOrganizationQueryVariables = Exact<{
  ref: Types.EntityRefInput;
}>;


export type DescribeOrganizationQuery = { readonly entity:
    | { readonly website: string | null, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly factsAsOf: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly models: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly releasedOn: string | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly name: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null }> } | null, readonly licenses: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly replacedBy:
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
       | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null }
    | Record<PropertyKey, never>
   | null };

export type DescribeToolQueryVariables = Exact<{
  ref: Types.EntityRefInput;
}>;


export type DescribeToolQuery = { readonly entity:
    | { readonly url: string | null, readonly free: boolean | null, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly factsAsOf: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly terms: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly replacedBy:
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
       | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null }
    | Record<PropertyKey, never>
   | null };

export type MayIUseModelQueryVariables = Exact<{
  slug: string;
  use: Types.UseInput;
}>;


export type MayIUseModelQuery = { readonly model: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly availability: ReadonlyArray<{ readonly artifact: Types.Artifact, readonly availability: Types.Availability }> | null, readonly useVerdict: { readonly answer: Types.UseAnswer, readonly assumptions: ReadonlyArray<string>, readonly evidence: Types.Evidence | null, readonly missing: ReadonlyArray<Types.UseFact>, readonly duties: ReadonlyArray<{ readonly key: string, readonly text: string, readonly section: string | null, readonly asOf: string | null, readonly evidence: Types.Evidence | null, readonly license: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly duty: { readonly kind: Types.DutyKind, readonly name: string | null, readonly beforeUse: boolean } | null, readonly source: { readonly title: string, readonly url: string | null } | null }>, readonly reasons: ReadonlyArray<{ readonly effect: Types.UseAnswer, readonly explanation: string, readonly license: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly clause: { readonly key: string, readonly asOf: string | null, readonly evidence: Types.Evidence | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly source: { readonly title: string, readonly url: string | null } | null } | null }> } | null } | null };

export type JudgedFragment = { readonly answer: Types.UseAnswer, readonly assumptions: ReadonlyArray<string>, readonly evidence: Types.Evidence | null, readonly missing: ReadonlyArray<Types.UseFact>, readonly duties: ReadonlyArray<{ readonly key: string, readonly text: string, readonly section: string | null, readonly asOf: string | null, readonly evidence: Types.Evidence | null, readonly license: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly duty: { readonly kind: Types.DutyKind, readonly name: string | null, readonly beforeUse: boolean } | null, readonly source: { readonly title: string, readonly url: string | null } | null }>, readonly reasons: ReadonlyArray<{ readonly effect: Types.UseAnswer, readonly explanation: string, readonly license: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly clause: { readonly key: string, readonly asOf: string | null, readonly evidence: Types.Evidence | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly source: { readonly title: string, readonly url: string | null } | null } | null }> };

export type MayIUseUnderLicenseQueryVariables = Exact<{
  slug: string;
  use: Types.UseInput;
}>;


export type MayIUseUnderLicenseQuery = { readonly license: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly useVerdict: { readonly answer: Types.UseAnswer, readonly assumptions: ReadonlyArray<string>, readonly evidence: Types.Evidence | null, readonly missing: ReadonlyArray<Types.UseFact>, readonly duties: ReadonlyArray<{ readonly key: string, readonly text: string, readonly section: string | null, readonly asOf: string | null, readonly evidence: Types.Evidence | null, readonly license: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly duty: { readonly kind: Types.DutyKind, readonly name: string | null, readonly beforeUse: boolean } | null, readonly source: { readonly title: string, readonly url: string | null } | null }>, readonly reasons: ReadonlyArray<{ readonly effect: Types.UseAnswer, readonly explanation: string, readonly license: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly clause: { readonly key: string, readonly asOf: string | null, readonly evidence: Types.Evidence | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly source: { readonly title: string, readonly url: string | null } | null } | null }> } | null } | null };

export type ModelsUsableQueryVariables = Exact<{
  use: Types.UseInput;
  answers: ReadonlyArray<Types.UseAnswer>;
  filter?: Types.ModelFilter | null | undefined;
  orderBy: Types.ModelOrder;
  first: number;
}>;


export type ModelsUsableQuery = { readonly modelsUsableFor: { readonly totalCount: number | null, readonly answerCounts: ReadonlyArray<{ readonly answer: Types.UseAnswer, readonly count: number }> | null, readonly missingFacts: ReadonlyArray<{ readonly fact: Types.UseFact, readonly count: number }> | null, readonly edges: ReadonlyArray<{ readonly node: { readonly releasedOn: string | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly name: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null }, readonly verdict: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact>, readonly duties: ReadonlyArray<{ readonly duty: { readonly kind: Types.DutyKind, readonly name: string | null } | null }> } }> } | null };

export type ModelsByFactsQueryVariables = Exact<{
  filter?: Types.ModelFilter | null | undefined;
  orderBy: Types.ModelOrder;
  first: number;
}>;


export type ModelsByFactsQuery = { readonly models: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly releasedOn: string | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly name: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null }> } | null };

export type ResolveLicenseTextQueryVariables = Exact<{
  text: string;
}>;


export type ResolveLicenseTextQuery = { readonly resolveLicense: { readonly kind: Types.LicenseResolutionKind, readonly input: string, readonly reasons: ReadonlyArray<string>, readonly license: { readonly summary: string | null, readonly spdxId: string | null, readonly osiApproved: boolean | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenseClass: { readonly name: string } | null } | null, readonly spdxLicense: { readonly id: string, readonly name: string | null, readonly url: string | null, readonly osiApproved: boolean | null, readonly deprecated: boolean } | null, readonly candidates: ReadonlyArray<{ readonly confidence: number, readonly reason: string, readonly license: { readonly spdxId: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly spdxLicense: { readonly id: string, readonly name: string | null, readonly url: string | null } | null }>, readonly expression: { readonly text: string, readonly nodes: ReadonlyArray<{ readonly operator: Types.LicenseOperator | null, readonly orLater: boolean, readonly exception: string | null, readonly spdxId: string | null, readonly license: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly spdxLicense: { readonly id: string, readonly name: string | null, readonly url: string | null } | null }> } | null } | null };

export type ExplainPathQueryVariables = Exact<{
  from: Types.EntityRefInput;
  to: Types.EntityRefInput;
}>;


export type ExplainPathQuery = { readonly path: { readonly length: number, readonly explanation: string, readonly entities: ReadonlyArray<
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
     | null> | null, readonly steps: ReadonlyArray<{ readonly explanation: string, readonly relation: { readonly asOf: string | null, readonly evidence: Types.Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null } | null }> } | null };

export type CompareModelQueryVariables = Exact<{
  slug: string;
}>;


export type CompareModelQuery = { readonly model: { readonly summary: string | null, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Types.Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Types.Modality> | null, readonly outputModalities: ReadonlyArray<Types.Modality> | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly availability: ReadonlyArray<{ readonly artifact: Types.Artifact, readonly availability: Types.Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }, readonly relations: ReadonlyArray<{ readonly artifact: Types.Artifact | null, readonly contested: boolean, readonly expression: string | null }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null } | null };

export type ModelFactsFragment = { readonly summary: string | null, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Types.Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Types.Modality> | null, readonly outputModalities: ReadonlyArray<Types.Modality> | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly availability: ReadonlyArray<{ readonly artifact: Types.Artifact, readonly availability: Types.Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }, readonly relations: ReadonlyArray<{ readonly artifact: Types.Artifact | null, readonly contested: boolean, readonly expression: string | null }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null };

export type CompareLicenseQueryVariables = Exact<{
  slug: string;
}>;


export type CompareLicenseQuery = { readonly license: { readonly summary: string | null, readonly spdxId: string | null, readonly osiApproved: boolean | null, readonly clausesComplete: boolean, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenseClass: { readonly name: string } | null, readonly clauses: ReadonlyArray<{ readonly effect: Types.ClauseEffect, readonly text: string, readonly duty: { readonly kind: Types.DutyKind, readonly name: string | null } | null }> | null, readonly run: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly fineTune: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly product: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly host: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly redistribute: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly train: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null, readonly sell: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact> } | null } | null };

export type CompareTermQueryVariables = Exact<{
  slug: string;
}>;


export type CompareTermQuery = { readonly term: { readonly definition: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly broader: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly contrastsWith: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly examples: { readonly totalCount: number | null } | null, readonly faqs: ReadonlyArray<{ readonly question: string, readonly answer: string }> | null } | null };
