import type { AskGraph } from '../explorer/ask.ts';
import { orders } from '../explorer/choose-question.ts';
import type { EntityKind, ModelFilter, ModelOrder } from '../explorer/documents/types.ts';
import { architectureWords, availabilityWords, modalityWords } from '../explorer/words.ts';
import { choice, count, day, keysOf, several, text } from './arguments.ts';
import { namedOne } from './find.ts';

/** The conditions on models, as arguments of a tool. */
export const filterShape = {
  text: text('Part of the name').optional(),
  developers: several(text('Organization'), 'Made by one of these').optional(),
  licenses: several(text('License'), 'Under one of these, such as MIT').optional(),
  license_classes: several(
    text('Class'),
    'Under a license of one of these classes, such as permissive, community, non-commercial, research, responsible AI',
  ).optional(),
  min_parameters: count('100000000000 for 100B').optional(),
  max_parameters: count('Whole number').optional(),
  min_context_tokens: count('Whole number').optional(),
  released_since: day('First day').optional(),
  released_until: day('Last day').optional(),
  weights: several(choice(keysOf(availabilityWords)), 'How the weights can be had').optional(),
  training_data: several(choice(keysOf(availabilityWords)), 'How its data can be had').optional(),
  architectures: several(choice(keysOf(architectureWords)), 'One of these').optional(),
  takes_in: several(choice(keysOf(modalityWords)), 'One of these').optional(),
  gives_out: several(choice(keysOf(modalityWords)), 'One of these').optional(),
  sort: choice(keysOf(orders), 'Default newest').optional(),
};

interface FilterArguments {
  readonly text?: string | undefined;
  readonly developers?: readonly string[] | undefined;
  readonly licenses?: readonly string[] | undefined;
  readonly license_classes?: readonly string[] | undefined;
  readonly min_parameters?: number | undefined;
  readonly max_parameters?: number | undefined;
  readonly min_context_tokens?: number | undefined;
  readonly released_since?: string | undefined;
  readonly released_until?: string | undefined;
  readonly weights?: ModelFilter['weights'] | undefined;
  readonly training_data?: ModelFilter['trainingData'] | undefined;
  readonly architectures?: ModelFilter['architectures'] | undefined;
  readonly takes_in?: ModelFilter['inputModalities'] | undefined;
  readonly gives_out?: ModelFilter['outputModalities'] | undefined;
  readonly sort?: keyof typeof orders | undefined;
}

/** The filter for the arguments, and its conditions in words. Names are looked up. */
export async function filterOf(
  ask: AskGraph,
  given: FilterArguments,
): Promise<{ readonly filter: ModelFilter | null; readonly words: readonly string[] }> {
  const words: string[] = [];
  const slugs = async (
    names: readonly string[] | undefined,
    argument: string,
    kind: EntityKind,
    about: string,
    also: (name: string) => readonly string[] = () => [],
  ) => {
    if (names === undefined || names.length === 0) return undefined;
    const all = [];
    for (const name of names)
      all.push(await firstNamed(ask, [name, ...also(name)], argument, kind));
    words.push(`${about} ${all.map((each) => each.name).join(' or ')}`);
    return all.map(({ slug }) => slug);
  };
  const developers = await slugs(given.developers, 'developers', 'ORGANIZATION', 'by');
  const licenses = await slugs(given.licenses, 'licenses', 'LICENSE', 'under');
  const licenseClasses = await slugs(
    given.license_classes,
    'license_classes',
    'TERM',
    'under a license of the class',
    (name) => [`${name} license`],
  );
  const filter = {
    text: given.text,
    developers,
    licenses,
    licenseClasses,
    totalParameters: range(given.min_parameters, given.max_parameters),
    contextTokens: range(given.min_context_tokens, undefined),
    releasedOn: days(given.released_since, given.released_until),
    weights: filled(given.weights),
    trainingData: filled(given.training_data),
    architectures: filled(given.architectures),
    inputModalities: filled(given.takes_in),
    outputModalities: filled(given.gives_out),
  };
  const set = Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  ) as ModelFilter;
  return {
    filter: Object.keys(set).length === 0 ? null : set,
    words: [...words, ...inWords(given)],
  };
}

/** The requested order. */
export function orderOf({ sort }: FilterArguments): {
  readonly by: ModelOrder;
  readonly words: string;
} {
  return orders[sort ?? 'newest'];
}

/**
 * The entity that one of the spellings names; the first that is found counts. The error is that of
 * the first spelling.
 */
async function firstNamed(
  ask: AskGraph,
  names: readonly string[],
  argument: string,
  kind: EntityKind,
) {
  let problem: unknown;
  for (const name of names) {
    try {
      return await namedOne(ask, name, argument, [kind]);
    } catch (error) {
      problem ??= error;
    }
  }
  throw problem;
}

function inWords(given: FilterArguments): readonly string[] {
  const number = (value: number) => value.toLocaleString('en-US');
  return [
    ...(given.text === undefined ? [] : [`with “${given.text}” in the name`]),
    ...(given.min_parameters === undefined
      ? []
      : [`of ${number(given.min_parameters)} parameters or more`]),
    ...(given.max_parameters === undefined
      ? []
      : [`of ${number(given.max_parameters)} parameters or fewer`]),
    ...(given.min_context_tokens === undefined
      ? []
      : [`with a context of ${number(given.min_context_tokens)} tokens or more`]),
    ...(given.released_since === undefined ? [] : [`released since ${given.released_since}`]),
    ...(given.released_until === undefined ? [] : [`released until ${given.released_until}`]),
    ...oneOf('weights', given.weights, availabilityWords),
    ...oneOf('training data', given.training_data, availabilityWords),
    ...oneOf('architecture', given.architectures, architectureWords),
    ...oneOf('input', given.takes_in, modalityWords),
    ...oneOf('output', given.gives_out, modalityWords),
  ];
}

function oneOf<Value extends string>(
  what: string,
  values: readonly Value[] | null | undefined,
  words: Readonly<Record<Value, string>>,
): readonly string[] {
  if (values == null || values.length === 0) return [];
  return [`${what}: ${values.map((value) => words[value]).join(' or ')}`];
}

function filled<Item>(items: readonly Item[] | null | undefined): readonly Item[] | undefined {
  return items == null || items.length === 0 ? undefined : items;
}

function range(min: number | undefined, max: number | undefined) {
  if (min === undefined && max === undefined) return undefined;
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function days(from: string | undefined, to: string | undefined) {
  if (from === undefined && to === undefined) return undefined;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
