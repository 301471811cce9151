import { kindInFolder } from '../explorer/addresses.ts';
import type { AskGraph } from '../explorer/ask.ts';
import type { EntityKind } from '../explorer/documents/types.ts';
import { type EntityName, readEntityName } from '../explorer/entity-names.ts';
import { kindWords } from '../explorer/words.ts';
import { entityKinds } from '../ontology/kinds.ts';
import { repositoryIn } from '../ontology/outside-identifiers.ts';
import { found } from './documents.ts';
import { quoted, ToolProblem } from './problem.ts';

export interface Entity {
  readonly kind: EntityKind;
  readonly name: string;
  readonly slug: string;
  readonly uri: string;
  readonly summary: string | null;
}

/** The meaning of a name. */
export interface Named {
  /** Several if the name is shared, or if it is the beginning of the names of several models. */
  readonly entities: readonly [Entity, ...Entity[]];
}

/** Longer texts are cut. No name is longer. */
const longest = 300;

/**
 * Finds the entities that a name, slug or address means. Throws a ToolProblem with suggestions if
 * there are none.
 */
export async function named(
  ask: AskGraph,
  text: string,
  argument: string,
  kinds: readonly EntityKind[] | null,
): Promise<Named> {
  const written = text.trim().slice(0, longest);
  const name = repositoryIn(written) ?? written;
  const exact = await bySlug(ask, name, kinds);
  if (isFilled(exact)) return { entities: exact };
  const { hits, guesses } = await byName(ask, name, kinds);
  if (isFilled(hits)) return { entities: hits };
  const models = distinct(
    guesses.filter((guess) => guess.kind === 'MODEL' && continues(guess, name)),
  );
  if (isFilled(models)) return { entities: models };
  if (kinds === null || kinds.includes('LICENSE')) {
    const data = await found(ask, 'license-named', { text: name });
    const license = data?.resolveLicense?.license ?? null;
    if (license !== null) return { entities: [license] };
    guesses.push(...(data?.resolveLicense?.candidates ?? []).flatMap((each) => each.license ?? []));
  }
  throw new ToolProblem(unknownName(text, argument, kinds, distinct(guesses)));
}

/** As `named`, but throws a ToolProblem if several entities have the name. */
export async function namedOne(
  ask: AskGraph,
  text: string,
  argument: string,
  kinds: readonly EntityKind[] | null,
): Promise<Entity> {
  const { entities } = await named(ask, text, argument, kinds);
  const [entity, ...others] = entities;
  if (others.length === 0) return entity;
  throw new ToolProblem(
    `${quoted(text)} (“${argument}”) names several entities. Expected one of: ${entities.map(shownName).join(', ')}.`,
  );
}

/**
 * The name of an entity, with its kind and slug, so that it is unique. Tools accept it as an
 * argument.
 */
export function shownName({ name, kind, slug }: Pick<Entity, 'kind' | 'name' | 'slug'>): string {
  return `${name} (${kind.toLowerCase()}:${slug})`;
}

function unknownName(
  text: string,
  argument: string,
  kinds: readonly EntityKind[] | null,
  guesses: readonly Entity[],
): string {
  const what = kinds === null ? 'nothing' : `no ${kinds.map(wordOf).join(' or ')}`;
  const perhaps =
    guesses.length === 0
      ? 'The tool “search” finds what there is.'
      : `Perhaps: ${guesses.slice(0, 6).map(shownName).join(', ')}.`;
  return `${quoted(text)} (“${argument}”) names ${what} in this graph. ${perhaps}`;
}

function wordOf(kind: EntityKind): string {
  return kindWords[kind].toLowerCase();
}

async function bySlug(
  ask: AskGraph,
  text: string,
  kinds: readonly EntityKind[] | null,
): Promise<readonly Entity[]> {
  const name = nameInAddress(text) ?? readEntityName(text);
  const slug = (name?.slug ?? text).toLowerCase().replace(/\s+/g, '-');
  const data = await found(ask, 'by-slug', { slug });
  if (data === null) return [];
  const all: readonly (Entity | null)[] = [
    data.term,
    data.model,
    data.license,
    data.organization,
    data.tool,
  ];
  return all.filter(
    (entity) =>
      entity !== null &&
      (name === null || entity.kind === name.kind) &&
      (kinds === null || kinds.includes(entity.kind)),
  ) as readonly Entity[];
}

/** The entity in one of our addresses; null for any other text. */
function nameInAddress(text: string): EntityName | null {
  const [, folder = '', slug = ''] =
    /^https?:\/\/\S+\/([a-z]+)\/([^/?#\s]+)$/i.exec(text.trim()) ?? [];
  const kind = kindInFolder(folder);
  if (kind === null) return null;
  try {
    return { kind, slug: decodeURIComponent(slug) };
  } catch {
    return null;
  }
}

async function byName(ask: AskGraph, text: string, kinds: readonly EntityKind[] | null) {
  const variables = { text, prefix: text, kinds: kinds ?? entityKinds };
  const data = await found(ask, 'by-name', variables);
  const edges = data?.search?.edges ?? [];
  const hits = edges.filter(({ matchedOn }) => matchedOn === 'EXACT').map(({ node }) => node);
  const guesses: Entity[] = [
    ...edges.map(({ node }) => node),
    ...(data?.suggest ?? []).flatMap(({ entity }) => entity ?? []),
  ];
  return { hits: distinct(hits), guesses };
}

/** Whether the name of an entity begins with the given words: "Llama 4 Scout" for "Llama 4". */
function continues({ name }: Entity, text: string): boolean {
  const [whole, part] = [name.toLowerCase(), text.toLowerCase()];
  return whole.startsWith(part) && !/^[a-z0-9.]/.test(whole.slice(part.length));
}

function distinct(entities: readonly Entity[]): readonly Entity[] {
  return [...new Map(entities.map((each) => [`${each.kind}/${each.slug}`, each])).values()];
}

function isFilled<Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] {
  return items.length > 0;
}
