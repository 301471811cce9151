import type { MaybePromise } from '../../base/maybe-promise.ts';
import { allThen, andThen } from '../../base/promises.ts';
import { keyed, planSelection } from '../../loaders/plan.ts';
import { type FilterDeclaration, filtersOf } from '../../ontology/filters.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { type Suggestion, suggest } from '../../text/search/suggest.ts';
import type { TextSource } from '../../text/search/text-source.ts';
import { notFound, type Unknown } from '../bad-input.ts';
import type { GraphContext } from '../context.ts';
import type { FilterInput } from './filter-conditions.ts';

/** What the texts of a filter name: entities of a kind, or values of a property. */
interface Named {
  readonly kind: EntityKind;
  readonly property?: string;
}

/** Whether the values of a filter name things in the graph, which may be missing. */
export function isNaming(filter: FilterDeclaration): boolean {
  return filter.by === 'link' || (filter.by === 'value' && filter.of === null);
}

function namedBy(kind: EntityKind, filter: FilterDeclaration): Named | null {
  if (filter.by === 'link') return { kind: filter.kind };
  return filter.by === 'value' && filter.of === null ? { kind, property: filter.property } : null;
}

type Context = Pick<GraphContext, 'loaders'>;

const slugOnly = planSelection(['slug']);
const mostHelped = 10;
const mostWords = 8;
const suggestionsEach = 3;

interface Name {
  readonly argument: string;
  readonly value: string;
  readonly named: Named;
  /** Its current form in the store; null if it was not found. */
  readonly current: MaybePromise<string | null>;
}

/** The current slug of the entity with a slug, a former slug or an SPDX id. */
function currentSlug(kind: EntityKind, key: string, { loaders }: Context) {
  return andThen(loaders.locate({ kind, key }, slugOnly), (entity) =>
    entity === null ? null : String(entity.slug),
  );
}

/** The value, if an entity has it. */
function currentValue(kind: EntityKind, property: string, value: string, { loaders }: Context) {
  const where = { op: 'in', property, values: [value] } as const;
  const counted = loaders.listCount(keyed({ kind, where }));
  return andThen(counted, (count) => (count === 0 ? null : value));
}

function lookUp(argument: string, value: string, named: Named, context: Context): Name {
  const { kind, property } = named;
  const current =
    property === undefined
      ? currentSlug(kind, value, context)
      : currentValue(kind, property, value, context);
  return { argument, value, named, current };
}

/** Names that begin with the text. If there are none, its last words are dropped one by one. */
async function alike(
  source: TextSource,
  text: string,
  kind: EntityKind,
): Promise<readonly Suggestion[]> {
  for (let words = text.split(/[\s-]+/u).slice(0, mostWords); words.length > 0; words.pop()) {
    const options = { kinds: [kind], limit: suggestionsEach };
    const found = await suggest(source, words.join(' '), options);
    if (found.length > 0) return found;
  }
  return [];
}

/** Suggestions for a name that was not found, the most likely first. */
async function meantBy({ value, named }: Name, { loaders }: Context): Promise<readonly string[]> {
  const { kind, property } = named;
  const found = await alike(loaders.texts, value, kind);
  const selection = planSelection([property ?? 'slug']);
  const entities = await Promise.all(
    found.map(({ entity }) => loaders.entity(entity.id, selection)),
  );
  const meant = entities.flatMap((entity) => entity?.[property ?? 'slug'] ?? []);
  return [...new Set(meant.map(String))];
}

async function refuse(names: readonly Name[], context: Context): Promise<never> {
  const unknown = names.map(async (name, index): Promise<Unknown> => {
    const { argument, value } = name;
    const suggestions = index < mostHelped ? await meantBy(name, context) : [];
    return { argument, value, suggestions };
  });
  throw notFound(await Promise.all(unknown));
}

/**
 * The filter with the current slug for every name in it. Returns the same object if nothing
 * changed. Throws a coded error for names that were not found, since they would silently match
 * nothing. Callers make the condition first, which refuses malformed lists.
 */
export function withCurrentNames<Filter extends FilterInput>(
  kind: EntityKind,
  filter: Filter | null | undefined,
  context: Context,
): MaybePromise<Filter | null | undefined> {
  if (filter == null) return filter;
  const names: Name[] = [];
  const lists: { readonly field: string; readonly from: number; readonly to: number }[] = [];
  for (const [field, declared] of Object.entries(filtersOf(kind))) {
    const named = namedBy(kind, declared);
    const values = filter[field] as readonly string[] | null | undefined;
    if (values == null || named === null) continue;
    const from = names.length;
    for (const [index, value] of values.entries()) {
      names.push(lookUp(`filter.${field}.${index}`, value, named, context));
    }
    lists.push({ field, from, to: names.length });
  }
  if (names.length === 0) return filter;
  return andThen(allThen(names.map(({ current }) => current)), (found) => {
    const unknown = names.filter((_name, index) => found[index] === null);
    if (unknown.length > 0) return refuse(unknown, context);
    if (names.every(({ value }, index) => found[index] === value)) return filter;
    const renamed = lists.map(({ field, from, to }) => [field, found.slice(from, to)]);
    return { ...filter, ...Object.fromEntries(renamed) };
  });
}
