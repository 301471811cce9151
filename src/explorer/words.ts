import { relationOf } from '../ontology/relations.ts';
import type {
  Activity,
  Architecture,
  Artifact,
  Availability,
  ClaimProperty,
  DerivationMethod,
  DisagreementConsequence,
  DutyKind,
  EntityKind,
  Evidence,
  IdentifierScheme,
  LicenseDocumentKind,
  Modality,
  OpennessDefinition,
  Rank,
  RelationType,
  SearchMatch,
  TermKind,
  UseAnswer,
  Verdict,
} from './documents/types.ts';

/** Words for values of the schema, for readers. The type lets the compiler find a missing one. */
type Words<Value extends string> = Readonly<Record<Value, string>>;

export const kindWords: Words<EntityKind> = {
  TERM: 'Term',
  MODEL: 'Model',
  LICENSE: 'License',
  ORGANIZATION: 'Organization',
  TOOL: 'Tool',
};

export const kindPlurals: Words<EntityKind> = {
  TERM: 'Terms',
  MODEL: 'Models',
  LICENSE: 'Licenses',
  ORGANIZATION: 'Organizations',
  TOOL: 'Tools',
};

export const termKindWords: Words<TermKind> = {
  ARCHITECTURE: 'Architecture',
  ARTIFACT: 'Artifact',
  BENCHMARK: 'Benchmark',
  CONCEPT: 'Concept',
  DATASET: 'Dataset',
  FIELD: 'Field',
  FORMAT: 'Format',
  LEGAL_CONCEPT: 'Legal concept',
  LICENSE_CLASS: 'Class of licenses',
  METRIC: 'Metric',
  PLATFORM: 'Platform',
  PROCESS: 'Process',
  REGULATION: 'Regulation',
  STANDARD: 'Standard',
  TECHNIQUE: 'Technique',
  TOOL: 'Kind of tool',
};

export const termKindPlurals: Words<TermKind> = {
  ARCHITECTURE: 'Architectures',
  ARTIFACT: 'Artifacts',
  BENCHMARK: 'Benchmarks',
  CONCEPT: 'Concepts',
  DATASET: 'Datasets',
  FIELD: 'Fields',
  FORMAT: 'Formats',
  LEGAL_CONCEPT: 'Legal concepts',
  LICENSE_CLASS: 'Classes of licenses',
  METRIC: 'Metrics',
  PLATFORM: 'Platforms',
  PROCESS: 'Processes',
  REGULATION: 'Regulations',
  STANDARD: 'Standards',
  TECHNIQUE: 'Techniques',
  TOOL: 'Kinds of tools',
};

export const architectureWords: Words<Architecture> = {
  DENSE: 'dense transformer',
  DIFFUSION: 'diffusion or flow matching',
  ENCODER_DECODER: 'encoder-decoder transformer',
  HYBRID: 'hybrid of attention and state-space or linear layers',
  MIXTURE_OF_EXPERTS: 'mixture of experts',
  UNDISCLOSED: 'not disclosed',
};

export const artifactWords: Words<Artifact> = {
  WEIGHTS: 'Weights',
  INFERENCE_CODE: 'Inference code',
  TRAINING_CODE: 'Training code',
  TRAINING_DATA: 'Training data',
};

export const availabilityWords: Words<Availability> = {
  OPEN: 'open to everybody',
  GATED: 'after a request or terms',
  PARTIAL: 'in part',
  CLOSED: 'not released',
  UNKNOWN: 'not known',
};

export const modalityWords: Words<Modality> = {
  AUDIO: 'audio',
  IMAGE: 'images',
  PDF: 'PDF',
  TEXT: 'text',
  VIDEO: 'video',
};

export const methodWords: Words<DerivationMethod> = {
  ADAPTER: 'adapter',
  DISTILLED: 'distilled',
  FINETUNE: 'fine-tuned',
  MERGE: 'merged',
  QUANTIZED: 'quantized',
};

export const propertyWords: Words<ClaimProperty> = {
  ACTIVE_PARAMETERS: 'Active parameters',
  ARCHITECTURE: 'Architecture',
  AVAILABILITY: 'Availability',
  BROADER: 'Broader term',
  CLASSIFIED_AS: 'Class of license',
  CONTEXT_TOKENS: 'Context, in tokens',
  CONTRASTS_WITH: 'In contrast with',
  DEFINITION: 'Definition',
  DERIVED_FROM: 'Derived from',
  DEVELOPED_BY: 'Developed by',
  EXEMPLIFIES: 'Example of',
  EXPLANATION: 'What it means',
  FAMILY_NAME: 'Family',
  FREE: 'Free of charge',
  HAS_TOOL: 'Tool',
  INPUT_MODALITIES: 'Input',
  LICENSED_UNDER: 'License',
  OSAID_VALIDATION: 'Validation by the Open Source Initiative',
  OSI_APPROVED: 'Approved by the Open Source Initiative',
  OUTPUT_MODALITIES: 'Output',
  PART_OF: 'Part of',
  RELATED_TO: 'Related to',
  RELEASED_ON: 'Released',
  REQUIRES: 'Read first',
  SPDX_ID: 'SPDX id',
  STATEMENT: 'Statement',
  STEWARDED_BY: 'Steward',
  SUPERSEDES: 'Replaces',
  TOTAL_PARAMETERS: 'Parameters',
  URL: 'Address',
  VERSION: 'Version',
  WEBSITE: 'Website',
  WHY_IT_MATTERS: 'Why it matters',
};

const relationWords: Words<RelationType> = {
  BROADER: 'is a kind of',
  CLASSIFIED_AS: 'is of the class',
  CONTRASTS_WITH: 'in contrast with',
  DERIVED_FROM: 'made from',
  DEVELOPED_BY: 'developed by',
  EXEMPLIFIES: 'example of',
  HAS_TOOL: 'has the tool',
  LICENSED_UNDER: 'licensed under',
  PART_OF: 'part of',
  RELATED_TO: 'related to',
  REQUIRES: 'requires',
  STEWARDED_BY: 'stewarded by',
  SUPERSEDES: 'replaces',
};

const derivedWords: Words<DerivationMethod> = {
  ADAPTER: 'adapter of',
  DISTILLED: 'distilled from',
  FINETUNE: 'fine-tuned from',
  MERGE: 'merged from',
  QUANTIZED: 'quantized from',
};

/** The name of a relation beside its line. */
export function relationNames(type: RelationType, method: DerivationMethod | null) {
  const name = method === null ? relationWords[type] : derivedWords[method];
  return { name, symmetric: relationOf(type).symmetric };
}

export const evidenceWords: Words<Evidence> = {
  PUBLISHER: "read in the publisher's own file",
  COPY: 'read in a verbatim copy',
  SECONDARY: 'read in an index, a mirror or a report',
  MEMORY: 'recalled, not read',
};

export const rankWords: Words<Rank> = {
  PREFERRED: 'best supported',
  NORMAL: 'stands',
  DEPRECATED: 'the evidence says otherwise',
};

export const consequenceWords: Words<DisagreementConsequence> = {
  VERDICT: 'It decides whether some use is allowed.',
  OPENNESS: 'It decides whether the model counts as open.',
  LICENSE: 'It decides which license applies.',
  BEST_VALUE: 'It decides which value is shown first.',
  NONE: 'Nothing else depends on it.',
};

export const opennessWords: Words<OpennessDefinition> = {
  OPEN_WEIGHTS: 'Open weights',
  OSI_APPROVED_LICENSE: 'License approved by the Open Source Initiative',
  OSAID_1_0: 'Open Source AI Definition 1.0',
  MOF_CLASS_III: 'Model Openness Framework, class III (open model)',
  MOF_CLASS_II: 'Model Openness Framework, class II (open tooling)',
  MOF_CLASS_I: 'Model Openness Framework, class I (open science)',
};

export const verdictWords: Words<Verdict> = {
  MEETS: 'Yes',
  FAILS: 'No',
  UNKNOWN: 'Not known',
};

export const answerWords: Words<UseAnswer> = {
  ALLOWED: 'Yes',
  ALLOWED_WITH_DUTIES: 'Yes, with duties',
  ASK_LICENSOR: 'Only with an agreement: ask the licensor',
  NOT_ALLOWED: 'No',
  UNKNOWN: 'Not known: facts are missing',
};

export const activityWords: Words<Activity> = {
  RUN: 'run it on machines of your own',
  FINE_TUNE: 'fine-tune, quantize or merge it',
  OFFER_PRODUCT: 'offer a product or service that uses it',
  HOST_AS_SERVICE: 'host it for others, for example as an API',
  REDISTRIBUTE: 'pass it on, changed or not',
  TRAIN_ON_OUTPUTS: 'train other models with its outputs',
  SELL_OUTPUTS: 'sell its outputs',
  USE_HOSTED_PRODUCT: 'use a product that somebody else runs on it',
};

/** The activities in as few words as possible. */
export const activityNames: Words<Activity> = {
  RUN: 'running it',
  FINE_TUNE: 'fine-tuning',
  OFFER_PRODUCT: 'products',
  HOST_AS_SERVICE: 'hosting',
  REDISTRIBUTE: 'passing it on',
  TRAIN_ON_OUTPUTS: 'training on outputs',
  SELL_OUTPUTS: 'selling outputs',
  USE_HOSTED_PRODUCT: 'using a hosted product',
};

export const dutyWords: Words<DutyKind> = {
  ATTRIBUTE: 'Credit the source',
  DISPLAY_NAME: 'Show a name',
  FLOW_DOWN: 'Bind recipients to the same limits',
  FOLLOW_USE_POLICY: 'Keep to the use policy',
  INCLUDE_LICENSE: 'Pass on the license',
  INCLUDE_NOTICE: 'Pass on the notices',
  MARK_CHANGES: 'Say what you changed',
  NAME_PREFIX: 'Begin the name with a word',
  NOTIFY_LICENSOR: 'Tell the licensor',
  REGISTER: 'Register with the licensor',
  REVIEW_OUTPUTS: 'Filter or review outputs',
  SHARE_ALIKE: 'Release derivatives under the same license',
  USE_LATEST_VERSION: 'Move to the latest version',
};

export const documentWords: Words<LicenseDocumentKind> = {
  AGREEMENT: 'Agreement',
  USE_POLICY: 'Use policy',
};

export const schemeWords: Words<IdentifierScheme> = {
  HUGGING_FACE: 'Hugging Face',
  SCANCODE: 'ScanCode',
  SPDX: 'SPDX',
};

export const matchWords: Words<SearchMatch> = {
  EXACT: 'its name',
  BEGINNING: 'the beginning of a name',
  WORDS: 'words of a name',
  SPELLING: 'a similar spelling',
  TEXT: 'its text',
};

/** Words for property values that are names in the schema. Other values are shown unchanged. */
const valueWords: Partial<Readonly<Record<ClaimProperty, Readonly<Record<string, string>>>>> = {
  ARCHITECTURE: architectureWords,
  AVAILABILITY: availabilityWords,
  INPUT_MODALITIES: modalityWords,
  OUTPUT_MODALITIES: modalityWords,
  OSI_APPROVED: { true: 'yes', false: 'no' },
  FREE: { true: 'yes', false: 'no' },
  OSAID_VALIDATION: {
    MEETS: 'met',
    MEETS_UNDER_ANOTHER_LICENSE: 'would be met under another license',
    FAILS: 'not met',
  },
};

/** The value of a claim, in words for readers. */
export function valueInWords(property: ClaimProperty, text: string): string {
  const words = valueWords[property];
  if (words === undefined) return text;
  return text
    .split(', ')
    .map((part) => (Object.hasOwn(words, part) ? words[part] : part))
    .join(', ');
}

const units = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/** A large number in words: 14.7 billion. */
export function largeNumber(value: number): string {
  for (const [size, name] of units) {
    if (value >= size) return `${Number((value / size).toPrecision(4))} ${name}`;
  }
  return value.toLocaleString('en-US');
}

/** A count with its noun: "1 model", "2 models". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
