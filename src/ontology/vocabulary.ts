import { enumeration, valuesOf, zodEnum } from './enumeration.ts';

export const EntityKindEnum = enumeration('EntityKind', 'The kinds of entity.', {
  TERM: 'An idea of the field: a concept, technique, metric, class of licenses …',
  MODEL: 'A released model, open or closed.',
  LICENSE: 'A license or agreement under which artifacts are released.',
  ORGANIZATION: 'An organization that develops models or maintains licenses.',
  TOOL: 'A program for the subject of a term.',
});
export type EntityKind = keyof typeof EntityKindEnum.values;
export const entityKinds = valuesOf(EntityKindEnum);

export const TermKindEnum = enumeration('TermKind', 'What kind of idea a term names.', {
  FIELD: 'A field of study or practice.',
  CONCEPT: 'A concept.',
  ARCHITECTURE: 'A way to build a model.',
  TECHNIQUE: 'A way to do something.',
  ARTIFACT: 'A thing that is made, kept or released.',
  METRIC: 'Something counted or measured.',
  PROCESS: 'A course of action with steps.',
  STANDARD: 'A published definition or specification.',
  DATASET: 'A published body of data.',
  LICENSE_CLASS: 'A class of licenses.',
  LEGAL_CONCEPT: 'A concept of law or of license texts.',
  PLATFORM: 'A service where models are found, run or compared.',
  TOOL: 'A class of programs.',
  FORMAT: 'A file format.',
  BENCHMARK: 'A named test that models are measured by.',
  REGULATION: 'A law or regulation.',
});
export type TermKind = keyof typeof TermKindEnum.values;

export const RankEnum = enumeration(
  'Rank',
  "How much a statement counts among those on the same property (Wikidata's ranks).",
  {
    PREFERRED: 'The best supported statement.',
    NORMAL: 'A statement with nothing said for or against it.',
    DEPRECATED: 'A statement kept on record although the evidence contradicts it.',
  },
);
export type Rank = keyof typeof RankEnum.values;

export const EvidenceEnum = enumeration('Evidence', 'How the source was read.', {
  PUBLISHER: "Read in the publisher's own repository, document or license file.",
  COPY: 'Read in a verbatim copy kept by a third party.',
  SECONDARY: 'Read in an index, a catalog, a mirrored card or agreeing reports.',
  MEMORY: 'Recalled from memory, not read. It is never the best value.',
});
export type Evidence = keyof typeof EvidenceEnum.values;

export const ArtifactEnum = enumeration('Artifact', 'A part of a release that can be licensed.', {
  WEIGHTS: 'The trained parameters.',
  INFERENCE_CODE: 'The code that runs the model.',
  TRAINING_CODE: 'The code that trained it.',
  TRAINING_DATA: 'The data it was trained on.',
});
export type Artifact = keyof typeof ArtifactEnum.values;

export const AvailabilityEnum = enumeration('Availability', 'Whether an artifact is available.', {
  OPEN: 'Anybody can download it.',
  GATED: 'It can be downloaded after a request or after accepting terms.',
  PARTIAL: 'Part of it is available.',
  CLOSED: 'It is not released.',
  UNKNOWN: 'Not known.',
});
export type Availability = keyof typeof AvailabilityEnum.values;

export const ArchitectureEnum = enumeration('Architecture', 'How a model is built.', {
  DENSE: 'A transformer that uses all parameters for every token.',
  MIXTURE_OF_EXPERTS: 'A transformer that routes each token to some of its experts.',
  HYBRID: 'Attention mixed with state-space or linear-attention layers.',
  ENCODER_DECODER: 'A transformer with a separate encoder and decoder.',
  DIFFUSION: 'A diffusion or flow-matching model.',
  UNDISCLOSED: 'The developer does not say.',
});
export type Architecture = keyof typeof ArchitectureEnum.values;

export const ModalityEnum = enumeration('Modality', 'A kind of input or output.', {
  TEXT: 'Text.',
  IMAGE: 'Still images.',
  VIDEO: 'Moving images.',
  AUDIO: 'Sound.',
  PDF: 'PDF documents as such.',
});
export type Modality = keyof typeof ModalityEnum.values;

export const DerivationMethodEnum = enumeration(
  'DerivationMethod',
  'How one model was made from another.',
  {
    FINETUNE: 'Trained further from its parameters.',
    QUANTIZED: 'Its parameters stored at lower precision.',
    ADAPTER: 'Additional parameters trained on top of it.',
    MERGE: 'Its parameters combined with those of others.',
    DISTILLED: 'Trained on its outputs.',
  },
);
export type DerivationMethod = keyof typeof DerivationMethodEnum.values;

export const EntityStatusEnum = enumeration('EntityStatus', 'Whether an entity is in use.', {
  CURRENT: 'In use.',
  DEPRECATED: 'Kept for old references; see replacedBy.',
});
export type EntityStatus = keyof typeof EntityStatusEnum.values;

export const LabelKindEnum = enumeration('LabelKind', "How a label is used (SKOS's three kinds).", {
  PREFERRED: 'The name to show in its language (skos:prefLabel).',
  ALTERNATIVE: 'Another name (skos:altLabel).',
  HIDDEN: 'Found by search, never shown (skos:hiddenLabel).',
});
export type LabelKind = keyof typeof LabelKindEnum.values;

export const IdentifierSchemeEnum = enumeration(
  'IdentifierScheme',
  'A vocabulary of license identifiers.',
  {
    SPDX: 'The SPDX License List.',
    SCANCODE: "ScanCode's license database.",
    HUGGING_FACE: "Hugging Face's license tags.",
  },
);
export type IdentifierScheme = keyof typeof IdentifierSchemeEnum.values;

export const DocumentKindEnum = enumeration(
  'LicenseDocumentKind',
  'The kinds of document that a license consists of.',
  {
    AGREEMENT: 'The license text itself.',
    USE_POLICY: 'A use policy that the license includes by reference.',
  },
);
export type DocumentKind = keyof typeof DocumentKindEnum.values;

export const zEvidence = zodEnum(EvidenceEnum);
export const zRank = zodEnum(RankEnum);
export const zArtifact = zodEnum(ArtifactEnum);

/** Ranks from best to worst: the order in which claims are listed and chosen. */
export const ranksBestFirst: readonly Rank[] = valuesOf(RankEnum);
/**
 * Evidence from strongest to weakest. An editor's judgment has none. It counts less than a reading
 * and more than memory.
 */
const evidenceStrongestFirst: readonly (Evidence | null)[] = valuesOf(EvidenceEnum).flatMap(
  (evidence) => (evidence === 'MEMORY' ? [null, evidence] : [evidence]),
);

/** The position of evidence in the order, from 0 for the strongest. */
export function evidenceRank(evidence: Evidence | null): number {
  return evidenceStrongestFirst.indexOf(evidence);
}

/** The evidence at a position. */
export function evidenceOf(rank: number): Evidence | null {
  return evidenceStrongestFirst[rank] ?? null;
}

interface Supported {
  readonly rank: Rank;
  readonly evidence: Evidence | null;
}

/** Orders statements by rank, then by evidence, best first. */
export function compareSupport(one: Supported, other: Supported): number {
  return (
    ranksBestFirst.indexOf(one.rank) - ranksBestFirst.indexOf(other.rank) ||
    evidenceRank(one.evidence) - evidenceRank(other.evidence)
  );
}
