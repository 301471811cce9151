/** The questions of the form, by the names they have in an address. */
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
