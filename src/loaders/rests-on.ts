import { madeOnce } from '../base/made-once.ts';
import { kindOfId } from '../ontology/ids.ts';
import { judgedRelations } from '../ontology/judged-facts.ts';
import { entityKinds, sortPropertiesOf } from '../ontology/kinds.ts';
import { type Hop, type RelationType, relationOf } from '../ontology/relations.ts';
import type { EntityKind } from '../ontology/vocabulary.ts';
import { bandOf, cacheTags, slotPrefix, stampProperties, type Tags } from '../store/cache-tags.ts';
import type { Condition } from '../store/list-condition.ts';
import type {
  DisagreementSpec,
  EdgePage,
  EdgeSpec,
  EntityPage,
  EntityPart,
  FacetRow,
  FacetSpec,
  LinkRow,
  ListSpec,
  Locator,
  NearbyRow,
  SurroundingsSpec,
  WalkSpec,
} from '../store/reads.ts';
import { type Side, sidesOf } from '../store/sides.ts';
import { valueProperties } from '../store/touched-tags.ts';

// What was read rests on what would make the same read give something else. What a page has of its
// neighbors counts; what was fetched along with them is kept, and rests on its own.

/** More slots than this are looked after together. */
const mostSlots = 4;
/** More entities than this are looked after by the types of their relations. */
const mostEntities = 200;

export function ofEntity(id: string, part: EntityPart | null): Tags {
  return part !== null && hasStamps(part) ? [id, cacheTags.stamps(id)] : [id];
}

export function ofLocated(locator: Locator, part: EntityPart | null): Tags {
  const tag = cacheTags.locator(locator);
  return part === null ? [tag] : [tag, ...ofEntity(part.id, part)];
}

export function ofEdges(ownerId: string, spec: EdgeSpec, { rows }: EdgePage): Tags | null {
  const tags = slotTags(ownerId, spec);
  if (tags === null) return null;
  addParts(
    tags,
    rows.map(({ neighbor }) => neighbor.entity),
  );
  return tags;
}

export function ofEdgeCount(ownerId: string, spec: EdgeSpec): Tags | null {
  return slotTags(ownerId, spec);
}

export function ofList(spec: ListSpec, { rows }: EntityPage): Tags | null {
  const tags = listTags(spec);
  if (tags === null) return null;
  addParts(
    tags,
    rows.map(({ node }) => node.entity),
  );
  return tags;
}

export function ofListCount(spec: ListSpec): Tags | null {
  return listTags(spec);
}

export function ofFacet(spec: FacetSpec, rows: readonly FacetRow[]): Tags | null {
  const { kind, by } = spec;
  const tags = listTags(spec);
  const counted = by.op === 'property' ? propertyTags([kind], by.property) : hopTags(by.hops, kind);
  if (tags === null || counted === null) return null;
  tags.push(...counted);
  addParts(
    tags,
    rows.flatMap(({ entity }) => entity?.entity ?? []),
  );
  return tags;
}

/** Of a relation, a claim or a source. */
export function ofThing(id: string): Tags {
  return [id];
}

export function ofClaims(ownerId: string): Tags {
  return [cacheTags.claims(ownerId)];
}

export function ofDisagreements({ kinds, subjectId }: DisagreementSpec): Tags {
  return subjectId === null
    ? kinds.map(cacheTags.disagreementsOf)
    : [cacheTags.disagreements(subjectId)];
}

export function ofLinks(
  ownerId: string,
  { types, direction }: WalkSpec,
  found: {
    readonly links: readonly Pick<LinkRow, 'neighborId'>[];
    readonly complete: boolean;
  } | null,
): Tags {
  if (found === null) return [ownerId];
  const sides = sidesOfTypes(types, direction);
  const slots =
    sides.length > mostSlots
      ? [cacheTags.relations(ownerId)]
      : sides.map(([type, side]) => cacheTags.slot(type, side, ownerId));
  // Their slugs are values of the neighbors. Where the limit cut links off, neighbors that nobody
  // sees decide who is seen.
  const ends = found.complete
    ? found.links.map(({ neighborId }) => neighborId)
    : [cacheTags.degrees];
  return [ownerId, ...slots, ...ends];
}

const walks = new WeakMap<readonly RelationType[], Tags>();

/** What a walk along relations of the types found, wherever it looked. */
export function ofWalk(types: readonly RelationType[]): Tags {
  return madeOnce(walks, types, () => [...types.map(cacheTags.type), cacheTags.degrees]);
}

/**
 * What lies around an entity depends on the relations of those that were looked at, and on whose
 * numbers of relations are less than others': one that grows within its band, and is alone there,
 * stays where it is. Of those that a limit left out, one may come in only where its number falls.
 */
export function ofSurroundings(
  ofId: string,
  { types, depth, limit }: SurroundingsSpec,
  found: readonly NearbyRow[] | null,
): Tags {
  if (found === null) return [ofId];
  if (found.length > mostEntities) return [ofId, ...ofWalk(types)];
  const [, ...others] = found;
  const company = new Map<number, number>();
  for (const { degree } of others) {
    const band = bandOf(degree);
    company.set(band, (company.get(band) ?? 0) + 1);
  }
  const tags = [ofId];
  for (const { id, degree } of others) {
    const isAlone = company.get(bandOf(degree)) === 1;
    tags.push(isAlone ? cacheTags.band(id) : cacheTags.degree(id));
  }
  for (const { id } of depth > 1 ? found : found.slice(0, 1)) tags.push(cacheTags.relations(id));
  if (found.length > limit) tags.push(cacheTags.fallen);
  return tags;
}

/** Each relation is one of the end that it starts at; of a symmetric type, of both. */
export function ofRelationsAmong(ids: readonly string[], types: readonly RelationType[]): Tags {
  if (ids.length > mostEntities) return types.map(cacheTags.type);
  return ids.flatMap((id) => {
    const kind = kindOfId(id);
    return types.flatMap((type) => {
      const { from, symmetric } = relationOf(type);
      if (kind === null || !from.includes(kind)) return [];
      return [cacheTags.slot(type, symmetric ? 'SYMMETRIC' : 'OUT', id)];
    });
  });
}

/** Of which class a model is goes by its lineage, and by what the licenses in it say. */
const classTags: Tags = [
  ...judgedRelations.map(cacheTags.type),
  ...(['MODEL', 'LICENSE'] as const).map(cacheTags.contents),
];

/** Which classes the models of a list are of. */
export function ofUseClasses(where: Condition | null): Tags | null {
  const tags = listTags({ kind: 'MODEL', where });
  return tags && [...tags, ...classTags];
}

/** What search, suggestions and mentions are made of. */
export const ofTexts: Tags = [cacheTags.texts];

/** What the index of license names is made of. */
export const ofLicenseNames: Tags = [cacheTags.contents('LICENSE')];

/** What a lineage is made of: models with their relations, and licenses. */
export function ofLineage(modelIds: Iterable<string>, licenseIds: Iterable<string>): Tags {
  const tags = ['LICENSE', 'MODEL', 'ORGANIZATION'].map((kind) =>
    cacheTags.moves(kind as EntityKind),
  );
  for (const id of modelIds) {
    tags.push(id);
    for (const type of ['LICENSED_UNDER', 'DERIVED_FROM', 'DEVELOPED_BY'] as const) {
      tags.push(cacheTags.slot(type, 'OUT', id));
    }
  }
  for (const id of licenseIds) tags.push(id);
  return tags;
}

function hasStamps(part: EntityPart): boolean {
  return stampProperties.some((name) => part[name] !== undefined);
}

/** Parts of one selection: all of them have stamps, or none. */
function addParts(tags: string[], parts: readonly EntityPart[]): void {
  const [first] = parts;
  const stamped = first !== undefined && hasStamps(first);
  for (const { id } of parts) {
    tags.push(id);
    if (stamped) tags.push(cacheTags.stamps(id));
  }
}

/** What pages and counts of a spec have in common, whoever owns them. */
interface Slots {
  /** What the tags of an owner's slots begin with; null: they are many. */
  readonly prefixes: readonly string[] | null;
  /** Null: anything. */
  readonly others: Tags | null;
}

const slotsOfSpecs = new WeakMap<EdgeSpec, Slots>();

function slotTags(ownerId: string, spec: EdgeSpec): string[] | null {
  const { prefixes, others } = madeOnce(slotsOfSpecs, spec, () => slotsOf(spec));
  if (others === null) return null;
  const own =
    prefixes === null
      ? [cacheTags.relations(ownerId)]
      : prefixes.map((prefix) => `${prefix}${ownerId}`);
  own.push(...others);
  return own;
}

function slotsOf({ types, direction, neighborKinds, where }: EdgeSpec): Slots {
  const sides = sidesOfTypes(types, direction);
  const across = new Set(sides.flatMap(([type, side]) => kindsAcross(type, side)));
  const kinds = [...across].filter((kind) => neighborKinds?.includes(kind) !== false);
  const tested = where === null ? [] : conditionTags(kinds, where);
  return {
    prefixes: sides.length > mostSlots ? null : sides.map(([type, side]) => slotPrefix(type, side)),
    others: tested && [...kinds.map(cacheTags.moves), ...tested],
  };
}

function sidesOfTypes(
  types: readonly RelationType[],
  direction: EdgeSpec['direction'],
): readonly (readonly [RelationType, Side])[] {
  return [...new Set(types)].flatMap((type) =>
    sidesOf(type, direction).map((side) => [type, side] as const),
  );
}

/** The kinds that may be at the other end. */
function kindsAcross(type: RelationType, side: Side): readonly EntityKind[] {
  const { from, to } = relationOf(type);
  if (side === 'SYMMETRIC') return [...from, ...to];
  return side === 'OUT' ? to : from;
}

function listTags({ kind, where }: ListSpec): string[] | null {
  const tested = where === null ? [] : conditionTags([kind], where);
  return tested && [cacheTags.places(kind), ...tested];
}

function conditionTags(kinds: readonly EntityKind[], condition: Condition): Tags | null {
  switch (condition.op) {
    case 'all': {
      const parts = condition.of.map((part) => conditionTags(kinds, part));
      return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
    }
    case 'linked': {
      const ends = condition.slugs.flatMap((key) =>
        entityKinds.map((kind) => cacheTags.locator({ kind, key })),
      );
      return [...condition.hops.map(({ type }) => cacheTags.type(type)), ...ends];
    }
    case 'classed':
      return classTags;
    default:
      return propertyTags(kinds, condition.property);
  }
}

function propertyTags(kinds: readonly EntityKind[], property: string): Tags | null {
  if ((stampProperties as readonly string[]).includes(property)) return null;
  return kinds.map((kind) => {
    if (valueProperties(kind).includes(property)) return cacheTags.values(kind);
    const isPlace =
      property === 'slug' || sortPropertiesOf(kind).some((order) => order.property === property);
    return isPlace ? cacheTags.places(kind) : cacheTags.contents(kind);
  });
}

/** The relations of the hops, and the entities where they may end. */
function hopTags(hops: readonly Hop[], kind: EntityKind): Tags {
  const ends = hops.flatMap(({ type, direction }) =>
    kindsAcross(type, relationOf(type).symmetric ? 'SYMMETRIC' : direction),
  );
  return [
    ...hops.map(({ type }) => cacheTags.type(type)),
    ...new Set([kind, ...ends].map(cacheTags.places)),
  ];
}
