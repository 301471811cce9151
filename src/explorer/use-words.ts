import type {
  Artifact,
  Availability,
  BusinessKind,
  Currency,
  FieldOfUse,
  TrainedModel,
  UseFact,
} from './documents/types.ts';
import type { QuestionName } from './use-names.ts';
import { activityWords, artifactWords } from './words.ts';

type Words<Value extends string> = Readonly<Record<Value, string>>;

export const activities = activityWords;

export const fieldsOfUse: Words<FieldOfUse> = {
  PERSONAL: 'private use by a person',
  RESEARCH: 'research',
  EDUCATION: 'teaching and learning',
  EVALUATION: 'tests outside production',
  MEDICAL_ADVICE: 'medical advice',
  JUSTICE: 'law enforcement, courts, migration',
  AUTOMATED_DECISIONS: "automated decisions on people's rights",
  BIOMETRICS: 'biometric identification',
  SURVEILLANCE: 'surveillance of people',
  MILITARY: 'military use',
  WEAPONS: 'weapons',
  UNDISCLOSED_MACHINE_TEXT: 'machine-made content not marked as such',
  DISINFORMATION: 'false information meant to harm',
  DISCRIMINATION: 'discrimination or exploitation',
  HARASSMENT: 'harassment or defamation',
  HARM_TO_MINORS: 'harm to minors',
  MALWARE: 'malicious software',
  UNLAWFUL: 'something against the law',
};

export const trainedModels: Words<TrainedModel> = {
  SAME_MODEL_OR_DERIVATIVE: 'the same model, or one made from it',
  COMPETING_MODEL: 'a model that competes with it',
  FOUNDATION_MODEL: 'another foundation model',
  LARGE_LANGUAGE_MODEL: 'another large language model',
  OTHER_MODEL: 'some other model',
};

export const businesses: Words<BusinessKind> = {
  MODEL_AS_A_SERVICE: 'selling access to language models',
  AI_WORK_ASSISTANT: 'selling assistants for work built on language models',
};

export const currencies: Words<Currency> = {
  USD: 'US dollars',
  EUR: 'euros',
  AED: 'UAE dirhams',
  AUD: 'Australian dollars',
  BRL: 'Brazilian reals',
  CAD: 'Canadian dollars',
  CHF: 'Swiss francs',
  CNY: 'yuan',
  CZK: 'Czech crowns',
  DKK: 'Danish crowns',
  GBP: 'pounds sterling',
  HKD: 'Hong Kong dollars',
  ILS: 'shekels',
  INR: 'Indian rupees',
  JPY: 'yen',
  KRW: 'won',
  NOK: 'Norwegian crowns',
  PLN: 'zlotys',
  SEK: 'Swedish crowns',
  SGD: 'Singapore dollars',
  TWD: 'Taiwan dollars',
};

/**
 * Each missing fact as a question, with its field in the form; null where a user cannot answer it.
 */
export const missingQuestions: Readonly<
  Record<UseFact, { readonly question: string; readonly name: QuestionName | null }>
> = {
  FIELDS_OF_USE: { question: 'What is it used for?', name: 'for' },
  PRINCIPAL_PLACE_OF_BUSINESS: { question: 'In which country are you based?', name: 'place' },
  MARKETS: { question: 'In which countries is it used?', name: 'markets' },
  MONTHLY_ACTIVE_USERS: { question: 'How many users do you have in a month?', name: 'users' },
  USERS_AT_RELEASE: {
    question: 'How many users did you have in the best month ever, or when the model was released?',
    name: 'peak',
  },
  ANNUAL_REVENUE: { question: 'What is your yearly revenue?', name: 'revenue' },
  MONTHLY_REVENUE: { question: 'What was your revenue in the best month?', name: 'month' },
  BUSINESS_LINE_REVENUE: {
    question: 'What is the yearly revenue of the line of business that uses it?',
    name: 'line',
  },
  BUSINESS: { question: 'What is your business?', name: 'business' },
  INTERNAL_USE: { question: 'Does the use stay inside your organization?', name: 'internal' },
  TRAINS: { question: 'Which models are trained with its outputs?', name: 'trains' },
  COMPETES_WITH: { question: 'Do you compete with the licensor? Ask in GraphQL.', name: null },
  ACTIVITY_COVERED: {
    question: 'The license has not been read for this activity yet.',
    name: null,
  },
  DERIVATION_METHOD: {
    question: 'How the model was made from another is not recorded.',
    name: null,
  },
  LICENSE_IN_FORCE: { question: 'Which license held on the day is not recorded.', name: null },
  LICENSE_TEXT: { question: 'A license has not been read in full.', name: null },
  LINEAGE: { question: 'A model that it was made from is not recorded.', name: null },
  MODALITIES: {
    question: 'The kinds of input and output of the model are not recorded.',
    name: null,
  },
};

interface Released {
  readonly name: string;
  readonly availability:
    | readonly { readonly artifact: Artifact; readonly availability: Availability }[]
    | null;
}

/** What is said besides the verdict on an artifact that was not released; null for all others. */
export function notReleased(
  { name, availability }: Released,
  artifact: Artifact | null = null,
): string | null {
  const asked = artifact ?? 'WEIGHTS';
  const isClosed = availability?.some(
    (each) => each.artifact === asked && each.availability === 'CLOSED',
  );
  return isClosed
    ? `${name}: ${artifactWords[asked].toLowerCase()} not released. What the terms of its developer's service allow is not recorded here.`
    : null;
}
