import { enumeration, zodEnum } from './enumeration.ts';

// The activities of a use, and the answers about it.

export const ActivityEnum = enumeration('Activity', 'Something that a user does with a model.', {
  RUN: 'Run it on your own machines, for any purpose.',
  FINE_TUNE: 'Train it further, or adapt, quantize or merge it.',
  OFFER_PRODUCT: 'Offer a product or service that contains or uses it.',
  HOST_AS_SERVICE: 'Give others access to the model itself, for example through an API.',
  REDISTRIBUTE: 'Give copies of it to others, changed or unchanged.',
  TRAIN_ON_OUTPUTS: 'Train or improve models with its outputs.',
  SELL_OUTPUTS: 'Sell its outputs, or use them commercially.',
  USE_HOSTED_PRODUCT: 'Use a product that is built on it and that somebody else runs.',
});
export type Activity = keyof typeof ActivityEnum.values;

/** From the most permissive to the most restrictive. */
export const UseAnswerEnum = enumeration('UseAnswer', 'Whether a use is allowed.', {
  ALLOWED: 'Allowed, with no duty attached.',
  ALLOWED_WITH_DUTIES: 'Allowed if the listed duties are met.',
  UNKNOWN: 'The known facts do not settle it. See `missing`.',
  ASK_LICENSOR: 'Only with a separate permission: ask the licensor.',
  NOT_ALLOWED: 'The license forbids it, or withholds the right to it.',
});
export type UseAnswer = keyof typeof UseAnswerEnum.values;

export const FieldOfUseEnum = enumeration('FieldOfUse', 'A purpose that some licenses name.', {
  RESEARCH: 'Scientific or academic research.',
  EDUCATION: 'Teaching and learning.',
  EVALUATION: 'Testing and evaluation outside production.',
  PERSONAL: 'Private use by a person.',
  MILITARY: 'Military use.',
  WEAPONS: 'Making or using weapons.',
  SURVEILLANCE: 'Surveillance of people.',
  BIOMETRICS: 'Biometric identification or categorization.',
  MEDICAL_ADVICE: 'Medical advice and the interpretation of medical results.',
  JUSTICE: 'Law enforcement, the administration of justice, immigration and asylum.',
  AUTOMATED_DECISIONS: "Automated decisions that affect people's rights.",
  DISCRIMINATION: 'Discrimination against, or exploitation of, people or groups.',
  DISINFORMATION: 'False information spread to harm others.',
  HARASSMENT: 'Defamation, harassment, abuse.',
  HARM_TO_MINORS: 'Exploiting or harming minors.',
  MALWARE: 'Malicious software.',
  UNDISCLOSED_MACHINE_TEXT: 'Machine-made content that is not disclosed as such.',
  UNLAWFUL: 'Use against applicable law.',
});
export type FieldOfUse = keyof typeof FieldOfUseEnum.values;

export const BusinessKindEnum = enumeration(
  'BusinessKind',
  'A kind of business that some licenses name.',
  {
    MODEL_AS_A_SERVICE: 'Selling access to language models, for inference or fine-tuning.',
    AI_WORK_ASSISTANT: 'Selling work assistants that are built on language models.',
  },
);
export type BusinessKind = keyof typeof BusinessKindEnum.values;

export const TrainedModelEnum = enumeration(
  'TrainedModel',
  'What is trained or improved with outputs. List everything that is.',
  {
    SAME_MODEL_OR_DERIVATIVE: 'The licensed model itself, or a derivative of it.',
    LARGE_LANGUAGE_MODEL: 'Another large language model.',
    FOUNDATION_MODEL: 'Another foundation or general-purpose model that is not a language model.',
    COMPETING_MODEL:
      "A model that competes with the licensor's. List its kind as well; otherwise the kind is unknown.",
    OTHER_MODEL: 'A model of another kind, such as a classifier for one task.',
  },
);
export type TrainedModel = keyof typeof TrainedModelEnum.values;

export const CurrencyEnum = enumeration('Currency', 'A currency by its ISO 4217 code.', {
  USD: 'US dollar.',
  EUR: 'Euro.',
  GBP: 'Pound sterling.',
  CHF: 'Swiss franc.',
  CNY: 'Chinese yuan.',
  JPY: 'Japanese yen.',
  KRW: 'South Korean won.',
  INR: 'Indian rupee.',
  CAD: 'Canadian dollar.',
  AUD: 'Australian dollar.',
  SGD: 'Singapore dollar.',
  HKD: 'Hong Kong dollar.',
  TWD: 'New Taiwan dollar.',
  SEK: 'Swedish krona.',
  NOK: 'Norwegian krone.',
  DKK: 'Danish krone.',
  PLN: 'Polish zloty.',
  CZK: 'Czech koruna.',
  BRL: 'Brazilian real.',
  ILS: 'Israeli new shekel.',
  AED: 'UAE dirham.',
});
export type Currency = keyof typeof CurrencyEnum.values;

export const UseFactEnum = enumeration(
  'UseFact',
  'A fact that would settle an answer: about the use, the model or its licenses.',
  {
    INTERNAL_USE: 'Whether the use stays inside your organization.',
    FIELDS_OF_USE: 'What it is used for.',
    BUSINESS: 'What business you are in.',
    TRAINS: 'What is trained with the outputs, and which kind of model that is.',
    COMPETES_WITH: 'With which organizations you compete.',
    MONTHLY_ACTIVE_USERS: 'Your monthly active users today.',
    USERS_AT_RELEASE:
      "Your monthly active users at the model's release. A peak below the threshold settles it as well.",
    ANNUAL_REVENUE: "Your yearly revenue, in the license's currency.",
    MONTHLY_REVENUE: "Your highest monthly revenue, in the license's currency.",
    BUSINESS_LINE_REVENUE: "The yearly revenue of the line of business, in the license's currency.",
    PRINCIPAL_PLACE_OF_BUSINESS: 'In which country your principal place of business is.',
    MARKETS: 'In which countries it is used.',
    MODALITIES: 'The kinds of input and output of the model.',
    LICENSE_IN_FORCE: 'Which license was in force for the artifact on the day.',
    LICENSE_TEXT: 'The whole text of a license: it has not been read in full.',
    ACTIVITY_COVERED:
      'Whether a license covers an activity. Its clauses were read before the activity was defined here.',
    LINEAGE:
      'A model of the lineage that is not recorded, or a lineage that is too large to follow.',
    DERIVATION_METHOD: 'How a model was made from another.',
  },
);
export type UseFact = keyof typeof UseFactEnum.values;

export const zActivity = zodEnum(ActivityEnum);
export const zFieldOfUse = zodEnum(FieldOfUseEnum);
export const zBusinessKind = zodEnum(BusinessKindEnum);
export const zTrainedModel = zodEnum(TrainedModelEnum);
export const zCurrency = zodEnum(CurrencyEnum);
