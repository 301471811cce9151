// Made from the documents beside it and the schema: UPDATE=1 npx vitest run test/explorer/documents.test.ts
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Something one may do with a model. */
export type Activity =
  /** Train it further, adapt, quantize or merge it. */
  | 'FINE_TUNE'
  /** Give others access to the model itself, for example through an API. */
  | 'HOST_AS_SERVICE'
  /** Offer a product or service that contains or uses it. */
  | 'OFFER_PRODUCT'
  /** Pass it on, changed or unchanged. */
  | 'REDISTRIBUTE'
  /** Run it on machines of your own, for whatever purpose. */
  | 'RUN'
  /** Sell what it gives out, or use that commercially. */
  | 'SELL_OUTPUTS'
  /** Train or improve models with what it gives out. */
  | 'TRAIN_ON_OUTPUTS'
  /** Use a product, built on it, that somebody else runs. */
  | 'USE_HOSTED_PRODUCT';

/** How a model is built. */
export type Architecture =
  /** A transformer that uses all parameters for every token. */
  | 'DENSE'
  /** A diffusion or flow-matching model. */
  | 'DIFFUSION'
  /** A transformer with a separate encoder and decoder. */
  | 'ENCODER_DECODER'
  /** Attention mixed with state-space or linear-attention layers. */
  | 'HYBRID'
  /** A transformer that routes each token to some of its experts. */
  | 'MIXTURE_OF_EXPERTS'
  /** The developer does not say. */
  | 'UNDISCLOSED';

/** A part of a release that can be licensed. */
export type Artifact =
  /** The code that runs the model. */
  | 'INFERENCE_CODE'
  /** The code that trained it. */
  | 'TRAINING_CODE'
  /** The data it was trained on. */
  | 'TRAINING_DATA'
  /** The trained parameters. */
  | 'WEIGHTS';

/** Whether an artifact can be had. */
export type Availability =
  /** It is not released. */
  | 'CLOSED'
  /** It can be downloaded after a request or after accepting terms. */
  | 'GATED'
  /** Anybody can download it. */
  | 'OPEN'
  /** Some of it can be had. */
  | 'PARTIAL'
  /** Not known. */
  | 'UNKNOWN';

/** A business that licenses single out. */
export type BusinessKind =
  /** Selling assistants for work that are built on language models. */
  | 'AI_WORK_ASSISTANT'
  /** Selling access to language models, for inference or fine-tuning. */
  | 'MODEL_AS_A_SERVICE';

/** What a claim speaks of: a fact, or (named like its type) a relation. */
export type ClaimProperty =
  /** Number of parameters used for one token. */
  | 'ACTIVE_PARAMETERS'
  /** How it is built. */
  | 'ARCHITECTURE'
  /** Whether an artifact can be had. */
  | 'AVAILABILITY'
  /** From the narrower to the broader term (skos:broader). */
  | 'BROADER'
  /** The class a license belongs to. */
  | 'CLASSIFIED_AS'
  /** Longest context, in tokens; 128K is read as 131,072, and 1M as 1,000,000. */
  | 'CONTEXT_TOKENS'
  /** Understood by the difference between the two. */
  | 'CONTRASTS_WITH'
  /** What a term means. */
  | 'DEFINITION'
  /** Made from another model, by a method. */
  | 'DERIVED_FROM'
  /** Who developed the model. */
  | 'DEVELOPED_BY'
  /** A model that shows the term. */
  | 'EXEMPLIFIES'
  /** What that amounts to in practice. */
  | 'EXPLANATION'
  /** The family a model belongs to. */
  | 'FAMILY_NAME'
  /** Whether a tool can be used without paying. */
  | 'FREE'
  /** A tool that goes with the term. */
  | 'HAS_TOOL'
  /** What it takes in. */
  | 'INPUT_MODALITIES'
  /** An artifact of a model came under a license, during a period. */
  | 'LICENSED_UNDER'
  /** How it fared in the Open Source Initiative's validation of the Open Source AI Definition 1.0. */
  | 'OSAID_VALIDATION'
  /** Whether the Open Source Initiative approved it. */
  | 'OSI_APPROVED'
  /** What it gives out. */
  | 'OUTPUT_MODALITIES'
  /** From the part to the whole. */
  | 'PART_OF'
  /** Associated, without one being broader than the other (skos:related). */
  | 'RELATED_TO'
  /** When it was released. */
  | 'RELEASED_ON'
  /** To be understood after the other: read that first. */
  | 'REQUIRES'
  /** Identifier on the SPDX License List. */
  | 'SPDX_ID'
  /** A sentence that is neither a value nor an edge. */
  | 'STATEMENT'
  /** Who wrote or maintains the license. */
  | 'STEWARDED_BY'
  /** From the newer license to the one it replaces. */
  | 'SUPERSEDES'
  /** Number of parameters. */
  | 'TOTAL_PARAMETERS'
  /** Home page of a tool, or model card of a model (else its home page). */
  | 'URL'
  /** Version of the license. */
  | 'VERSION'
  /** Home page of an organization. */
  | 'WEBSITE'
  /** Why it matters. */
  | 'WHY_IT_MATTERS';

/** What a clause does. */
export type ClauseEffect =
  /** Forbids an activity. */
  | 'FORBIDS'
  /** Asks for a permission of its own first. */
  | 'NEEDS_SEPARATE_LICENSE'
  /** Grants a right. */
  | 'PERMITS'
  /** Attaches a duty. */
  | 'REQUIRES'
  /** Ends the rights upon an event. */
  | 'TERMINATES'
  /** Gives some licensees no rights. */
  | 'WITHHOLDS_GRANT';

/** A currency by its ISO 4217 code. */
export type Currency =
  /** UAE dirham. */
  | 'AED'
  /** Australian dollar. */
  | 'AUD'
  /** Brazilian real. */
  | 'BRL'
  /** Canadian dollar. */
  | 'CAD'
  /** Swiss franc. */
  | 'CHF'
  /** Chinese yuan. */
  | 'CNY'
  /** Czech koruna. */
  | 'CZK'
  /** Danish krone. */
  | 'DKK'
  /** Euro. */
  | 'EUR'
  /** Pound sterling. */
  | 'GBP'
  /** Hong Kong dollar. */
  | 'HKD'
  /** Israeli new shekel. */
  | 'ILS'
  /** Indian rupee. */
  | 'INR'
  /** Japanese yen. */
  | 'JPY'
  /** South Korean won. */
  | 'KRW'
  /** Norwegian krone. */
  | 'NOK'
  /** Polish zloty. */
  | 'PLN'
  /** Swedish krona. */
  | 'SEK'
  /** Singapore dollar. */
  | 'SGD'
  /** New Taiwan dollar. */
  | 'TWD'
  /** US dollar. */
  | 'USD';

/** How one model was made from another. */
export type DerivationMethod =
  /** Additional parameters trained on top of it. */
  | 'ADAPTER'
  /** Trained on its outputs. */
  | 'DISTILLED'
  /** Trained further from its parameters. */
  | 'FINETUNE'
  /** Its parameters combined with those of others. */
  | 'MERGE'
  /** Its parameters stored at lower precision. */
  | 'QUANTIZED';

/** What hangs on which side of a disagreement is right, judged on its subject alone. */
export type DisagreementConsequence =
  /** Which value is shown: two current claims contradict each other. */
  | 'BEST_VALUE'
  /** Which license binds, and so its duties; the answers are the same. */
  | 'LICENSE'
  /** Nothing: one side is deprecated, and nothing above depends on it. */
  | 'NONE'
  /** Whether a definition of openness is met. */
  | 'OPENNESS'
  /** Whether some use is allowed: for one of a fixed set of uses the answers differ. */
  | 'VERDICT';

/** What a duty consists in. */
export type DutyKind =
  /** Credit the source. */
  | 'ATTRIBUTE'
  /** Show a name or sentence, for example in the user interface. */
  | 'DISPLAY_NAME'
  /** Bind recipients to the same limits. */
  | 'FLOW_DOWN'
  /** Keep to a use policy. */
  | 'FOLLOW_USE_POLICY'
  /** Pass on a copy of the license. */
  | 'INCLUDE_LICENSE'
  /** Pass on copyright and other notices. */
  | 'INCLUDE_NOTICE'
  /** Say what was changed. */
  | 'MARK_CHANGES'
  /** Begin the derivative's name with a word. */
  | 'NAME_PREFIX'
  /** Tell the licensor. */
  | 'NOTIFY_LICENSOR'
  /** Register with the licensor. */
  | 'REGISTER'
  /** Filter or review what the model gives out. */
  | 'REVIEW_OUTPUTS'
  /** Release derivatives under the same license. */
  | 'SHARE_ALIKE'
  /** Move to the latest version of the model. */
  | 'USE_LATEST_VERSION';

/** What an entity is. */
export type EntityKind =
  /** A license or agreement under which artifacts are released. */
  | 'LICENSE'
  /** A released model, open or closed. */
  | 'MODEL'
  /** Who develops models or stewards licenses. */
  | 'ORGANIZATION'
  /** An idea of the field: a concept, technique, metric, class of licenses … */
  | 'TERM'
  /** A program that goes with a term. */
  | 'TOOL';

/** Whether an entity is in use. */
export type EntityStatus =
  /** In use. */
  | 'CURRENT'
  /** Kept for old references; see replacedBy. */
  | 'DEPRECATED';

/** How the source was read. */
export type Evidence =
  /** Read in a verbatim copy kept by a third party. */
  | 'COPY'
  /** Not read; recalled. Never the best value of anything. */
  | 'MEMORY'
  /** Read in the publisher's own repository, document or license file. */
  | 'PUBLISHER'
  /** Read in an index, a catalog, a mirrored card or agreeing reports. */
  | 'SECONDARY';

/** A purpose that licenses single out. */
export type FieldOfUse =
  /** Automated decisions that affect people's rights. */
  | 'AUTOMATED_DECISIONS'
  /** Biometric identification or categorization. */
  | 'BIOMETRICS'
  /** Discrimination against, or exploitation of, people or groups. */
  | 'DISCRIMINATION'
  /** False information spread to harm others. */
  | 'DISINFORMATION'
  /** Teaching and learning. */
  | 'EDUCATION'
  /** Testing and evaluation outside production. */
  | 'EVALUATION'
  /** Defamation, harassment, abuse. */
  | 'HARASSMENT'
  /** Exploiting or harming minors. */
  | 'HARM_TO_MINORS'
  /** Law enforcement, the administration of justice, immigration and asylum. */
  | 'JUSTICE'
  /** Malicious software. */
  | 'MALWARE'
  /** Medical advice and the interpretation of medical results. */
  | 'MEDICAL_ADVICE'
  /** Military use. */
  | 'MILITARY'
  /** Private use by a person. */
  | 'PERSONAL'
  /** Scientific or academic research. */
  | 'RESEARCH'
  /** Surveillance of people. */
  | 'SURVEILLANCE'
  /** Machine-made content without saying that it is machine-made. */
  | 'UNDISCLOSED_MACHINE_TEXT'
  /** Use against applicable law. */
  | 'UNLAWFUL'
  /** Making or using weapons. */
  | 'WEAPONS';

/** A vocabulary of license identifiers. */
export type IdentifierScheme =
  /** Hugging Face's license tags. */
  | 'HUGGING_FACE'
  /** ScanCode's license database. */
  | 'SCANCODE'
  /** The SPDX License List. */
  | 'SPDX';

/** What a document of a license is. */
export type LicenseDocumentKind =
  /** The license text itself. */
  | 'AGREEMENT'
  /** A use policy that the license takes in by reference. */
  | 'USE_POLICY';

/** A kind of input or output. */
export type Modality =
  /** Sound. */
  | 'AUDIO'
  /** Still images. */
  | 'IMAGE'
  /** PDF documents as such. */
  | 'PDF'
  /** Text. */
  | 'TEXT'
  /** Moving images. */
  | 'VIDEO';

/** An amount of money. */
export type MoneyInput = {
  /** In whole units of the currency: 0 or more. */
  readonly amount: number;
  /** The currency. */
  readonly currency: Currency;
};

/** A definition of openness that a model may meet. */
export type OpennessDefinition =
  /** Model Openness Framework, class I: open science. */
  | 'MOF_CLASS_I'
  /** Model Openness Framework, class II: open tooling. */
  | 'MOF_CLASS_II'
  /** Model Openness Framework, class III: open model. */
  | 'MOF_CLASS_III'
  /** The weights can be downloaded, under whatever license. */
  | 'OPEN_WEIGHTS'
  /** The Open Source Initiative's Open Source AI Definition 1.0. */
  | 'OSAID_1_0'
  /** The weights come under licenses that the Open Source Initiative approved. */
  | 'OSI_APPROVED_LICENSE';

/** How much a statement counts among those on the same property (Wikidata's ranks). */
export type Rank =
  /** A statement kept on record although the evidence contradicts it. */
  | 'DEPRECATED'
  /** A statement with nothing said for or against it. */
  | 'NORMAL'
  /** The best supported statement. */
  | 'PREFERRED';

/** What of an entity fits a query. */
export type SearchMatch =
  /** A name or alias begins with the query, or has all its words, the last one begun. */
  | 'BEGINNING'
  /** A name or alias is the query. */
  | 'EXACT'
  /** A name or alias fits, but for a mistake in spelling. */
  | 'SPELLING'
  /** Summary, definition or names have words of the query. */
  | 'TEXT'
  /** A name or alias has all words of the query, in any order, also in other forms. */
  | 'WORDS';

/** What kind of idea a term names. */
export type TermKind =
  /** A way to build a model. */
  | 'ARCHITECTURE'
  /** A thing that is made, kept or released. */
  | 'ARTIFACT'
  /** A named test that models are measured by. */
  | 'BENCHMARK'
  /** A concept. */
  | 'CONCEPT'
  /** A published body of data. */
  | 'DATASET'
  /** A field of study or practice. */
  | 'FIELD'
  /** A file format. */
  | 'FORMAT'
  /** A concept of law or of license texts. */
  | 'LEGAL_CONCEPT'
  /** A class of licenses. */
  | 'LICENSE_CLASS'
  /** Something counted or measured. */
  | 'METRIC'
  /** A service where models are found, run or compared. */
  | 'PLATFORM'
  /** A course of action with steps. */
  | 'PROCESS'
  /** A law or regulation. */
  | 'REGULATION'
  /** A published definition or specification. */
  | 'STANDARD'
  /** A way to do something. */
  | 'TECHNIQUE'
  /** A class of programs. */
  | 'TOOL';

/** What is trained or improved with outputs; name everything that is. */
export type TrainedModel =
  /** A model that competes with the licensor's. */
  | 'COMPETING_MODEL'
  /** Another foundation or general-purpose model that is no language model. */
  | 'FOUNDATION_MODEL'
  /** Another large language model. */
  | 'LARGE_LANGUAGE_MODEL'
  /** A model of another kind, such as a classifier for one task. */
  | 'OTHER_MODEL'
  /** The licensed model itself, or a derivative of it. */
  | 'SAME_MODEL_OR_DERIVATIVE';

/** Whether a use is allowed. */
export type UseAnswer =
  /** Allowed, with no duty attached. */
  | 'ALLOWED'
  /** Allowed for whoever meets the duties listed. */
  | 'ALLOWED_WITH_DUTIES'
  /** Only with a permission of its own: ask the licensor. */
  | 'ASK_LICENSOR'
  /** The license forbids it, or withholds the right to it. */
  | 'NOT_ALLOWED'
  /** What is known does not settle it; see what is missing. */
  | 'UNKNOWN';

/** Something that would settle an answer: of the use, of the model, or of its licenses. */
export type UseFact =
  /** Whether a license is about an activity: its clauses were read before the activity had a name here. */
  | 'ACTIVITY_COVERED'
  /** Your yearly revenue, in the license's currency. */
  | 'ANNUAL_REVENUE'
  /** What business you are in. */
  | 'BUSINESS'
  /** The yearly revenue of the line of business, in the license's currency. */
  | 'BUSINESS_LINE_REVENUE'
  /** With which organizations you compete. */
  | 'COMPETES_WITH'
  /** How a model was made from another. */
  | 'DERIVATION_METHOD'
  /** What it is used for. */
  | 'FIELDS_OF_USE'
  /** Whether the use stays inside your organization. */
  | 'INTERNAL_USE'
  /** Which license held for the artifact on the day. */
  | 'LICENSE_IN_FORCE'
  /** The whole text of a license: it has not been read in full. */
  | 'LICENSE_TEXT'
  /** A model of the lineage that is not recorded, or a lineage too large to be followed. */
  | 'LINEAGE'
  /** In which countries it is used. */
  | 'MARKETS'
  /** What the model takes in and gives out. */
  | 'MODALITIES'
  /** Your monthly active users today. */
  | 'MONTHLY_ACTIVE_USERS'
  /** Your highest monthly revenue, in the license's currency. */
  | 'MONTHLY_REVENUE'
  /** In which country your principal place of business is. */
  | 'PRINCIPAL_PLACE_OF_BUSINESS'
  /** What is trained with the outputs. */
  | 'TRAINS'
  /** Your monthly active users at the model's release; a lower peak settles it, too. */
  | 'USERS_AT_RELEASE';

/** A use of a model that is asked about. What is not given is unknown: no answer assumes it. */
export type UseInput = {
  /** Everything that is done with the model; at least one. */
  readonly activities: ReadonlyArray<Activity>;
  /** Your revenue in a year. */
  readonly annualRevenue?: MoneyInput | null | undefined;
  /** The artifact that is used. */
  readonly artifact?: Artifact;
  /** Your business; an empty list: none that licenses single out. */
  readonly business?: ReadonlyArray<BusinessKind> | null | undefined;
  /** The yearly revenue of the line of business that uses the model. */
  readonly businessLineRevenue?: MoneyInput | null | undefined;
  /** Whether the use is commercial. */
  readonly commercial?: boolean;
  /** Ids of organizations that you compete with; an empty list: with none. */
  readonly competesWith?: ReadonlyArray<string | number> | null | undefined;
  /** What it is used for; an empty list: for nothing that licenses single out. */
  readonly fieldsOfUse?: ReadonlyArray<FieldOfUse> | null | undefined;
  /** Whether the use stays inside your organization. */
  readonly internalUse?: boolean | null | undefined;
  /** Countries where the model is used: ISO 3166-1 alpha-2. */
  readonly markets?: ReadonlyArray<string> | null | undefined;
  /** Your monthly active users now. */
  readonly monthlyActiveUsers?: number | null | undefined;
  /** The day it was or is obtained: the license in force that day counts. Not given: today (UTC). */
  readonly obtainedOn?: string | null | undefined;
  /** The most monthly active users you ever had; settles clauses measured at a release. */
  readonly peakMonthlyActiveUsers?: number | null | undefined;
  /** Your revenue in the best month. */
  readonly peakMonthlyRevenue?: MoneyInput | null | undefined;
  /** Country of your home or principal place of business: ISO 3166-1 alpha-2. */
  readonly principalPlaceOfBusiness?: string | null | undefined;
  /** Everything that is trained or improved with outputs; an empty list: nothing. */
  readonly trains?: ReadonlyArray<TrainedModel> | null | undefined;
  /** Your monthly active users at the model's release, where the peak settles nothing. */
  readonly usersAtRelease?: number | null | undefined;
};

/** Whether a definition is met. */
export type Verdict =
  /** Something that it asks for is not there. */
  | 'FAILS'
  /** All that it asks for is there. */
  | 'MEETS'
  /** Something that it asks for is not known. */
  | 'UNKNOWN';

export type TermPageQueryVariables = Exact<{
  slug: string;
}>;


export type TermPageQuery = { readonly term: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly termKind: TermKind, readonly definition: string | null, readonly explanation: string | null, readonly whyItMatters: string | null, readonly replacedBy:
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null, readonly tools: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null, readonly url: string | null, readonly free: boolean | null }> } | null, readonly faqs: ReadonlyArray<{ readonly question: string, readonly answer: string, readonly asOf: string | null, readonly stale: boolean | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null, readonly related: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
      > } | null, readonly broader: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly narrower: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly partOf: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly parts: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly contrastsWith: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly examples: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly releasedOn: string | null, readonly totalParameters: number | null, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null }> } | null, readonly licenses: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }> } | null, readonly prerequisites: ReadonlyArray<{ readonly depth: number, readonly cyclic: boolean, readonly term: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null } | null }> | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly contested: boolean, readonly consequence: DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null };

export type ModelPageQueryVariables = Exact<{
  slug: string;
}>;


export type ModelPageQuery = { readonly model: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly familyName: string | null, readonly releasedOn: string | null, readonly architecture: Architecture | null, readonly totalParameters: number | null, readonly activeParameters: number | null, readonly contextTokens: number | null, readonly inputModalities: ReadonlyArray<Modality> | null, readonly outputModalities: ReadonlyArray<Modality> | null, readonly url: string | null, readonly effectiveLicenseNotes: ReadonlyArray<string> | null, readonly replacedBy:
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null, readonly availability: ReadonlyArray<{ readonly artifact: Artifact, readonly availability: Availability, readonly asOf: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null, readonly developers: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly licenses: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EntityKind, readonly name: string, readonly slug: string }, readonly relations: ReadonlyArray<{ readonly artifact: Artifact | null, readonly expression: string | null, readonly rank: Rank, readonly contested: boolean, readonly since: string | null, readonly until: string | null, readonly asOf: string | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> }> } | null, readonly effectiveLicenses: ReadonlyArray<{ readonly artifact: Artifact, readonly stated: boolean, readonly explanation: string, readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string }, readonly inheritedFrom: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null }> | null, readonly lineage: ReadonlyArray<{ readonly depth: number, readonly cyclic: boolean, readonly model: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null, readonly parent: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null, readonly relation: { readonly method: DerivationMethod | null } | null }> | null, readonly derivatives: { readonly totalCount: number | null, readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EntityKind, readonly name: string, readonly slug: string }, readonly relation: { readonly method: DerivationMethod | null } }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict, readonly reasons: ReadonlyArray<string>, readonly missing: ReadonlyArray<string>, readonly term: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null }> | null, readonly exemplifies: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }> } | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly contested: boolean, readonly consequence: DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null };

export type LicensePageQueryVariables = Exact<{
  slug: string;
}>;


export type LicensePageQuery = { readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly spdxId: string | null, readonly version: string | null, readonly osiApproved: boolean | null, readonly clausesComplete: boolean, readonly replacedBy:
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
     | null, readonly identifiers: ReadonlyArray<{ readonly scheme: IdentifierScheme, readonly value: string }> | null, readonly documents: ReadonlyArray<{ readonly kind: LicenseDocumentKind, readonly title: string, readonly url: string | null, readonly publishedOn: string | null }> | null, readonly licenseClass: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null } | null, readonly stewards: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly supersedes: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly supersededBy: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly clauses: ReadonlyArray<{ readonly key: string, readonly effect: ClauseEffect, readonly activities: ReadonlyArray<Activity>, readonly text: string, readonly section: string | null, readonly asOf: string | null, readonly evidence: Evidence | null, readonly bindsDerivatives: ReadonlyArray<DerivationMethod>, readonly document: { readonly title: string, readonly url: string | null } | null, readonly duty: { readonly kind: DutyKind, readonly name: string | null, readonly beforeUse: boolean } | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null, readonly models: { readonly totalCount: number | null, readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly releasedOn: string | null }, readonly relations: ReadonlyArray<{ readonly artifact: Artifact | null, readonly since: string | null, readonly until: string | null }> }> } | null, readonly related: { readonly nodes: ReadonlyArray<
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
      > } | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null } | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly contested: boolean, readonly consequence: DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null };

export type OrganizationPageQueryVariables = Exact<{
  slug: string;
}>;


export type OrganizationPageQuery = { readonly organization:
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly website: string | null, readonly replacedBy:
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
       | null, readonly models: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly releasedOn: string | null, readonly totalParameters: number | null, readonly licenses: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly openness: ReadonlyArray<{ readonly definition: OpennessDefinition, readonly verdict: Verdict }> | null }> } | null, readonly licenses: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }> } | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null }
    | Record<PropertyKey, never>
   | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly contested: boolean, readonly consequence: DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null };

export type ToolPageQueryVariables = Exact<{
  slug: string;
}>;


export type ToolPageQuery = { readonly tool:
    | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly uri: string, readonly aliases: ReadonlyArray<string>, readonly summary: string | null, readonly status: EntityStatus, readonly updatedAt: string, readonly jsonLd: unknown, readonly exactMatch: ReadonlyArray<string> | null, readonly closeMatch: ReadonlyArray<string> | null, readonly url: string | null, readonly free: boolean | null, readonly replacedBy:
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string }
       | null, readonly terms: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }> } | null, readonly claims: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly valueText: string, readonly rank: Rank, readonly contested: boolean, readonly asOf: string | null, readonly since: string | null, readonly until: string | null, readonly evidence: Evidence | null, readonly note: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> } | null }
    | Record<PropertyKey, never>
   | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly contested: boolean, readonly consequence: DisagreementConsequence, readonly effects: ReadonlyArray<string>, readonly claims: ReadonlyArray<{ readonly valueText: string, readonly rank: Rank, readonly asOf: string | null, readonly note: string | null, readonly evidence: Evidence | null, readonly source: { readonly title: string, readonly url: string | null } | null }> | null }> } | null };

export type HomePageQueryVariables = Exact<{ [key: string]: never; }>;


export type HomePageQuery = { readonly graph: { readonly claims: number, readonly sources: number, readonly changedAt: string | null, readonly entities: ReadonlyArray<{ readonly kind: EntityKind, readonly count: number }> } | null, readonly terms: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string }> } | null, readonly models: { readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly releasedOn: string | null, readonly summary: string | null }> } | null, readonly disagreements: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly property: ClaimProperty, readonly artifact: Artifact | null, readonly subject:
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
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
        | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
       }> } | null };

export type GuessesQueryVariables = Exact<{
  text: string;
  kinds?: ReadonlyArray<EntityKind> | null | undefined;
}>;


export type GuessesQuery = { readonly suggest: ReadonlyArray<{ readonly entity:
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
     | null }> | null, readonly search: { readonly nodes: ReadonlyArray<
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
      | { readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }
    > } | null };

export type MayIUseQueryVariables = Exact<{
  slug: string;
  use: UseInput;
}>;


export type MayIUseQuery = { readonly model: { readonly useVerdict: { readonly answer: UseAnswer, readonly assumptions: ReadonlyArray<string>, readonly evidence: Evidence | null, readonly missing: ReadonlyArray<UseFact>, readonly duties: ReadonlyArray<{ readonly key: string, readonly text: string, readonly section: string | null, readonly document: { readonly title: string, readonly url: string | null } | null, readonly duty: { readonly kind: DutyKind, readonly name: string | null, readonly beforeUse: boolean } | null }>, readonly reasons: ReadonlyArray<{ readonly effect: UseAnswer, readonly explanation: string, readonly clause: { readonly key: string } | null, readonly license: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null, readonly via: ReadonlyArray<{ readonly model: { readonly kind: EntityKind, readonly name: string, readonly slug: string } | null }> }> } | null } | null };

export type TermsListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TermsListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }> } | null };

export type ModelsListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ModelsListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }> } | null };

export type LicensesListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LicensesListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }> } | null };

export type OrganizationsListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OrganizationsListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }> } | null };

export type ToolsListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ToolsListQuery = { readonly list: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly kind: EntityKind, readonly name: string, readonly slug: string, readonly summary: string | null }> } | null };
