/** The questions of the form, as addresses name them. */
export const questionNames = [
  'do',
  'commercial',
  'artifact',
  'on',
  'internal',
  'users',
  'peak',
  'release',
  'revenue',
  'month',
  'line',
  'currency',
  'place',
  'markets',
  'for',
  'trains',
  'business',
] as const;
export type QuestionName = (typeof questionNames)[number];
