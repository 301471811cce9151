import type {
  Activity,
  Artifact,
  BusinessKind,
  Currency,
  FieldOfUse,
  TrainedModel,
  UseInput,
} from './documents/types.ts';
import { FormReader } from './form.ts';
import { type QuestionName, questionNames } from './use-names.ts';
import { activities, businesses, currencies, fieldsOfUse, trainedModels } from './use-words.ts';
import { artifactWords } from './words.ts';

/** The typed texts, unchanged. */
export type Typed = Readonly<Record<QuestionName, readonly string[]>>;

export interface UseQuestion {
  readonly typed: Typed;
  /** Whether there was a question. */
  readonly asked: boolean;
  /** Null where the question is not complete. */
  readonly use: UseInput | null;
  readonly problems: readonly string[];
}

/** Reads the form's answers from the query of an address. */
export function readUseQuestion(query: URLSearchParams, mustAsk = false): UseQuestion {
  const read = new FormReader<QuestionName>(query);
  const typed = Object.fromEntries(
    questionNames.map((name) => [name, read.typed(name)]),
  ) as unknown as Typed;
  const { problems } = read;
  const currency = read.oneOf<Currency>('currency', currencies) ?? 'USD';
  const money = (name: QuestionName) => {
    const amount = read.number(name);
    return amount === null ? null : { amount, currency };
  };
  const given = {
    activities: read.someOf<Activity>('do', activities) ?? [],
    commercial: read.yesOrNo('commercial'),
    artifact: read.oneOf<Artifact>('artifact', artifactWords),
    obtainedOn: read.day('on'),
    internalUse: read.yesOrNo('internal'),
    monthlyActiveUsers: read.number('users'),
    peakMonthlyActiveUsers: read.number('peak'),
    usersAtRelease: read.number('release'),
    annualRevenue: money('revenue'),
    peakMonthlyRevenue: money('month'),
    businessLineRevenue: money('line'),
    principalPlaceOfBusiness: countries(read, 'place')?.[0] ?? null,
    markets: countries(read, 'markets'),
    fieldsOfUse: read.someOf<FieldOfUse>('for', fieldsOfUse),
    trains: read.someOf<TrainedModel>('trains', trainedModels),
    business: read.someOf<BusinessKind>('business', businesses),
  };
  const asked = questionNames.some((name) => typed[name].length > 0);
  if ((asked || mustAsk) && typed.do.length === 0) {
    problems.push('Say what you want to do with it: choose at least one.');
  }
  const use = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null),
  ) as unknown as UseInput;
  return { typed, asked, use: asked && problems.length === 0 ? use : null, problems };
}

/** The question of the form for each part of a use. */
export const useFields: Readonly<Record<string, string>> = {
  activities: 'do',
  obtainedOn: 'on',
  internalUse: 'internal',
  monthlyActiveUsers: 'users',
  peakMonthlyActiveUsers: 'peak',
  usersAtRelease: 'release',
  annualRevenue: 'revenue',
  peakMonthlyRevenue: 'month',
  businessLineRevenue: 'line',
  principalPlaceOfBusiness: 'place',
  markets: 'markets',
  fieldsOfUse: 'for',
  trains: 'trains',
  business: 'business',
  after: 'after',
};

/** The query that repeats the question. */
export function queryOf(typed: Typed): string {
  const query = new URLSearchParams();
  for (const name of questionNames) {
    for (const text of typed[name]) query.append(name, text);
  }
  return query.toString();
}

/** Country codes. The graph checks which ones exist. */
function countries(read: FormReader<QuestionName>, name: QuestionName): readonly string[] | null {
  const text = read.typed(name).join(',');
  if (text === '') return null;
  const codes = text.split(/[\s,;]+/).flatMap((code) => (code === '' ? [] : [code.toUpperCase()]));
  const wrong = codes.find((code) => !/^[A-Z]{2}$/.test(code));
  if (wrong !== undefined) read.expect(name, wrong, 'codes of two letters, such as DE or US');
  else if (name === 'place' && codes.length > 1) read.expect(name, text, 'one country');
  return codes;
}
