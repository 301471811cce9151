import { kindInFolder } from '../explorer/addresses.ts';
import type { AskGraph } from '../explorer/ask.ts';
import type { EntityKind } from '../explorer/documents/types.ts';
import { type EntityName, readEntityName } from '../explorer/entity-names.ts';
import { kindWords } from '../explorer/words.ts';
import { entityKinds } from '../ontology/kinds.ts';
import { found } from './documents.ts';
import { quoted, ToolProblem } from './problem.ts';

export interface Entity {
  readonly kind: EntityKind;
  readonly name: string;
  readonly slug: string;
  readonly uri: string;
  readonly summary: string | null;
}

/** What a name stands for. */
export interface Named {
  /** What it names: several where it is the name of several things, or the beginning of models' names. */
  readonly entities: readonly [Entity, ...Entity[]];
}

/** A name beyond this is none. */
const longest = 300;

/** Finds what a name, slug or address stands for, or says what was perhaps meant. */
export async function named(
  ask: AskGraph,
  text: string,
  argument: string,
  kinds: readonly EntityKind[] | null,
): Promise<Named> {
  const name = text.trim().slice(0, longest);
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

/** The same where only one will do. */
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
    `${quoted(text)} (“${argument}”) names several. Expected one of: ${entities.map(shownName).join(', ')}.`,
  );
}

/** An entity as a tool takes it: its name, and what tells it from others of that name. */
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

/** The entity that an address of ours names. */
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

/** Whether a name begins with the words that were asked for: "Llama 4 Scout" for "Llama 4". */
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
