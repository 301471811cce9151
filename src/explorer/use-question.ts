import type {
  Activity,
  Artifact,
  BusinessKind,
  Currency,
  FieldOfUse,
  TrainedModel,
  UseInput,
} from './documents/types.ts';
import { none, type QuestionName, questionNames } from './use-names.ts';
import { activities, businesses, currencies, fieldsOfUse, trainedModels } from './use-words.ts';
import { artifactWords } from './words.ts';

/** What was typed, as it was typed. */
export type Typed = Readonly<Record<QuestionName, readonly string[]>>;

export interface UseQuestion {
  readonly typed: Typed;
  /** Whether anything was asked. */
  readonly asked: boolean;
  /** Null: nothing can be asked yet. */
  readonly use: UseInput | null;
  readonly problems: readonly string[];
}

/** Reads the form's answers from the query of an address. */
export function readUseQuestion(query: URLSearchParams): UseQuestion {
  const typed = Object.fromEntries(
    questionNames.map((name) => [name, query.getAll(name).filter((text) => text.trim() !== '')]),
  ) as unknown as Typed;
  const problems: string[] = [];
  const read = new Reader(typed, problems);
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
    principalPlaceOfBusiness: read.countries('place')?.[0] ?? null,
    markets: read.countries('markets'),
    fieldsOfUse: read.someOf<FieldOfUse>('for', fieldsOfUse),
    trains: read.someOf<TrainedModel>('trains', trainedModels),
    business: read.someOf<BusinessKind>('business', businesses),
  };
  const asked = questionNames.some((name) => typed[name].length > 0);
  if (asked && typed.do.length === 0) {
    problems.push('Say what you want to do with it: choose at least one.');
  }
  const use = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null),
  ) as unknown as UseInput;
  return { typed, asked, use: asked && problems.length === 0 ? use : null, problems };
}

/** The query that asks the same again. */
export function queryOf(typed: Typed): string {
  const query = new URLSearchParams();
  for (const name of questionNames) {
    for (const text of typed[name]) query.append(name, text);
  }
  return query.toString();
}

/** Reads what was typed, and notes what cannot be read. */
class Reader {
  readonly #typed: Typed;
  readonly #problems: string[];

  constructor(typed: Typed, problems: string[]) {
    this.#typed = typed;
    this.#problems = problems;
  }

  /** Null: not answered. An empty list: nothing of it. */
  someOf<Value extends string>(
    name: QuestionName,
    words: Readonly<Record<Value, string>>,
  ): readonly Value[] | null {
    const typed = this.#typed[name];
    if (typed.length === 0) return null;
    const chosen = typed.filter((text) => text !== none);
    const unknown = chosen.find((text) => !Object.hasOwn(words, text));
    if (unknown !== undefined) {
      this.#expect(name, unknown, `one of ${Object.keys(words).join(', ')}`);
    } else if (chosen.length > 0 && chosen.length < typed.length) {
      this.#problems.push(`“None of these” goes with nothing else (${name}).`);
    }
    return [...new Set(chosen as Value[])];
  }

  oneOf<Value extends string>(
    name: QuestionName,
    words: Readonly<Record<Value, string>>,
  ): Value | null {
    const text = this.#text(name);
    if (text === null) return null;
    if (Object.hasOwn(words, text)) return text as Value;
    this.#expect(name, text, `one of ${Object.keys(words).join(', ')}`);
    return null;
  }

  yesOrNo(name: QuestionName): boolean | null {
    const answer = this.oneOf(name, { yes: '', no: '' });
    return answer === null ? null : answer === 'yes';
  }

  /** A whole number, with separators, or in thousands, millions or billions. */
  number(name: QuestionName): number | null {
    const text = this.#text(name);
    if (text === null) return null;
    const plain = text
      .trim()
      .toLowerCase()
      .replace(/[\s,_']/g, '');
    const [, digits, , unit] = /^(\d+(\.\d+)?)(k|thousand|m|million|b|billion)?$/.exec(plain) ?? [];
    const factor = { k: 1e3, t: 1e3, m: 1e6, b: 1e9 }[unit?.[0] ?? ''] ?? 1;
    const value = Math.round(Number(digits) * factor);
    if (
      digits !== undefined &&
      (unit !== undefined || !digits.includes('.')) &&
      Number.isSafeInteger(value)
    ) {
      return value;
    }
    this.#expect(name, text, 'a whole number such as 2000000 or 2 million');
    return null;
  }

  day(name: QuestionName): string | null {
    const text = this.#text(name)?.trim() ?? null;
    if (text === null) return null;
    const date = new Date(`${text}T00:00:00Z`);
    const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime());
    if (isDay && date.toISOString().startsWith(text)) return text;
    this.#expect(name, text, 'a day such as 2026-01-31');
    return null;
  }

  /** Codes of countries; which exist is for the graph to say. */
  countries(name: QuestionName): readonly string[] | null {
    const text = this.#typed[name].join(',');
    if (text === '') return null;
    const codes = text
      .split(/[\s,;]+/)
      .flatMap((code) => (code === '' ? [] : [code.toUpperCase()]));
    const wrong = codes.find((code) => !/^[A-Z]{2}$/.test(code));
    if (wrong !== undefined) this.#expect(name, wrong, 'codes of two letters, such as DE or US');
    else if (name === 'place' && codes.length > 1) this.#expect(name, text, 'one country');
    return codes;
  }

  #text(name: QuestionName): string | null {
    const [first, ...others] = this.#typed[name];
    if (others.length > 0) this.#expect(name, this.#typed[name].join(' and '), 'one answer');
    return first ?? null;
  }

  #expect(name: QuestionName, got: string, expected: string): void {
    const shown = got.length > 60 ? `${got.slice(0, 60)}…` : got;
    this.#problems.push(`Expected ${expected} for “${name}”, got “${shown}”.`);
  }
}
