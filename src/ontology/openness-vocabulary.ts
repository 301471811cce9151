import { enumeration } from './enumeration.ts';

// Definitions of "open", and the facts they depend on.

export const OpennessDefinitionEnum = enumeration(
  'OpennessDefinition',
  'A definition of openness that a model may meet.',
  {
    OPEN_WEIGHTS: 'The weights can be downloaded, under whatever license.',
    OSAID_1_0: "The Open Source Initiative's Open Source AI Definition 1.0.",
    OSI_APPROVED_LICENSE:
      'The weights come under licenses that the Open Source Initiative approved.',
    MOF_CLASS_I: 'Model Openness Framework, class I: open science.',
    MOF_CLASS_II: 'Model Openness Framework, class II: open tooling.',
    MOF_CLASS_III: 'Model Openness Framework, class III: open model.',
  },
);
export type OpennessDefinition = keyof typeof OpennessDefinitionEnum.values;

export const VerdictEnum = enumeration('Verdict', 'Whether a definition is met.', {
  MEETS: 'All requirements are met.',
  FAILS: 'A requirement is not met.',
  UNKNOWN: 'It is not known whether a requirement is met.',
});
export type Verdict = keyof typeof VerdictEnum.values;

/** The Open Source Initiative's own judgment of a model. */
export const OsaidValidationEnum = enumeration(
  'OsaidValidation',
  "What the Open Source Initiative's validation of the Open Source AI Definition 1.0 found.",
  {
    MEETS: 'It meets the definition.',
    MEETS_UNDER_ANOTHER_LICENSE: 'It would meet the definition under another license.',
    FAILS: 'It does not meet the definition.',
  },
);
export type OsaidValidation = keyof typeof OsaidValidationEnum.values;

/** The term that explains each definition, by its first slug. */
export const opennessTerms: Readonly<Record<OpennessDefinition, string>> = {
  OPEN_WEIGHTS: 'open-weights',
  OSAID_1_0: 'open-source-ai-definition',
  OSI_APPROVED_LICENSE: 'osi-approved',
  MOF_CLASS_I: 'model-openness-framework',
  MOF_CLASS_II: 'model-openness-framework',
  MOF_CLASS_III: 'model-openness-framework',
};

export type MofClass = 1 | 2 | 3;

/**
 * The components of the Model Openness Framework, each with the class that first requires it. Class
 * II also requires the components of class III, and class I those of both. A research paper may
 * replace the technical report. Optional components are left out. Source: M. White et al., arXiv
 * 2403.13784; lfai/model_openness_tool, web/modules/mof/config/install/mof.settings.yml at 1711a30.
 */
export const mofComponents = {
  MODEL_ARCHITECTURE: { class: 3, name: 'model architecture' },
  MODEL_PARAMETERS: { class: 3, name: 'final model parameters' },
  TECHNICAL_REPORT: { class: 3, name: 'technical report' },
  EVALUATION_RESULTS: { class: 3, name: 'evaluation results' },
  MODEL_CARD: { class: 3, name: 'model card' },
  DATA_CARD: { class: 3, name: 'data card' },
  TRAINING_CODE: { class: 2, name: 'training code' },
  INFERENCE_CODE: { class: 2, name: 'inference code' },
  EVALUATION_CODE: { class: 2, name: 'evaluation code' },
  EVALUATION_DATA: { class: 2, name: 'evaluation data' },
  RESEARCH_PAPER: { class: 1, name: 'research paper' },
  DATASETS: { class: 1, name: 'training datasets' },
  DATA_PREPROCESSING_CODE: { class: 1, name: 'data preprocessing code' },
  INTERMEDIATE_PARAMETERS: { class: 1, name: 'intermediate model parameters' },
} as const satisfies Record<string, { readonly class: MofClass; readonly name: string }>;
export type MofComponent = keyof typeof mofComponents;
