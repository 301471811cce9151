// Generated from the schema and the documents: UPDATE=1 npx vitest run test/explorer/documents.test.ts
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
