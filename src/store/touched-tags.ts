import { filtersOf } from '../ontology/filters.ts';
import { kindOfId } from '../ontology/ids.ts';
import { sortPropertiesOf } from '../ontology/kinds.ts';
import type { ClaimRecord, RelationRecord } from '../ontology/records.ts';
import { type RelationType, relationOf } from '../ontology/relations.ts';
import type { EntityKind } from '../ontology/vocabulary.ts';
import { bandOf, cacheTags, stampProperties, type Tags } from './cache-tags.ts';
import type { GraphChange } from './graph-store.ts';
import type { Side } from './sides.ts';
import { searchProperties } from './text-row.ts';

/** A larger change is not analyzed. It counts as a change of everything. */
const mostThings = 500;
/** A change with more tags counts as a change of everything. */
const mostTags = 2000;
/**
 * If an entity with more relations moves, it gets one tag for its kind and not one for each
 * neighbor.
 */
export const mostNeighbors = 200;

/** The ids of the things that a change writes or removes. They are looked up before the change. */
interface Touching {
  readonly entities: readonly string[];
  readonly relations: readonly string[];
  readonly claims: readonly string[];
  readonly disagreements: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

/** An entity before the change: its record, and its locators as "KIND/key". */
interface EntityBefore {
  readonly record: Values;
  readonly locators: readonly string[];
}
export type RelationBefore = Pick<RelationRecord, 'id' | 'type' | 'fromId' | 'toId'>;
/** The owners of a claim before the change. An owner is null if the store did not have it. */
export type ClaimBefore = {
  readonly [Owner in 'subjectId' | 'relationId' | 'sourceId']: string | null;
};
interface DisagreementBefore {
  readonly subjectId: string;
  readonly kind: EntityKind;
}

/** The affected things before the change, by id. */
export interface Before {
  readonly entities: ReadonlyMap<string, EntityBefore>;
  readonly relations: ReadonlyMap<string, RelationBefore>;
  readonly claims: ReadonlyMap<string, ClaimBefore>;
  readonly disagreements: ReadonlyMap<string, DisagreementBefore>;
}

/** The relations of entities, at either end. Null for an entity with more than `mostNeighbors`. */
export type Around = ReadonlyMap<string, readonly RelationBefore[] | null>;

/**
 * The things to look up before a change. Null if the change is too large, or if it removes a
 * source.
 */
export function touchingOf(change: GraphChange): Touching | null {
  const { entities, relations, claims, sources, disagreements, remove, touch } = change;
  // Remaining claims may cite the source, and cannot be found by it.
  if (remove.sources.length > 0) return null;
  const ids = {
    entities: idsOf(entities, remove.entities),
    relations: idsOf(relations, remove.relations),
    claims: idsOf(claims, remove.claims),
    disagreements: idsOf(disagreements, remove.disagreements),
  };
  const things = Object.values(ids).reduce((sum, { length }) => sum + length, 0);
  return things + sources.length + touch.length > mostThings ? null : ids;
}

function idsOf(
  upserts: readonly { readonly record: { readonly id: string } }[],
  removed: readonly string[],
): readonly string[] {
  return [...new Set([...upserts.map(({ record }) => record.id), ...removed])];
}

/** The entities that the change removes, or whose place among the neighbors of others changes. */
export function movingIn(change: GraphChange, { entities }: Before): readonly string[] {
  const removed = change.remove.entities.filter((id) => entities.has(id));
  const moved = [...writtenEntities(change)].flatMap(([id, { record }]) => {
    const before = entities.get(id)?.record;
    const isMoved = before !== undefined && differs(record.kind, orderProperties, before, record);
    return isMoved ? [id] : [];
  });
  return [...new Set([...removed, ...moved])];
}

/** The tags of everything that the change affects. Null if there are too many. */
export function touchedTags(change: GraphChange, before: Before, around: Around): Tags | null {
  const touched = new Touched(around);
  const { remove } = change;
  const written = writtenEntities(change);
  const removed = new Set(remove.entities);
  for (const id of removed) touched.removed(id, before.entities.get(id));
  for (const [id, { record, locators }] of written) {
    const old = removed.has(id) ? undefined : before.entities.get(id);
    const keys = locators.map(({ kind, key }) => `${kind}/${key}`);
    if (old === undefined) touched.added(id, record, keys);
    else touched.rewritten(id, old, record, keys);
  }
  for (const id of remove.relations) touched.relation(before.relations.get(id));
  for (const { record } of change.relations) {
    touched.relation(before.relations.get(record.id));
    touched.relation(record);
  }
  for (const id of remove.claims) touched.claim(id, before.claims.get(id));
  for (const { record } of change.claims) {
    touched.claim(record.id, before.claims.get(record.id));
    touched.claim(record.id, record);
  }
  for (const { record } of change.sources) touched.add(record.id);
  for (const id of remove.disagreements) touched.disagreement(before.disagreements.get(id));
  for (const { record } of change.disagreements) {
    touched.disagreement(before.disagreements.get(record.id));
    touched.disagreement(record);
  }
  for (const id of change.touch) touched.add(cacheTags.stamps(id));
  return touched.tags();
}

/** If an id occurs twice, the last record counts. */
function writtenEntities({
  entities,
}: GraphChange): ReadonlyMap<string, GraphChange['entities'][number]> {
  return new Map(entities.map((upsert) => [upsert.record.id, upsert]));
}

/** Collects the tags of a change. */
class Touched {
  readonly #around: Around;
  readonly #tags = new Set<string>();
  #everything = false;

  constructor(around: Around) {
    this.#around = around;
  }

  tags(): Tags | null {
    return this.#everything || this.#tags.size > mostTags ? null : [...this.#tags];
  }

  add(...tags: readonly string[]): void {
    for (const tag of tags) this.#tags.add(tag);
  }

  /** Adds the tags of a new entity. */
  added(
    id: string,
    { kind, slug }: { readonly kind: EntityKind; readonly slug: string },
    keys: Tags,
  ) {
    this.#cameOrWent(id, kind, [...keys, `${kind}/${slug}`]);
  }

  removed(id: string, before: EntityBefore | undefined): void {
    const kind = kindOfId(id);
    if (before === undefined || kind === null) return;
    this.#cameOrWent(id, kind, [...before.locators, `${kind}/${before.record.slug}`]);
    const relations = this.#around.get(id) ?? null;
    // Its relations are removed with it.
    if (relations === null) this.#everything = true;
    else for (const each of relations) this.relation(each);
  }

  rewritten(
    id: string,
    before: EntityBefore,
    now: GraphChange['entities'][number]['record'],
    keys: Tags,
  ): void {
    const { kind, slug } = now;
    const old = before.record;
    const changed = (names: readonly string[]) => differs(kind, () => names, old, now);
    this.add(cacheTags.stamps(id));
    const renamed = changed(['slug']);
    if (renamed) this.add(cacheTags.degrees);
    if (old.degree !== now.degree) this.#degree(id, Number(old.degree), now.degree);
    if (changed(searchProperties)) this.add(cacheTags.texts);
    const left = before.locators.filter((key) => !keys.includes(key));
    const come = keys.filter((key) => !before.locators.includes(key));
    const slugs = renamed ? [`${kind}/${slug}`, `${kind}/${old.slug}`] : [];
    for (const key of [...left, ...come, ...slugs]) this.add(locatorTag(key));
    if (!differs(kind, ownProperties, old, now)) return;
    this.add(id, cacheTags.contents(kind));
    if (differs(kind, valueProperties, old, now)) this.add(cacheTags.values(kind));
    const moved = differs(kind, orderProperties, old, now);
    if (moved || renamed) this.add(cacheTags.places(kind));
    if (moved) this.#moved(id, kind);
  }

  relation(relation: RelationBefore | undefined): void {
    if (relation === undefined) return;
    const { id, type, fromId, toId } = relation;
    this.add(id, cacheTags.claims(id), cacheTags.type(type));
    this.#slot(type, 'OUT', fromId);
    this.#slot(type, 'IN', toId);
  }

  claim(id: string, owners: ClaimBefore | ClaimRecord | undefined): void {
    this.add(id);
    if (owners === undefined) return;
    for (const owner of [owners.subjectId, owners.relationId, owners.sourceId]) {
      if (owner !== null) this.add(cacheTags.claims(owner));
    }
  }

  disagreement(about: DisagreementBefore | undefined): void {
    if (about === undefined) return;
    this.add(cacheTags.disagreements(about.subjectId), cacheTags.disagreementsOf(about.kind));
  }

  #cameOrWent(id: string, kind: EntityKind, keys: Tags): void {
    this.add(id, cacheTags.stamps(id), cacheTags.degree(id), cacheTags.band(id));
    this.add(cacheTags.claims(id), cacheTags.relations(id));
    this.add(cacheTags.places(kind), cacheTags.contents(kind));
    this.add(cacheTags.texts, ...keys.map(locatorTag));
  }

  #degree(id: string, before: number, now: number): void {
    this.add(cacheTags.degree(id), cacheTags.degrees);
    if (bandOf(before) !== bandOf(now)) this.add(cacheTags.band(id));
    if (now < before) this.add(cacheTags.fallen);
  }

  /** The neighbors have the entity at another place in their order. */
  #moved(id: string, kind: EntityKind): void {
    const relations = this.#around.get(id) ?? null;
    if (relations === null) this.add(cacheTags.moves(kind));
    for (const { type, fromId, toId } of relations ?? []) {
      if (fromId === id) this.#slot(type, 'IN', toId);
      if (toId === id) this.#slot(type, 'OUT', fromId);
    }
  }

  #slot(type: RelationType, side: Side, owner: string): void {
    const own = relationOf(type).symmetric ? 'SYMMETRIC' : side;
    this.add(cacheTags.slot(type, own, owner), cacheTags.relations(owner));
  }
}

function locatorTag(kindAndKey: string): string {
  return `locator/${kindAndKey}`;
}

/** Whether one of the properties has another value. */
function differs(
  kind: EntityKind,
  propertiesOf: (kind: EntityKind, record: Values) => readonly string[],
  before: Values,
  now: object,
): boolean {
  const after = now as Values;
  return propertiesOf(kind, after).some(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
}

function ownProperties(_kind: EntityKind, record: Values): readonly string[] {
  return Object.keys(record).filter((name) => !isStamp(name));
}

function isStamp(name: string): boolean {
  return (stampProperties as readonly string[]).includes(name);
}

function orderProperties(kind: EntityKind): readonly string[] {
  return sortPropertiesOf(kind).map(({ property }) => property);
}

/** The properties of a kind that filters and facets use. */
export function valueProperties(kind: EntityKind): readonly string[] {
  return Object.values(filtersOf(kind)).flatMap((filter) =>
    filter.by === 'link' ? [] : [filter.property],
  );
}
