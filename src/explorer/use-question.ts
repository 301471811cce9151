import { countryNamed } from '../ontology/countries.ts';
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

/** The texts as typed. If nothing is wrong with any, countries are written as their codes. */
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
  const place = countries(read, 'place');
  const markets = countries(read, 'markets');
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
    principalPlaceOfBusiness: place?.[0] ?? null,
    markets,
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
  if (problems.length > 0) return { typed, asked, use: null, problems };
  const coded = {
    ...typed,
    ...(place !== null && { place }),
    ...(markets !== null && { markets: [markets.join(', ')] }),
  };
  return { typed: coded, asked, use: asked ? use : null, problems };
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

const twoLetters = /^[a-z]{2}$/i;

/** The codes of countries, given as codes or by names. The graph checks which codes exist. */
function countries(read: FormReader<QuestionName>, name: QuestionName): readonly string[] | null {
  const text = read.typed(name).join(',');
  const given = text.split(/[,;]/).flatMap((part) => {
    const words = part.split(/\s+/).filter((word) => word !== '');
    // Spaces separate codes, but belong to names.
    return words.every((word) => twoLetters.test(word)) ? words : [words.join(' ')];
  });
  if (given.length === 0) return null;
  const codes = given.map(
    (each) => countryNamed(each) ?? (twoLetters.test(each) ? each.toUpperCase() : null),
  );
  const known = codes.filter((code) => code !== null);
  const wrong = given[codes.indexOf(null)];
  if (wrong !== undefined) read.expect(name, wrong, 'a country, such as DE or Germany,');
  else if (name === 'place' && known.length > 1) read.expect(name, text, 'one country');
  return known;
}
