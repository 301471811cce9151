// Made from the documents beside it and the schema: UPDATE=1 npx vitest run test/mcp/documents.test.ts
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Activity =
  | 'FINE_TUNE'
  | 'HOST_AS_SERVICE'
  | 'OFFER_PRODUCT'
  | 'REDISTRIBUTE'
  | 'RUN'
  | 'SELL_OUTPUTS'
  | 'TRAIN_ON_OUTPUTS'
  | 'USE_HOSTED_PRODUCT';

export type Architecture =
  | 'DENSE'
  | 'DIFFUSION'
  | 'ENCODER_DECODER'
  | 'HYBRID'
  | 'MIXTURE_OF_EXPERTS'
  | 'UNDISCLOSED';

export type Artifact =
  | 'INFERENCE_CODE'
  | 'TRAINING_CODE'
  | 'TRAINING_DATA'
  | 'WEIGHTS';

export type Availability =
  | 'CLOSED'
  | 'GATED'
  | 'OPEN'
  | 'PARTIAL'
  | 'UNKNOWN';

export type BusinessKind =
  | 'AI_WORK_ASSISTANT'
  | 'MODEL_AS_A_SERVICE';

export type ClaimProperty =
  | 'ACTIVE_PARAMETERS'
  | 'ARCHITECTURE'
  | 'AVAILABILITY'
  | 'BROADER'
  | 'CLASSIFIED_AS'
  | 'CONTEXT_TOKENS'
  | 'CONTRASTS_WITH'
  | 'DEFINITION'
  | 'DERIVED_FROM'
  | 'DEVELOPED_BY'
  | 'EXEMPLIFIES'
  | 'EXPLANATION'
  | 'FAMILY_NAME'
  | 'FREE'
  | 'HAS_TOOL'
  | 'INPUT_MODALITIES'
  | 'LICENSED_UNDER'
  | 'OSAID_VALIDATION'
  | 'OSI_APPROVED'
  | 'OUTPUT_MODALITIES'
  | 'PART_OF'
  | 'RELATED_TO'
  | 'RELEASED_ON'
  | 'REQUIRES'
  | 'SPDX_ID'
  | 'STATEMENT'
  | 'STEWARDED_BY'
  | 'SUPERSEDES'
  | 'TOTAL_PARAMETERS'
  | 'URL'
  | 'VERSION'
  | 'WEBSITE'
  | 'WHY_IT_MATTERS';

export type ClauseEffect =
  | 'FORBIDS'
  | 'NEEDS_SEPARATE_LICENSE'
  | 'PERMITS'
  | 'REQUIRES'
  | 'TERMINATES'
  | 'WITHHOLDS_GRANT';

export type Currency =
  | 'AED'
  | 'AUD'
  | 'BRL'
  | 'CAD'
  | 'CHF'
  | 'CNY'
  | 'CZK'
  | 'DKK'
  | 'EUR'
  | 'GBP'
  | 'HKD'
  | 'ILS'
  | 'INR'
  | 'JPY'
  | 'KRW'
  | 'NOK'
  | 'PLN'
  | 'SEK'
  | 'SGD'
  | 'TWD'
  | 'USD';

export type DateRange = {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
};

export type DutyKind =
  | 'ATTRIBUTE'
  | 'DISPLAY_NAME'
  | 'FLOW_DOWN'
  | 'FOLLOW_USE_POLICY'
  | 'INCLUDE_LICENSE'
  | 'INCLUDE_NOTICE'
  | 'MARK_CHANGES'
  | 'NAME_PREFIX'
  | 'NOTIFY_LICENSOR'
  | 'REGISTER'
  | 'REVIEW_OUTPUTS'
  | 'SHARE_ALIKE'
  | 'USE_LATEST_VERSION';

export type EntityKind =
  | 'LICENSE'
  | 'MODEL'
  | 'ORGANIZATION'
  | 'TERM'
  | 'TOOL';

export type EntityRefInput =
  {   readonly id: string | number; readonly license?: never; readonly model?: never; readonly organization?: never; readonly term?: never; readonly tool?: never; }
  |  { readonly id?: never;   readonly license: string; readonly model?: never; readonly organization?: never; readonly term?: never; readonly tool?: never; }
  |  { readonly id?: never; readonly license?: never;   readonly model: string; readonly organization?: never; readonly term?: never; readonly tool?: never; }
  |  { readonly id?: never; readonly license?: never; readonly model?: never;   readonly organization: string; readonly term?: never; readonly tool?: never; }
  |  { readonly id?: never; readonly license?: never; readonly model?: never; readonly organization?: never;   readonly term: string; readonly tool?: never; }
  |  { readonly id?: never; readonly license?: never; readonly model?: never; readonly organization?: never; readonly term?: never;   readonly tool: string; };

export type EntityStatus =
  | 'CURRENT'
  | 'DEPRECATED';

export type Evidence =
  | 'COPY'
  | 'MEMORY'
  | 'PUBLISHER'
  | 'SECONDARY';

export type FieldOfUse =
  | 'AUTOMATED_DECISIONS'
  | 'BIOMETRICS'
  | 'DISCRIMINATION'
  | 'DISINFORMATION'
  | 'EDUCATION'
  | 'EVALUATION'
  | 'HARASSMENT'
  | 'HARM_TO_MINORS'
  | 'JUSTICE'
  | 'MALWARE'
  | 'MEDICAL_ADVICE'
  | 'MILITARY'
  | 'PERSONAL'
  | 'RESEARCH'
  | 'SURVEILLANCE'
  | 'UNDISCLOSED_MACHINE_TEXT'
  | 'UNLAWFUL'
  | 'WEAPONS';

export type LicenseDocumentKind =
  | 'AGREEMENT'
  | 'USE_POLICY';

export type LicenseOperator =
  | 'AND'
  | 'OR';

export type LicenseResolutionKind =
  | 'CANDIDATES'
  | 'EXPRESSION'
  | 'LICENSE'
  | 'NONE'
  | 'SPDX_LICENSE';

export type Modality =
  | 'AUDIO'
  | 'IMAGE'
  | 'PDF'
  | 'TEXT'
  | 'VIDEO';

export type ModelFilter = {
  readonly activeParameters?: SafeIntRange | null | undefined;
  readonly architectures?: ReadonlyArray<Architecture> | null | undefined;
  readonly contextTokens?: SafeIntRange | null | undefined;
  readonly developers?: ReadonlyArray<string> | null | undefined;
  readonly families?: ReadonlyArray<string> | null | undefined;
  readonly inferenceCode?: ReadonlyArray<Availability> | null | undefined;
  readonly inputModalities?: ReadonlyArray<Modality> | null | undefined;
  readonly licenseClasses?: ReadonlyArray<string> | null | undefined;
  readonly licenses?: ReadonlyArray<string> | null | undefined;
  readonly outputModalities?: ReadonlyArray<Modality> | null | undefined;
  readonly releasedOn?: DateRange | null | undefined;
  readonly text?: string | null | undefined;
  readonly totalParameters?: SafeIntRange | null | undefined;
  readonly trainingCode?: ReadonlyArray<Availability> | null | undefined;
  readonly trainingData?: ReadonlyArray<Availability> | null | undefined;
  readonly weights?: ReadonlyArray<Availability> | null | undefined;
};

export type ModelOrder = {
  readonly direction?: OrderDirection;
  readonly field: ModelOrderField;
};

export type ModelOrderField =
  | 'CONTEXT_TOKENS'
  | 'NAME'
  | 'RELEASED_ON'
  | 'TOTAL_PARAMETERS';

export type MoneyInput = {
  readonly amount: number;
  readonly currency: Currency;
};

export type OpennessDefinition =
  | 'MOF_CLASS_I'
  | 'MOF_CLASS_II'
  | 'MOF_CLASS_III'
  | 'OPEN_WEIGHTS'
  | 'OSAID_1_0'
  | 'OSI_APPROVED_LICENSE';

export type OrderDirection =
  | 'ASC'
  | 'DESC';

export type Rank =
  | 'DEPRECATED'
  | 'NORMAL'
  | 'PREFERRED';

export type SafeIntRange = {
  readonly max?: number | null | undefined;
  readonly min?: number | null | undefined;
};

export type SearchMatch =
  | 'BEGINNING'
  | 'EXACT'
  | 'SPELLING'
  | 'TEXT'
  | 'WORDS';

export type TermKind =
  | 'ARCHITECTURE'
  | 'ARTIFACT'
  | 'BENCHMARK'
  | 'CONCEPT'
  | 'DATASET'
  | 'FIELD'
  | 'FORMAT'
  | 'LEGAL_CONCEPT'
  | 'LICENSE_CLASS'
  | 'METRIC'
  | 'PLATFORM'
  | 'PROCESS'
  | 'REGULATION'
  | 'STANDARD'
  | 'TECHNIQUE'
  | 'TOOL';

export type TrainedModel =
  | 'COMPETING_MODEL'
  | 'FOUNDATION_MODEL'
  | 'LARGE_LANGUAGE_MODEL'
  | 'OTHER_MODEL'
  | 'SAME_MODEL_OR_DERIVATIVE';

export type UseAnswer =
  | 'ALLOWED'
  | 'ALLOWED_WITH_DUTIES'
  | 'ASK_LICENSOR'
  | 'NOT_ALLOWED'
  | 'UNKNOWN';

export type UseFact =
  | 'ACTIVITY_COVERED'
  | 'ANNUAL_REVENUE'
  | 'BUSINESS'
  | 'BUSINESS_LINE_REVENUE'
  | 'COMPETES_WITH'
  | 'DERIVATION_METHOD'
  | 'FIELDS_OF_USE'
  | 'INTERNAL_USE'
  | 'LICENSE_IN_FORCE'
  | 'LICENSE_TEXT'
  | 'LINEAGE'
  | 'MARKETS'
  | 'MODALITIES'
  | 'MONTHLY_ACTIVE_USERS'
  | 'MONTHLY_REVENUE'
  | 'PRINCIPAL_PLACE_OF_BUSINESS'
  | 'TRAINS'
  | 'USERS_AT_RELEASE';

export type UseInput = {
  readonly activities: ReadonlyArray<Activity>;
  readonly annualRevenue?: MoneyInput | null | undefined;
  readonly artifact?: Artifact;
  readonly business?: ReadonlyArray<BusinessKind> | null | undefined;
  readonly businessLineRevenue?: MoneyInput | null | undefined;
  readonly commercial?: boolean;
  readonly competesWith?: ReadonlyArray<string | number> | null | undefined;
  readonly fieldsOfUse?: ReadonlyArray<FieldOfUse> | null | undefined;
  readonly internalUse?: boolean | null | undefined;
  readonly markets?: ReadonlyArray<string> | null | undefined;
  readonly monthlyActiveUsers?: number | null | undefined;
  readonly obtainedOn?: string | null | undefined;
  readonly peakMonthlyActiveUsers?: number | null | undefined;
  readonly peakMonthlyRevenue?: MoneyInput | null | undefined;
  readonly principalPlaceOfBusiness?: string | null | undefined;
  readonly trains?: ReadonlyArray<TrainedModel> | null | undefined;
  readonly usersAtRelease?: number | null | undefined;
};

export type Verdict =
  | 'FAILS'
  | 'MEETS'
  | 'UNKNOWN';

export type SearchEntitiesQueryVariables = Exact<{
  query: string;
  kinds?: ReadonlyArray<EntityKind> | null | undefined;
  first: number;
}>;


export type SearchEntitiesQuery = { readonly search: { readonly totalCount: number | null, readonly edges: ReadonlyArray<{ readonly matchedOn: SearchMatch, readonly matchedText: string | null, readonly snippet: { readonly text: string } | null, readonly node:
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
       }> } | null };

type Named_License_Fragment = { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string };

type Named_Model_Fragment = { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string };

type Named_Organization_Fragment = { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string };

type Named_Term_Fragment = { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string };

type Named_Tool_Fragment = { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string };

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
  kinds?: ReadonlyArray<EntityKind> | null | undefined;
}>;


export type EntitiesByNameQuery = { readonly search: { readonly edges: ReadonlyArray<{ readonly matchedOn: SearchMatch, readonly matchedText: string | null, readonly node:
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
       }> } | null, readonly suggest: ReadonlyArray<{ readonly entity:
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
     | null }> | null };

export type EntitiesBySlugQueryVariables = Exact<{
  slug: string;
}>;


export type EntitiesBySlugQuery = { readonly term: { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly model: { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly license: { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly organization:
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
   | null, readonly tool:
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
   | null };

export type LicenseNamedQueryVariables = Exact<{
  text: string;
}>;


export type LicenseNamedQuery = { readonly resolveLicense: { readonly license: { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly candidates: ReadonlyArray<{ readonly license: { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null }> } | null };

export type DescribeTermQueryVariables = Exact<{
  slug: string;
}>;


export type DescribeTermQuery = { readonly term: { readonly termKind: TermKind, readonly definition: string | null, readonly explanation: string | null, readonly whyItMatters: string | null, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly factsAsOf: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly faqs: ReadonlyArray<{ readonly question: string, readonly answer: string, readonly asOf: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null, readonly broader: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly narrower: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly partOf: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly parts: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly contrastsWith: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly related: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      > } | null, readonly examples: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly releasedOn: string | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly name: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null }> } | null, readonly licenses: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly tools: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly prerequisites: ReadonlyArray<{ readonly term: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null }> | null, readonly replacedBy:
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
     | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null };

type Head_License_Fragment = { readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly factsAsOf: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly replacedBy:
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
   | null };

type Head_Model_Fragment = { readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly factsAsOf: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly replacedBy:
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
   | null };

type Head_Organization_Fragment = { readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly factsAsOf: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly replacedBy:
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
   | null };

type Head_Term_Fragment = { readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly factsAsOf: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly replacedBy:
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
   | null };

type Head_Tool_Fragment = { readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly factsAsOf: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly replacedBy:
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
   | null };

export type HeadFragment =
  | Head_License_Fragment
  | Head_Model_Fragment
  | Head_Organization_Fragment
  | Head_Term_Fragment
  | Head_Tool_Fragment
;

export type CitedFragment = { readonly title: string, readonly url: string | null };

export type ModelRowFragment = { readonly releasedOn: string | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly name: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null };

type Claims_License_Fragment = { readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null };

type Claims_Model_Fragment = { readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null };

type Claims_Organization_Fragment = { readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null };

type Claims_Term_Fragment = { readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null };

type Claims_Tool_Fragment = { readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null };

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


export type DescribeModelQuery = { readonly model: { readonly url: string | null, readonly effectiveLicenseNotes: ReadonlyArray<string> | null, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly factsAsOf: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly effectiveLicenses: ReadonlyArray<{ readonly artifact: Artifact, readonly stated: boolean, readonly explanation: string, readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } }> | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict, readonly reasons: ReadonlyArray<string>, readonly missing: ReadonlyArray<string> }> | null, readonly derivatives: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly replacedBy:
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
     | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null };

export type DescribeLicenseQueryVariables = Exact<{
  slug: string;
}>;


export type DescribeLicenseQuery = { readonly license: { readonly spdxId: string | null, readonly clausesComplete: boolean, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly factsAsOf: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenseClass: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly documents: ReadonlyArray<{ readonly kind: LicenseDocumentKind, readonly title: string, readonly url: string | null, readonly publishedOn: string | null }> | null, readonly clauses: ReadonlyArray<{ readonly key: string, readonly effect: ClauseEffect, readonly text: string, readonly section: string | null, readonly asOf: string | null, readonly evidence: Evidence | null, readonly document: { readonly title: string } | null, readonly duty: { readonly kind: DutyKind, readonly name: string | null } | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null, readonly models: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly releasedOn: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly supersededBy: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly replacedBy:
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
     | null, readonly run: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly fineTune: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly product: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly host: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly redistribute: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly train: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly sell: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null };

export type AnswersFragment = { readonly run: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly fineTune: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly product: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly host: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly redistribute: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly train: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly sell: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null };

export type DescribeOrganizationQueryVariables = Exact<{
  ref: EntityRefInput;
}>;


export type DescribeOrganizationQuery = { readonly entity:
    | { readonly website: string | null, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly factsAsOf: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly models: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly releasedOn: string | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly name: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null }> } | null, readonly licenses: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly replacedBy:
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
       | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null }
    | Record<PropertyKey, never>
   | null };

export type DescribeToolQueryVariables = Exact<{
  ref: EntityRefInput;
}>;


export type DescribeToolQuery = { readonly entity:
    | { readonly url: string | null, readonly free: boolean | null, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly factsAsOf: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly terms: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly replacedBy:
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
       | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null }
    | Record<PropertyKey, never>
   | null };

export type MayIUseModelQueryVariables = Exact<{
  slug: string;
  use: UseInput;
}>;


export type MayIUseModelQuery = { readonly model: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly availability: ReadonlyArray<{ readonly artifact: Artifact, readonly availability: Availability }> | null, readonly useVerdict: { readonly answer: UseAnswer, readonly assumptions: ReadonlyArray<string>, readonly evidence: Evidence | null, readonly missing: ReadonlyArray<UseFact>, readonly duties: ReadonlyArray<{ readonly key: string, readonly text: string, readonly section: string | null, readonly asOf: string | null, readonly evidence: Evidence | null, readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly duty: { readonly kind: DutyKind, readonly name: string | null, readonly beforeUse: boolean } | null, readonly source: { readonly title: string, readonly url: string | null } | null }>, readonly reasons: ReadonlyArray<{ readonly effect: UseAnswer, readonly explanation: string, readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly clause: { readonly key: string, readonly asOf: string | null, readonly evidence: Evidence | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly source: { readonly title: string, readonly url: string | null } | null } | null }> } | null } | null };

export type JudgedFragment = { readonly answer: UseAnswer, readonly assumptions: ReadonlyArray<string>, readonly evidence: Evidence | null, readonly missing: ReadonlyArray<UseFact>, readonly duties: ReadonlyArray<{ readonly key: string, readonly text: string, readonly section: string | null, readonly asOf: string | null, readonly evidence: Evidence | null, readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly duty: { readonly kind: DutyKind, readonly name: string | null, readonly beforeUse: boolean } | null, readonly source: { readonly title: string, readonly url: string | null } | null }>, readonly reasons: ReadonlyArray<{ readonly effect: UseAnswer, readonly explanation: string, readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly clause: { readonly key: string, readonly asOf: string | null, readonly evidence: Evidence | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly source: { readonly title: string, readonly url: string | null } | null } | null }> };

export type MayIUseUnderLicenseQueryVariables = Exact<{
  slug: string;
  use: UseInput;
}>;


export type MayIUseUnderLicenseQuery = { readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly useVerdict: { readonly answer: UseAnswer, readonly assumptions: ReadonlyArray<string>, readonly evidence: Evidence | null, readonly missing: ReadonlyArray<UseFact>, readonly duties: ReadonlyArray<{ readonly key: string, readonly text: string, readonly section: string | null, readonly asOf: string | null, readonly evidence: Evidence | null, readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly duty: { readonly kind: DutyKind, readonly name: string | null, readonly beforeUse: boolean } | null, readonly source: { readonly title: string, readonly url: string | null } | null }>, readonly reasons: ReadonlyArray<{ readonly effect: UseAnswer, readonly explanation: string, readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly clause: { readonly key: string, readonly asOf: string | null, readonly evidence: Evidence | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly source: { readonly title: string, readonly url: string | null } | null } | null }> } | null } | null };

export type ModelsUsableQueryVariables = Exact<{
  use: UseInput;
  answers: ReadonlyArray<UseAnswer>;
  filter?: ModelFilter | null | undefined;
  orderBy: ModelOrder;
  first: number;
}>;


export type ModelsUsableQuery = { readonly modelsUsableFor: { readonly totalCount: number | null, readonly answerCounts: ReadonlyArray<{ readonly answer: UseAnswer, readonly count: number }> | null, readonly missingFacts: ReadonlyArray<{ readonly fact: UseFact, readonly count: number }> | null, readonly edges: ReadonlyArray<{ readonly node: { readonly releasedOn: string | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly name: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null }, readonly verdict: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact>, readonly duties: ReadonlyArray<{ readonly duty: { readonly kind: DutyKind, readonly name: string | null } | null }> } }> } | null };

export type ModelsByFactsQueryVariables = Exact<{
  filter?: ModelFilter | null | undefined;
  orderBy: ModelOrder;
  first: number;
}>;


export type ModelsByFactsQuery = { readonly models: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly releasedOn: string | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly name: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null }> } | null };

export type ResolveLicenseTextQueryVariables = Exact<{
  text: string;
}>;


export type ResolveLicenseTextQuery = { readonly resolveLicense: { readonly kind: LicenseResolutionKind, readonly input: string, readonly reasons: ReadonlyArray<string>, readonly license: { readonly summary: string | null, readonly spdxId: string | null, readonly osiApproved: boolean | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenseClass: { readonly name: string } | null } | null, readonly spdxLicense: { readonly id: string, readonly name: string | null, readonly url: string | null, readonly osiApproved: boolean | null, readonly deprecated: boolean } | null, readonly candidates: ReadonlyArray<{ readonly confidence: number, readonly reason: string, readonly license: { readonly spdxId: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly spdxLicense: { readonly id: string, readonly name: string | null, readonly url: string | null } | null }>, readonly expression: { readonly text: string, readonly nodes: ReadonlyArray<{ readonly operator: LicenseOperator | null, readonly orLater: boolean, readonly exception: string | null, readonly spdxId: string | null, readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string } | null, readonly spdxLicense: { readonly id: string, readonly name: string | null, readonly url: string | null } | null }> } | null } | null };

export type ExplainPathQueryVariables = Exact<{
  from: EntityRefInput;
  to: EntityRefInput;
}>;


export type ExplainPathQuery = { readonly path: { readonly length: number, readonly explanation: string, readonly entities: ReadonlyArray<
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }
     | null> | null, readonly steps: ReadonlyArray<{ readonly explanation: string, readonly relation: { readonly asOf: string | null, readonly evidence: Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null } | null }> } | null };

export type CompareModelQueryVariables = Exact<{
  slug: string;
}>;


export type CompareModelQuery = { readonly model: { readonly summary: string | null, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Modality> | null, readonly outputModalities: ReadonlyArray<Modality> | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly availability: ReadonlyArray<{ readonly artifact: Artifact, readonly availability: Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }, readonly relations: ReadonlyArray<{ readonly artifact: Artifact | null, readonly contested: boolean, readonly expression: string | null }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null } | null };

export type ModelFactsFragment = { readonly summary: string | null, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Modality> | null, readonly outputModalities: ReadonlyArray<Modality> | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly availability: ReadonlyArray<{ readonly artifact: Artifact, readonly availability: Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }, readonly relations: ReadonlyArray<{ readonly artifact: Artifact | null, readonly contested: boolean, readonly expression: string | null }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null };

export type CompareLicenseQueryVariables = Exact<{
  slug: string;
}>;


export type CompareLicenseQuery = { readonly license: { readonly summary: string | null, readonly spdxId: string | null, readonly osiApproved: boolean | null, readonly clausesComplete: boolean, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly licenseClass: { readonly name: string } | null, readonly clauses: ReadonlyArray<{ readonly effect: ClauseEffect, readonly text: string, readonly duty: { readonly kind: DutyKind, readonly name: string | null } | null }> | null, readonly run: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly fineTune: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly product: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly host: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly redistribute: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly train: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null, readonly sell: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact> } | null } | null };

export type CompareTermQueryVariables = Exact<{
  slug: string;
}>;


export type CompareTermQuery = { readonly term: { readonly definition: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly broader: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly contrastsWith: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string }> } | null, readonly examples: { readonly totalCount: number | null } | null, readonly faqs: ReadonlyArray<{ readonly question: string, readonly answer: string }> | null } | null };
