import type {
  Architecture,
  Availability,
  Modality,
  ModelFilter,
  ModelOrder,
} from './documents/types.ts';
import { FormReader } from './form.ts';
import { architectureWords, availabilityWords, modalityWords } from './words.ts';

/** The fields of the chooser, as addresses name them. */
export const chooseNames = [
  'text',
  'developer',
  'family',
  'architecture',
  'weights',
  'code',
  'training',
  'data',
  'class',
  'license',
  'in',
  'out',
  'min',
  'max',
  'context',
  'since',
  'until',
  'sort',
] as const;
export type ChooseName = (typeof chooseNames)[number];

/** How the list can be sorted. */
export const orders = {
  newest: { words: 'newest first', by: { field: 'RELEASED_ON', direction: 'DESC' } },
  name: { words: 'by name', by: { field: 'NAME', direction: 'ASC' } },
  smallest: {
    words: 'fewest parameters first',
    by: { field: 'TOTAL_PARAMETERS', direction: 'ASC' },
  },
  largest: { words: 'most parameters first', by: { field: 'TOTAL_PARAMETERS', direction: 'DESC' } },
  context: { words: 'longest context first', by: { field: 'CONTEXT_TOKENS', direction: 'DESC' } },
} as const satisfies Readonly<Record<string, { readonly words: string; readonly by: ModelOrder }>>;
type OrderName = keyof typeof orders;

export interface ChooseQuestion {
  readonly typed: Readonly<Record<ChooseName, readonly string[]>>;
  readonly filter: ModelFilter | null;
  readonly order: OrderName;
  readonly problems: readonly string[];
}

/** Reads the chooser's form from the query of an address. */
export function readChooseQuestion(query: URLSearchParams): ChooseQuestion {
  const read = new FormReader<ChooseName>(query);
  const typed = Object.fromEntries(
    chooseNames.map((name) => [name, read.typed(name)]),
  ) as unknown as ChooseQuestion['typed'];
  const many = (name: ChooseName) => (typed[name].length === 0 ? null : typed[name]);
  const range = (min: number | null, max: number | null) =>
    min === null && max === null
      ? null
      : { ...(min !== null && { min }), ...(max !== null && { max }) };
  const since = read.day('since');
  const until = read.day('until');
  const given = {
    text: read.text('text'),
    developers: many('developer'),
    families: many('family'),
    architectures: read.someOf<Architecture>('architecture', architectureWords),
    weights: read.someOf<Availability>('weights', availabilityWords),
    inferenceCode: read.someOf<Availability>('code', availabilityWords),
    trainingCode: read.someOf<Availability>('training', availabilityWords),
    trainingData: read.someOf<Availability>('data', availabilityWords),
    licenseClasses: many('class'),
    licenses: many('license'),
    inputModalities: read.someOf<Modality>('in', modalityWords),
    outputModalities: read.someOf<Modality>('out', modalityWords),
    totalParameters: range(read.number('min'), read.number('max')),
    contextTokens: range(read.number('context'), null),
    releasedOn:
      since === null && until === null
        ? null
        : { ...(since !== null && { from: since }), ...(until !== null && { to: until }) },
  };
  const order = read.oneOf<OrderName>('sort', orders) ?? 'newest';
  const filter = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null),
  ) as ModelFilter;
  const { problems } = read;
  return {
    typed,
    filter: problems.length > 0 || Object.keys(filter).length === 0 ? null : filter,
    order,
    problems,
  };
}

/** The query that repeats the question. */
export function chooseQuery(typed: ChooseQuestion['typed']): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of chooseNames) for (const text of typed[name]) query.append(name, text);
  return query;
}
