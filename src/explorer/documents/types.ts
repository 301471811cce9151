// Generated from the schema and the documents: UPDATE=1 npx vitest run test/explorer/documents.test.ts
export type * from './schema-types.ts';
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from './schema-types.ts';

export type TermPageQueryVariables = Exact<{
  slug: string;
}>;


export type TermPageQuery = { readonly term: { readonly termKind: Types.TermKind, readonly definition: string | null, readonly explanation: string | null, readonly whyItMatters: string | null, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly around: { readonly totalCount: number | null } | null, readonly tools: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly url: string | null, readonly free: boolean | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly faqs: ReadonlyArray<{ readonly question: string, readonly answer: string, readonly asOf: string | null, readonly stale: boolean | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null, readonly related: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      > } | null, readonly broader: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly narrower: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly partOf: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly parts: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contrastsWith: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly examples: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly releasedOn: string | null, readonly totalParameters: number | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null }> } | null, readonly licenses: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly prerequisites: ReadonlyArray<{ readonly depth: number, readonly cyclic: boolean, readonly term: { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string } | null }> | null, readonly replacedBy:
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
     | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly contested: boolean, readonly consequence: Types.DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Types.Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Types.Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null, readonly neighborhood: { readonly truncated: boolean, readonly entities: ReadonlyArray<
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
     | null> | null, readonly relations: ReadonlyArray<{ readonly type: Types.RelationType, readonly method: Types.DerivationMethod | null, readonly from:
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
       | null, readonly to:
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
       | null }> } | null };

type Head_License_Fragment = { readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly replacedBy:
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
   | null };

type Head_Model_Fragment = { readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly replacedBy:
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
   | null };

type Head_Organization_Fragment = { readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly replacedBy:
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
   | null };

type Head_Term_Fragment = { readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly replacedBy:
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
   | null };

type Head_Tool_Fragment = { readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly replacedBy:
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
   | null };

export type HeadFragment =
  | Head_License_Fragment
  | Head_Model_Fragment
  | Head_Organization_Fragment
  | Head_Term_Fragment
  | Head_Tool_Fragment
;

type Link_License_Fragment = { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string };

type Link_Model_Fragment = { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string };

type Link_Organization_Fragment = { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string };

type Link_Term_Fragment = { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string };

type Link_Tool_Fragment = { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string };

export type LinkFragment =
  | Link_License_Fragment
  | Link_Model_Fragment
  | Link_Organization_Fragment
  | Link_Term_Fragment
  | Link_Tool_Fragment
;

export type ModelRowFragment = { readonly releasedOn: string | null, readonly totalParameters: number | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null };

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

export type SidesFragment = { readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly contested: boolean, readonly consequence: Types.DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Types.Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Types.Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null };

export type PictureFragment = { readonly truncated: boolean, readonly entities: ReadonlyArray<
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
   | null> | null, readonly relations: ReadonlyArray<{ readonly type: Types.RelationType, readonly method: Types.DerivationMethod | null, readonly from:
      | { readonly kind: Types.EntityKind, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly slug: string }
     | null, readonly to:
      | { readonly kind: Types.EntityKind, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly slug: string }
     | null }> };

export type ModelPageQueryVariables = Exact<{
  slug: string;
}>;


export type ModelPageQuery = { readonly model: { readonly url: string | null, readonly effectiveLicenseNotes: ReadonlyArray<string> | null, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Types.Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Types.Modality> | null, readonly outputModalities: ReadonlyArray<Types.Modality> | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly around: { readonly totalCount: number | null } | null, readonly availability: ReadonlyArray<{ readonly artifact: Types.Artifact, readonly availability: Types.Availability, readonly asOf: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Types.Artifact | null, readonly expression: string | null, readonly rank: Types.Rank, readonly contested: boolean, readonly since: string | null, readonly until: string | null, readonly asOf: string | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> }> } | null, readonly effectiveLicenses: ReadonlyArray<{ readonly artifact: Types.Artifact, readonly stated: boolean, readonly explanation: string, readonly license: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }, readonly inheritedFrom: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string } | null }> | null, readonly lineage: ReadonlyArray<{ readonly depth: number, readonly cyclic: boolean, readonly model: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string } | null, readonly parent: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string } | null, readonly relation: { readonly method: Types.DerivationMethod | null } | null }> | null, readonly descendants: ReadonlyArray<{ readonly depth: number, readonly model: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string } | null, readonly parent: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string } | null, readonly relation: { readonly method: Types.DerivationMethod | null } | null }> | null, readonly derivatives: { readonly totalCount: number | null, readonly edges: ReadonlyArray<{ readonly node: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }, readonly relation: { readonly method: Types.DerivationMethod | null } }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict, readonly reasons: ReadonlyArray<string>, readonly missing: ReadonlyArray<string>, readonly term: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string } | null }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly replacedBy:
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
     | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly contested: boolean, readonly consequence: Types.DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Types.Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Types.Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null, readonly neighborhood: { readonly truncated: boolean, readonly entities: ReadonlyArray<
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
     | null> | null, readonly relations: ReadonlyArray<{ readonly type: Types.RelationType, readonly method: Types.DerivationMethod | null, readonly from:
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
       | null, readonly to:
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
       | null }> } | null };

export type ModelFactsFragment = { readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Types.Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Types.Modality> | null, readonly outputModalities: ReadonlyArray<Types.Modality> | null };

export type LicensePageQueryVariables = Exact<{
  slug: string;
}>;


export type LicensePageQuery = { readonly license: { readonly spdxId: string | null, readonly version: string | null, readonly osiApproved: boolean | null, readonly clausesComplete: boolean, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly around: { readonly totalCount: number | null } | null, readonly identifiers: ReadonlyArray<{ readonly scheme: Types.IdentifierScheme, readonly value: string }> | null, readonly documents: ReadonlyArray<{ readonly kind: Types.LicenseDocumentKind, readonly title: string, readonly url: string | null, readonly publishedOn: string | null }> | null, readonly licenseClass: { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string } | null, readonly stewards: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly supersedes: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly supersededBy: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly clauses: ReadonlyArray<{ readonly key: string, readonly effect: Types.ClauseEffect, readonly activities: ReadonlyArray<Types.Activity>, readonly text: string, readonly section: string | null, readonly asOf: string | null, readonly evidence: Types.Evidence | null, readonly bindsDerivatives: ReadonlyArray<Types.DerivationMethod>, readonly document: { readonly title: string, readonly url: string | null } | null, readonly duty: { readonly kind: Types.DutyKind, readonly name: string | null, readonly beforeUse: boolean } | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null, readonly models: { readonly totalCount: number | null, readonly edges: ReadonlyArray<{ readonly node: { readonly releasedOn: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Types.Artifact | null, readonly since: string | null, readonly until: string | null }> }> } | null, readonly related: { readonly nodes: ReadonlyArray<
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      > } | null, readonly replacedBy:
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
     | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly contested: boolean, readonly consequence: Types.DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Types.Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Types.Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null, readonly neighborhood: { readonly truncated: boolean, readonly entities: ReadonlyArray<
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
     | null> | null, readonly relations: ReadonlyArray<{ readonly type: Types.RelationType, readonly method: Types.DerivationMethod | null, readonly from:
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
       | null, readonly to:
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
       | null }> } | null };

export type OrganizationPageQueryVariables = Exact<{
  slug: string;
}>;


export type OrganizationPageQuery = { readonly organization:
    | { readonly website: string | null, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly around: { readonly totalCount: number | null } | null, readonly models: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly releasedOn: string | null, readonly totalParameters: number | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null }> } | null, readonly licenses: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly replacedBy:
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
       | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null }
    | Record<PropertyKey, never>
   | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly contested: boolean, readonly consequence: Types.DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Types.Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Types.Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null, readonly neighborhood: { readonly truncated: boolean, readonly entities: ReadonlyArray<
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
     | null> | null, readonly relations: ReadonlyArray<{ readonly type: Types.RelationType, readonly method: Types.DerivationMethod | null, readonly from:
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
       | null, readonly to:
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
       | null }> } | null };

export type ToolPageQueryVariables = Exact<{
  slug: string;
}>;


export type ToolPageQuery = { readonly tool:
    | { readonly url: string | null, readonly free: boolean | null, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: Types.EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly around: { readonly totalCount: number | null } | null, readonly terms: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly replacedBy:
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
       | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly valueText: string, readonly rank: Types.Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Types.Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null }
    | Record<PropertyKey, never>
   | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly contested: boolean, readonly consequence: Types.DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Types.Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Types.Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null, readonly neighborhood: { readonly truncated: boolean, readonly entities: ReadonlyArray<
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
     | null> | null, readonly relations: ReadonlyArray<{ readonly type: Types.RelationType, readonly method: Types.DerivationMethod | null, readonly from:
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
       | null, readonly to:
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
       | null }> } | null };

export type HomePageQueryVariables = Exact<{ [key: string]: never; }>;


export type HomePageQuery = { readonly graph: { readonly claims: number, readonly sources: number, readonly changedAt: string | null, readonly entities: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly count: number }> } | null, readonly terms: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly models: { readonly nodes: ReadonlyArray<{ readonly releasedOn: string | null, readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly subject:
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
       | null, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly source: { readonly title: string } | null }> | null }> } | null };

export type SearchPageQueryVariables = Exact<{
  query: string;
  kinds?: ReadonlyArray<Types.EntityKind> | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchPageQuery = { readonly search: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly matchedOn: Types.SearchMatch, readonly matchedText: string | null, readonly snippet: { readonly text: string, readonly matches: ReadonlyArray<{ readonly start: number, readonly end: number }> } | null, readonly node:
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
       }> } | null };

export type ChooseModelsQueryVariables = Exact<{
  filter?: Types.ModelFilter | null | undefined;
  orderBy?: Types.ModelOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type ChooseModelsQuery = { readonly models: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly contextTokens: number | null, readonly releasedOn: string | null, readonly totalParameters: number | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null }>, readonly facets: { readonly architectures: ReadonlyArray<{ readonly value: Types.Architecture, readonly count: number }> | null, readonly developers: ReadonlyArray<{ readonly value: string, readonly count: number, readonly entity: { readonly name: string } | null }> | null, readonly families: ReadonlyArray<{ readonly value: string, readonly count: number }> | null, readonly inferenceCode: ReadonlyArray<{ readonly value: Types.Availability, readonly count: number }> | null, readonly inputModalities: ReadonlyArray<{ readonly value: Types.Modality, readonly count: number }> | null, readonly licenseClasses: ReadonlyArray<{ readonly value: string, readonly count: number, readonly entity: { readonly name: string } | null }> | null, readonly licenses: ReadonlyArray<{ readonly value: string, readonly count: number, readonly entity: { readonly name: string } | null }> | null, readonly outputModalities: ReadonlyArray<{ readonly value: Types.Modality, readonly count: number }> | null, readonly trainingCode: ReadonlyArray<{ readonly value: Types.Availability, readonly count: number }> | null, readonly trainingData: ReadonlyArray<{ readonly value: Types.Availability, readonly count: number }> | null, readonly weights: ReadonlyArray<{ readonly value: Types.Availability, readonly count: number }> | null } } | null };

export type ComparePageQueryVariables = Exact<{
  a?: string;
  withA?: boolean;
  b?: string;
  withB?: boolean;
  c?: string;
  withC?: boolean;
  d?: string;
  withD?: boolean;
  e?: string;
  withE?: boolean;
}>;


export type ComparePageQuery = { readonly a?: { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Types.Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Types.Modality> | null, readonly outputModalities: ReadonlyArray<Types.Modality> | null, readonly availability: ReadonlyArray<{ readonly artifact: Types.Artifact, readonly availability: Types.Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Types.Artifact | null, readonly contested: boolean }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contested: { readonly totalCount: number | null } | null } | null, readonly b?: { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Types.Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Types.Modality> | null, readonly outputModalities: ReadonlyArray<Types.Modality> | null, readonly availability: ReadonlyArray<{ readonly artifact: Types.Artifact, readonly availability: Types.Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Types.Artifact | null, readonly contested: boolean }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contested: { readonly totalCount: number | null } | null } | null, readonly c?: { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Types.Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Types.Modality> | null, readonly outputModalities: ReadonlyArray<Types.Modality> | null, readonly availability: ReadonlyArray<{ readonly artifact: Types.Artifact, readonly availability: Types.Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Types.Artifact | null, readonly contested: boolean }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contested: { readonly totalCount: number | null } | null } | null, readonly d?: { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Types.Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Types.Modality> | null, readonly outputModalities: ReadonlyArray<Types.Modality> | null, readonly availability: ReadonlyArray<{ readonly artifact: Types.Artifact, readonly availability: Types.Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Types.Artifact | null, readonly contested: boolean }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contested: { readonly totalCount: number | null } | null } | null, readonly e?: { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Types.Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Types.Modality> | null, readonly outputModalities: ReadonlyArray<Types.Modality> | null, readonly availability: ReadonlyArray<{ readonly artifact: Types.Artifact, readonly availability: Types.Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Types.Artifact | null, readonly contested: boolean }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contested: { readonly totalCount: number | null } | null } | null };

export type ComparedFragment = { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Types.Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Types.Modality> | null, readonly outputModalities: ReadonlyArray<Types.Modality> | null, readonly availability: ReadonlyArray<{ readonly artifact: Types.Artifact, readonly availability: Types.Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Types.Artifact | null, readonly contested: boolean }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: Types.OpennessDefinition, readonly verdict: Types.Verdict }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contested: { readonly totalCount: number | null } | null };

export type PathPageQueryVariables = Exact<{
  from: Types.EntityRefInput;
  to: Types.EntityRefInput;
}>;


export type PathPageQuery = { readonly from:
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
   | null, readonly to:
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
   | null, readonly path: { readonly length: number, readonly explanation: string, readonly entities: ReadonlyArray<
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
     | null> | null, readonly steps: ReadonlyArray<{ readonly explanation: string, readonly relation: { readonly type: Types.RelationType, readonly method: Types.DerivationMethod | null, readonly source: { readonly title: string, readonly url: string | null } | null, readonly from:
          | { readonly kind: Types.EntityKind, readonly slug: string }
          | { readonly kind: Types.EntityKind, readonly slug: string }
          | { readonly kind: Types.EntityKind, readonly slug: string }
          | { readonly kind: Types.EntityKind, readonly slug: string }
          | { readonly kind: Types.EntityKind, readonly slug: string }
         | null, readonly to:
          | { readonly kind: Types.EntityKind, readonly slug: string }
          | { readonly kind: Types.EntityKind, readonly slug: string }
          | { readonly kind: Types.EntityKind, readonly slug: string }
          | { readonly kind: Types.EntityKind, readonly slug: string }
          | { readonly kind: Types.EntityKind, readonly slug: string }
         | null } | null }> } | null };

export type DisagreementsPageQueryVariables = Exact<{
  kinds?: ReadonlyArray<Types.EntityKind> | null | undefined;
  contested?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type DisagreementsPageQuery = { readonly disagreements: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly property: Types.ClaimProperty, readonly artifact: Types.Artifact | null, readonly contested: boolean, readonly consequence: Types.DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly subject:
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
       | null, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Types.Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Types.Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null };

export type SuggestionsQueryVariables = Exact<{
  text: string;
  kinds?: ReadonlyArray<Types.EntityKind> | null | undefined;
}>;


export type SuggestionsQuery = { readonly suggest: ReadonlyArray<{ readonly text: string, readonly entity:
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
     | null }> | null };

export type TopicPageQueryVariables = Exact<{
  kind: Types.TermKind;
  after?: string | null | undefined;
}>;


export type TopicPageQuery = { readonly terms: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly broader: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null }> } | null };

export type TopicsPageQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicsPageQuery = { readonly ARCHITECTURE: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly ARTIFACT: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly BENCHMARK: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly CONCEPT: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly DATASET: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly FIELD: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly FORMAT: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly LEGAL_CONCEPT: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly LICENSE_CLASS: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly METRIC: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly PLATFORM: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly PROCESS: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly REGULATION: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly STANDARD: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly TECHNIQUE: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null, readonly TOOL: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null };

export type TopicFragment = { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> };

export type ModelsForUseQueryVariables = Exact<{
  use: Types.UseInput;
  answers: ReadonlyArray<Types.UseAnswer>;
  after?: string | null | undefined;
}>;


export type ModelsForUseQuery = { readonly modelsUsableFor: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly answerCounts: ReadonlyArray<{ readonly answer: Types.UseAnswer, readonly count: number }> | null, readonly missingFacts: ReadonlyArray<{ readonly fact: Types.UseFact, readonly count: number }> | null, readonly edges: ReadonlyArray<{ readonly node: { readonly releasedOn: string | null, readonly totalParameters: number | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null }, readonly verdict: { readonly answer: Types.UseAnswer, readonly missing: ReadonlyArray<Types.UseFact>, readonly duties: ReadonlyArray<{ readonly duty: { readonly kind: Types.DutyKind, readonly name: string | null } | null }> } }> } | null };

export type CardQueryVariables = Exact<{
  of: Types.EntityRefInput;
}>;


export type CardQuery = { readonly entity:
    | { readonly osiApproved: boolean | null, readonly summary: string | null, readonly uri: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly licenseClass: { readonly name: string } | null }
    | { readonly releasedOn: string | null, readonly totalParameters: number | null, readonly summary: string | null, readonly uri: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly name: string }> } | null, readonly openness: ReadonlyArray<{ readonly verdict: Types.Verdict }> | null }
    | { readonly summary: string | null, readonly uri: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly models: { readonly totalCount: number | null } | null }
    | { readonly termKind: Types.TermKind, readonly summary: string | null, readonly uri: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly examples: { readonly totalCount: number | null } | null }
    | { readonly free: boolean | null, readonly summary: string | null, readonly uri: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
   | null };

export type ChangesPageQueryVariables = Exact<{
  limit: number;
}>;


export type ChangesPageQuery = { readonly recentChanges: ReadonlyArray<
    | { readonly revision: number, readonly updatedAt: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly revision: number, readonly updatedAt: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly revision: number, readonly updatedAt: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly revision: number, readonly updatedAt: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
    | { readonly revision: number, readonly updatedAt: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
   | null> | null, readonly graph: { readonly entities: ReadonlyArray<{ readonly count: number }> } | null };

type Changed_License_Fragment = { readonly revision: number, readonly updatedAt: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string };

type Changed_Model_Fragment = { readonly revision: number, readonly updatedAt: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string };

type Changed_Organization_Fragment = { readonly revision: number, readonly updatedAt: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string };

type Changed_Term_Fragment = { readonly revision: number, readonly updatedAt: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string };

type Changed_Tool_Fragment = { readonly revision: number, readonly updatedAt: string, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string };

export type ChangedFragment =
  | Changed_License_Fragment
  | Changed_Model_Fragment
  | Changed_Organization_Fragment
  | Changed_Term_Fragment
  | Changed_Tool_Fragment
;

export type PicturePageQueryVariables = Exact<{
  of: Types.EntityRefInput;
  depth: number;
  limit: number;
  kinds?: ReadonlyArray<Types.EntityKind> | null | undefined;
}>;


export type PicturePageQuery = { readonly entity:
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly relations: { readonly totalCount: number | null } | null }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly relations: { readonly totalCount: number | null } | null }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly relations: { readonly totalCount: number | null } | null }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly relations: { readonly totalCount: number | null } | null }
    | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly relations: { readonly totalCount: number | null } | null }
   | null, readonly neighborhood: { readonly truncated: boolean, readonly entities: ReadonlyArray<
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
     | null> | null, readonly relations: ReadonlyArray<{ readonly type: Types.RelationType, readonly method: Types.DerivationMethod | null, readonly from:
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
       | null, readonly to:
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
        | { readonly kind: Types.EntityKind, readonly slug: string }
       | null }> } | null };

export type GuessesQueryVariables = Exact<{
  text: string;
  kinds?: ReadonlyArray<Types.EntityKind> | null | undefined;
  only?: ReadonlyArray<Types.EntityKind> | null | undefined;
}>;


export type GuessesQuery = { readonly suggest: ReadonlyArray<{ readonly entity:
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
     | null }> | null, readonly search: { readonly edges: ReadonlyArray<{ readonly matchedOn: Types.SearchMatch, readonly node:
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }
       }> } | null };

export type MayIUseQueryVariables = Exact<{
  slug: string;
  use: Types.UseInput;
}>;


export type MayIUseQuery = { readonly model: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string, readonly availability: ReadonlyArray<{ readonly artifact: Types.Artifact, readonly availability: Types.Availability }> | null, readonly useVerdict: { readonly answer: Types.UseAnswer, readonly assumptions: ReadonlyArray<string>, readonly evidence: Types.Evidence | null, readonly missing: ReadonlyArray<Types.UseFact>, readonly duties: ReadonlyArray<{ readonly key: string, readonly text: string, readonly section: string | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly duty: { readonly kind: Types.DutyKind, readonly name: string | null, readonly beforeUse: boolean } | null }>, readonly reasons: ReadonlyArray<{ readonly effect: Types.UseAnswer, readonly explanation: string, readonly clause: { readonly key: string } | null, readonly license: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string } | null, readonly via: ReadonlyArray<{ readonly model: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string } | null }> }> } | null } | null };

export type UseVerdictFactsFragment = { readonly answer: Types.UseAnswer, readonly assumptions: ReadonlyArray<string>, readonly evidence: Types.Evidence | null, readonly missing: ReadonlyArray<Types.UseFact>, readonly duties: ReadonlyArray<{ readonly key: string, readonly text: string, readonly section: string | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly duty: { readonly kind: Types.DutyKind, readonly name: string | null, readonly beforeUse: boolean } | null }>, readonly reasons: ReadonlyArray<{ readonly effect: Types.UseAnswer, readonly explanation: string, readonly clause: { readonly key: string } | null, readonly license: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string } | null, readonly via: ReadonlyArray<{ readonly model: { readonly kind: Types.EntityKind, readonly name: string, readonly slug: string } | null }> }> };

export type TermsListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TermsListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null };

export type ModelsListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ModelsListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null };

export type LicensesListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LicensesListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null };

export type OrganizationsListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OrganizationsListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null };

export type ToolsListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ToolsListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: Types.EntityKind, readonly name: string, readonly slug: string }> } | null };
