// Made from the documents beside it and the schema: UPDATE=1 npx vitest run test/explorer/documents.test.ts
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

export type DerivationMethod =
  | 'ADAPTER'
  | 'DISTILLED'
  | 'FINETUNE'
  | 'MERGE'
  | 'QUANTIZED';

export type DisagreementConsequence =
  | 'BEST_VALUE'
  | 'LICENSE'
  | 'NONE'
  | 'OPENNESS'
  | 'VERDICT';

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

export type IdentifierScheme =
  | 'HUGGING_FACE'
  | 'SCANCODE'
  | 'SPDX';

export type LicenseDocumentKind =
  | 'AGREEMENT'
  | 'USE_POLICY';

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

export type RelationType =
  | 'BROADER'
  | 'CLASSIFIED_AS'
  | 'CONTRASTS_WITH'
  | 'DERIVED_FROM'
  | 'DEVELOPED_BY'
  | 'EXEMPLIFIES'
  | 'HAS_TOOL'
  | 'LICENSED_UNDER'
  | 'PART_OF'
  | 'RELATED_TO'
  | 'REQUIRES'
  | 'STEWARDED_BY'
  | 'SUPERSEDES';

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

export type TermPageQueryVariables = Exact<{
  slug: string;
}>;


export type TermPageQuery = { readonly term: { readonly termKind: TermKind, readonly definition: string | null, readonly explanation: string | null, readonly whyItMatters: string | null, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly around: { readonly totalCount: number | null } | null, readonly tools: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly url: string | null, readonly free: boolean | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly faqs: ReadonlyArray<{ readonly question: string, readonly answer: string, readonly asOf: string | null, readonly stale: boolean | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null, readonly related: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
      > } | null, readonly broader: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly narrower: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly partOf: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly parts: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contrastsWith: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly examples: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly releasedOn: string | null, readonly totalParameters: number | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null }> } | null, readonly licenses: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly prerequisites: ReadonlyArray<{ readonly depth: number, readonly cyclic: boolean, readonly term: { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string } | null }> | null, readonly replacedBy:
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly contested: boolean, readonly consequence: DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null, readonly neighborhood: { readonly truncated: boolean, readonly entities: ReadonlyArray<
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null> | null, readonly relations: ReadonlyArray<{ readonly type: RelationType, readonly method: DerivationMethod | null, readonly from:
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
       | null, readonly to:
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
       | null }> } | null };

type Head_License_Fragment = { readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly replacedBy:
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
   | null };

type Head_Model_Fragment = { readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly replacedBy:
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
   | null };

type Head_Organization_Fragment = { readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly replacedBy:
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
   | null };

type Head_Term_Fragment = { readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly replacedBy:
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
   | null };

type Head_Tool_Fragment = { readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly replacedBy:
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
   | null };

export type HeadFragment =
  | Head_License_Fragment
  | Head_Model_Fragment
  | Head_Organization_Fragment
  | Head_Term_Fragment
  | Head_Tool_Fragment
;

type Link_License_Fragment = { readonly kind: EntityKind, readonly name: string, readonly slug: string };

type Link_Model_Fragment = { readonly kind: EntityKind, readonly name: string, readonly slug: string };

type Link_Organization_Fragment = { readonly kind: EntityKind, readonly name: string, readonly slug: string };

type Link_Term_Fragment = { readonly kind: EntityKind, readonly name: string, readonly slug: string };

type Link_Tool_Fragment = { readonly kind: EntityKind, readonly name: string, readonly slug: string };

export type LinkFragment =
  | Link_License_Fragment
  | Link_Model_Fragment
  | Link_Organization_Fragment
  | Link_Term_Fragment
  | Link_Tool_Fragment
;

export type ModelRowFragment = { readonly releasedOn: string | null, readonly totalParameters: number | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null };

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

export type SidesFragment = { readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly contested: boolean, readonly consequence: DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null };

export type PictureFragment = { readonly truncated: boolean, readonly entities: ReadonlyArray<
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
   | null> | null, readonly relations: ReadonlyArray<{ readonly type: RelationType, readonly method: DerivationMethod | null, readonly from:
      | { readonly kind: EntityKind, readonly slug: string }
      | { readonly kind: EntityKind, readonly slug: string }
      | { readonly kind: EntityKind, readonly slug: string }
      | { readonly kind: EntityKind, readonly slug: string }
      | { readonly kind: EntityKind, readonly slug: string }
     | null, readonly to:
      | { readonly kind: EntityKind, readonly slug: string }
      | { readonly kind: EntityKind, readonly slug: string }
      | { readonly kind: EntityKind, readonly slug: string }
      | { readonly kind: EntityKind, readonly slug: string }
      | { readonly kind: EntityKind, readonly slug: string }
     | null }> };

export type ModelPageQueryVariables = Exact<{
  slug: string;
}>;


export type ModelPageQuery = { readonly model: { readonly url: string | null, readonly effectiveLicenseNotes: ReadonlyArray<string> | null, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Modality> | null, readonly outputModalities: ReadonlyArray<Modality> | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly around: { readonly totalCount: number | null } | null, readonly availability: ReadonlyArray<{ readonly artifact: Artifact, readonly availability: Availability, readonly asOf: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Artifact | null, readonly expression: string | null, readonly rank: Rank, readonly contested: boolean, readonly since: string | null, readonly until: string | null, readonly asOf: string | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> }> } | null, readonly effectiveLicenses: ReadonlyArray<{ readonly artifact: Artifact, readonly stated: boolean, readonly explanation: string, readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string }, readonly inheritedFrom: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null }> | null, readonly lineage: ReadonlyArray<{ readonly depth: number, readonly cyclic: boolean, readonly model: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null, readonly parent: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null, readonly relation: { readonly method: DerivationMethod | null } | null }> | null, readonly descendants: ReadonlyArray<{ readonly depth: number, readonly model: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null, readonly parent: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null, readonly relation: { readonly method: DerivationMethod | null } | null }> | null, readonly derivatives: { readonly totalCount: number | null, readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EntityKind, readonly name: string, readonly slug: string }, readonly relation: { readonly method: DerivationMethod | null } }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict, readonly reasons: ReadonlyArray<string>, readonly missing: ReadonlyArray<string>, readonly term: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly replacedBy:
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly contested: boolean, readonly consequence: DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null, readonly neighborhood: { readonly truncated: boolean, readonly entities: ReadonlyArray<
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null> | null, readonly relations: ReadonlyArray<{ readonly type: RelationType, readonly method: DerivationMethod | null, readonly from:
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
       | null, readonly to:
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
       | null }> } | null };

export type ModelFactsFragment = { readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Modality> | null, readonly outputModalities: ReadonlyArray<Modality> | null };

export type LicensePageQueryVariables = Exact<{
  slug: string;
}>;


export type LicensePageQuery = { readonly license: { readonly spdxId: string | null, readonly version: string | null, readonly osiApproved: boolean | null, readonly clausesComplete: boolean, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly around: { readonly totalCount: number | null } | null, readonly identifiers: ReadonlyArray<{ readonly scheme: IdentifierScheme, readonly value: string }> | null, readonly documents: ReadonlyArray<{ readonly kind: LicenseDocumentKind, readonly title: string, readonly url: string | null, readonly publishedOn: string | null }> | null, readonly licenseClass: { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string } | null, readonly stewards: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly supersedes: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly supersededBy: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly clauses: ReadonlyArray<{ readonly key: string, readonly effect: ClauseEffect, readonly activities: ReadonlyArray<Activity>, readonly text: string, readonly section: string | null, readonly asOf: string | null, readonly evidence: Evidence | null, readonly bindsDerivatives: ReadonlyArray<DerivationMethod>, readonly document: { readonly title: string, readonly url: string | null } | null, readonly duty: { readonly kind: DutyKind, readonly name: string | null, readonly beforeUse: boolean } | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null, readonly models: { readonly totalCount: number | null, readonly edges: ReadonlyArray<{ readonly node: { readonly releasedOn: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Artifact | null, readonly since: string | null, readonly until: string | null }> }> } | null, readonly related: { readonly nodes: ReadonlyArray<
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
      > } | null, readonly replacedBy:
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly contested: boolean, readonly consequence: DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null, readonly neighborhood: { readonly truncated: boolean, readonly entities: ReadonlyArray<
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null> | null, readonly relations: ReadonlyArray<{ readonly type: RelationType, readonly method: DerivationMethod | null, readonly from:
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
       | null, readonly to:
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
       | null }> } | null };

export type OrganizationPageQueryVariables = Exact<{
  slug: string;
}>;


export type OrganizationPageQuery = { readonly organization:
    | { readonly website: string | null, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly around: { readonly totalCount: number | null } | null, readonly models: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly releasedOn: string | null, readonly totalParameters: number | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null }> } | null, readonly licenses: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly replacedBy:
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
       | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null }
    | Record<PropertyKey, never>
   | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly contested: boolean, readonly consequence: DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null, readonly neighborhood: { readonly truncated: boolean, readonly entities: ReadonlyArray<
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null> | null, readonly relations: ReadonlyArray<{ readonly type: RelationType, readonly method: DerivationMethod | null, readonly from:
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
       | null, readonly to:
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
       | null }> } | null };

export type ToolPageQueryVariables = Exact<{
  slug: string;
}>;


export type ToolPageQuery = { readonly tool:
    | { readonly url: string | null, readonly free: boolean | null, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly around: { readonly totalCount: number | null } | null, readonly terms: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly replacedBy:
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
       | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null }
    | Record<PropertyKey, never>
   | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly contested: boolean, readonly consequence: DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null, readonly neighborhood: { readonly truncated: boolean, readonly entities: ReadonlyArray<
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null> | null, readonly relations: ReadonlyArray<{ readonly type: RelationType, readonly method: DerivationMethod | null, readonly from:
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
       | null, readonly to:
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
       | null }> } | null };

export type HomePageQueryVariables = Exact<{ [key: string]: never; }>;


export type HomePageQuery = { readonly graph: { readonly claims: number, readonly sources: number, readonly changedAt: string | null, readonly entities: ReadonlyArray<{ readonly kind: EntityKind, readonly count: number }> } | null, readonly terms: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly models: { readonly nodes: ReadonlyArray<{ readonly releasedOn: string | null, readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly subject:
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
       | null, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly source: { readonly title: string } | null }> | null }> } | null };

export type SearchPageQueryVariables = Exact<{
  query: string;
  kinds?: ReadonlyArray<EntityKind> | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchPageQuery = { readonly search: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly matchedOn: SearchMatch, readonly matchedText: string | null, readonly snippet: { readonly text: string, readonly matches: ReadonlyArray<{ readonly start: number, readonly end: number }> } | null, readonly node:
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
       }> } | null };

export type ChooseModelsQueryVariables = Exact<{
  filter?: ModelFilter | null | undefined;
  orderBy?: ModelOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type ChooseModelsQuery = { readonly models: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly contextTokens: number | null, readonly releasedOn: string | null, readonly totalParameters: number | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null }>, readonly facets: { readonly architectures: ReadonlyArray<{ readonly value: Architecture, readonly count: number }> | null, readonly developers: ReadonlyArray<{ readonly value: string, readonly count: number, readonly entity: { readonly name: string } | null }> | null, readonly families: ReadonlyArray<{ readonly value: string, readonly count: number }> | null, readonly inferenceCode: ReadonlyArray<{ readonly value: Availability, readonly count: number }> | null, readonly inputModalities: ReadonlyArray<{ readonly value: Modality, readonly count: number }> | null, readonly licenseClasses: ReadonlyArray<{ readonly value: string, readonly count: number, readonly entity: { readonly name: string } | null }> | null, readonly licenses: ReadonlyArray<{ readonly value: string, readonly count: number, readonly entity: { readonly name: string } | null }> | null, readonly outputModalities: ReadonlyArray<{ readonly value: Modality, readonly count: number }> | null, readonly trainingCode: ReadonlyArray<{ readonly value: Availability, readonly count: number }> | null, readonly trainingData: ReadonlyArray<{ readonly value: Availability, readonly count: number }> | null, readonly weights: ReadonlyArray<{ readonly value: Availability, readonly count: number }> | null } } | null };

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


export type ComparePageQuery = { readonly a?: { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Modality> | null, readonly outputModalities: ReadonlyArray<Modality> | null, readonly availability: ReadonlyArray<{ readonly artifact: Artifact, readonly availability: Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Artifact | null, readonly contested: boolean }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contested: { readonly totalCount: number | null } | null } | null, readonly b?: { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Modality> | null, readonly outputModalities: ReadonlyArray<Modality> | null, readonly availability: ReadonlyArray<{ readonly artifact: Artifact, readonly availability: Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Artifact | null, readonly contested: boolean }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contested: { readonly totalCount: number | null } | null } | null, readonly c?: { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Modality> | null, readonly outputModalities: ReadonlyArray<Modality> | null, readonly availability: ReadonlyArray<{ readonly artifact: Artifact, readonly availability: Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Artifact | null, readonly contested: boolean }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contested: { readonly totalCount: number | null } | null } | null, readonly d?: { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Modality> | null, readonly outputModalities: ReadonlyArray<Modality> | null, readonly availability: ReadonlyArray<{ readonly artifact: Artifact, readonly availability: Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Artifact | null, readonly contested: boolean }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contested: { readonly totalCount: number | null } | null } | null, readonly e?: { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Modality> | null, readonly outputModalities: ReadonlyArray<Modality> | null, readonly availability: ReadonlyArray<{ readonly artifact: Artifact, readonly availability: Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Artifact | null, readonly contested: boolean }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contested: { readonly totalCount: number | null } | null } | null };

export type ComparedFragment = { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Modality> | null, readonly outputModalities: ReadonlyArray<Modality> | null, readonly availability: ReadonlyArray<{ readonly artifact: Artifact, readonly availability: Availability }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Artifact | null, readonly contested: boolean }> }> } | null, readonly derivedFrom: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contested: { readonly totalCount: number | null } | null };

export type PathPageQueryVariables = Exact<{
  from: EntityRefInput;
  to: EntityRefInput;
}>;


export type PathPageQuery = { readonly from:
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
   | null, readonly to:
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
   | null, readonly path: { readonly length: number, readonly explanation: string, readonly entities: ReadonlyArray<
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null> | null, readonly steps: ReadonlyArray<{ readonly explanation: string, readonly relation: { readonly type: RelationType, readonly method: DerivationMethod | null, readonly source: { readonly title: string, readonly url: string | null } | null, readonly from:
          | { readonly kind: EntityKind, readonly slug: string }
          | { readonly kind: EntityKind, readonly slug: string }
          | { readonly kind: EntityKind, readonly slug: string }
          | { readonly kind: EntityKind, readonly slug: string }
          | { readonly kind: EntityKind, readonly slug: string }
         | null, readonly to:
          | { readonly kind: EntityKind, readonly slug: string }
          | { readonly kind: EntityKind, readonly slug: string }
          | { readonly kind: EntityKind, readonly slug: string }
          | { readonly kind: EntityKind, readonly slug: string }
          | { readonly kind: EntityKind, readonly slug: string }
         | null } | null }> } | null };

export type DisagreementsPageQueryVariables = Exact<{
  kinds?: ReadonlyArray<EntityKind> | null | undefined;
  contested?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type DisagreementsPageQuery = { readonly disagreements: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly contested: boolean, readonly consequence: DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly subject:
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
       | null, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null };

export type SuggestionsQueryVariables = Exact<{
  text: string;
  kinds?: ReadonlyArray<EntityKind> | null | undefined;
}>;


export type SuggestionsQuery = { readonly suggest: ReadonlyArray<{ readonly text: string, readonly entity:
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null }> | null };

export type TopicPageQueryVariables = Exact<{
  kind: TermKind;
  after?: string | null | undefined;
}>;


export type TopicPageQuery = { readonly terms: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly broader: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null }> } | null };

export type TopicsPageQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicsPageQuery = { readonly ARCHITECTURE: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly ARTIFACT: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly BENCHMARK: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly CONCEPT: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly DATASET: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly FIELD: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly FORMAT: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly LEGAL_CONCEPT: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly LICENSE_CLASS: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly METRIC: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly PLATFORM: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly PROCESS: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly REGULATION: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly STANDARD: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly TECHNIQUE: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly TOOL: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null };

export type TopicFragment = { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> };

export type ModelsForUseQueryVariables = Exact<{
  use: UseInput;
  answers: ReadonlyArray<UseAnswer>;
  after?: string | null | undefined;
}>;


export type ModelsForUseQuery = { readonly modelsUsableFor: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly answerCounts: ReadonlyArray<{ readonly answer: UseAnswer, readonly count: number }> | null, readonly missingFacts: ReadonlyArray<{ readonly fact: UseFact, readonly count: number }> | null, readonly edges: ReadonlyArray<{ readonly node: { readonly releasedOn: string | null, readonly totalParameters: number | null, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null }, readonly verdict: { readonly answer: UseAnswer, readonly missing: ReadonlyArray<UseFact>, readonly duties: ReadonlyArray<{ readonly duty: { readonly kind: DutyKind, readonly name: string | null } | null }> } }> } | null };

export type CardQueryVariables = Exact<{
  of: EntityRefInput;
}>;


export type CardQuery = { readonly entity:
    | { readonly osiApproved: boolean | null, readonly summary: string | null, readonly uri: string, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly licenseClass: { readonly name: string } | null }
    | { readonly releasedOn: string | null, readonly totalParameters: number | null, readonly summary: string | null, readonly uri: string, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly name: string }> } | null, readonly openness: ReadonlyArray<{ readonly verdict: Verdict }> | null }
    | { readonly summary: string | null, readonly uri: string, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly models: { readonly totalCount: number | null } | null }
    | { readonly termKind: TermKind, readonly summary: string | null, readonly uri: string, readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly examples: { readonly totalCount: number | null } | null }
    | { readonly free: boolean | null, readonly summary: string | null, readonly uri: string, readonly kind: EntityKind, readonly name: string, readonly slug: string }
   | null };

export type ChangesPageQueryVariables = Exact<{
  limit: number;
}>;


export type ChangesPageQuery = { readonly recentChanges: ReadonlyArray<
    | { readonly revision: number, readonly updatedAt: string, readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly revision: number, readonly updatedAt: string, readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly revision: number, readonly updatedAt: string, readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly revision: number, readonly updatedAt: string, readonly kind: EntityKind, readonly name: string, readonly slug: string }
    | { readonly revision: number, readonly updatedAt: string, readonly kind: EntityKind, readonly name: string, readonly slug: string }
   | null> | null, readonly graph: { readonly entities: ReadonlyArray<{ readonly count: number }> } | null };

type Changed_License_Fragment = { readonly revision: number, readonly updatedAt: string, readonly kind: EntityKind, readonly name: string, readonly slug: string };

type Changed_Model_Fragment = { readonly revision: number, readonly updatedAt: string, readonly kind: EntityKind, readonly name: string, readonly slug: string };

type Changed_Organization_Fragment = { readonly revision: number, readonly updatedAt: string, readonly kind: EntityKind, readonly name: string, readonly slug: string };

type Changed_Term_Fragment = { readonly revision: number, readonly updatedAt: string, readonly kind: EntityKind, readonly name: string, readonly slug: string };

type Changed_Tool_Fragment = { readonly revision: number, readonly updatedAt: string, readonly kind: EntityKind, readonly name: string, readonly slug: string };

export type ChangedFragment =
  | Changed_License_Fragment
  | Changed_Model_Fragment
  | Changed_Organization_Fragment
  | Changed_Term_Fragment
  | Changed_Tool_Fragment
;

export type PicturePageQueryVariables = Exact<{
  of: EntityRefInput;
  depth: number;
  limit: number;
  kinds?: ReadonlyArray<EntityKind> | null | undefined;
}>;


export type PicturePageQuery = { readonly entity:
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly relations: { readonly totalCount: number | null } | null }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly relations: { readonly totalCount: number | null } | null }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly relations: { readonly totalCount: number | null } | null }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly relations: { readonly totalCount: number | null } | null }
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly relations: { readonly totalCount: number | null } | null }
   | null, readonly neighborhood: { readonly truncated: boolean, readonly entities: ReadonlyArray<
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null> | null, readonly relations: ReadonlyArray<{ readonly type: RelationType, readonly method: DerivationMethod | null, readonly from:
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
       | null, readonly to:
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
        | { readonly kind: EntityKind, readonly slug: string }
       | null }> } | null };

export type GuessesQueryVariables = Exact<{
  text: string;
  kinds?: ReadonlyArray<EntityKind> | null | undefined;
  only?: ReadonlyArray<EntityKind> | null | undefined;
}>;


export type GuessesQuery = { readonly suggest: ReadonlyArray<{ readonly entity:
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null }> | null, readonly search: { readonly edges: ReadonlyArray<{ readonly matchedOn: SearchMatch, readonly node:
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }
       }> } | null };

export type MayIUseQueryVariables = Exact<{
  slug: string;
  use: UseInput;
}>;


export type MayIUseQuery = { readonly model: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly useVerdict: { readonly answer: UseAnswer, readonly assumptions: ReadonlyArray<string>, readonly evidence: Evidence | null, readonly missing: ReadonlyArray<UseFact>, readonly duties: ReadonlyArray<{ readonly key: string, readonly text: string, readonly section: string | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly duty: { readonly kind: DutyKind, readonly name: string | null, readonly beforeUse: boolean } | null }>, readonly reasons: ReadonlyArray<{ readonly effect: UseAnswer, readonly explanation: string, readonly clause: { readonly key: string } | null, readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null, readonly via: ReadonlyArray<{ readonly model: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null }> }> } | null } | null };

export type UseVerdictFactsFragment = { readonly answer: UseAnswer, readonly assumptions: ReadonlyArray<string>, readonly evidence: Evidence | null, readonly missing: ReadonlyArray<UseFact>, readonly duties: ReadonlyArray<{ readonly key: string, readonly text: string, readonly section: string | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly duty: { readonly kind: DutyKind, readonly name: string | null, readonly beforeUse: boolean } | null }>, readonly reasons: ReadonlyArray<{ readonly effect: UseAnswer, readonly explanation: string, readonly clause: { readonly key: string } | null, readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null, readonly via: ReadonlyArray<{ readonly model: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null }> }> };

export type TermsListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TermsListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null };

export type ModelsListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ModelsListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null };

export type LicensesListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LicensesListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null };

export type OrganizationsListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OrganizationsListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null };

export type ToolsListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ToolsListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly summary: string | null, readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null };
