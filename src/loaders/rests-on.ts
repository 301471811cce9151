import { madeOnce } from '../base/made-once.ts';
import { kindOfId } from '../ontology/ids.ts';
import { judgedRelations } from '../ontology/judged-facts.ts';
import { entityKinds, sortPropertiesOf } from '../ontology/kinds.ts';
import { type Hop, kindsAcross, type RelationType, relationOf } from '../ontology/relations.ts';
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
import { followedFans, sidesOf } from '../store/sides.ts';
import { valueProperties } from '../store/touched-tags.ts';

// A value rests on everything whose change would give another result of the same read. For a page,
// this includes the selected properties of its neighbors. Pages that were fetched with the
// neighbors are cached separately, with tags of their own.

/** A read of more slots gets one tag for all relations of the owner. */
const mostSlots = 4;
/** A read of more entities gets tags for whole relation types. */
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

/** For a relation, a claim or a source. */
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
  spec: WalkSpec,
  found: {
    readonly links: readonly Pick<LinkRow, 'neighborId'>[];
    readonly complete: boolean;
  } | null,
): Tags {
  if (found === null) return [ownerId];
  const fans = followedFans(spec);
  const slots =
    fans.length > mostSlots
      ? [cacheTags.relations(ownerId)]
      : fans.map(({ type, side }) => cacheTags.slot(type, side, ownerId));
  // The slugs of the ends are values of the neighbors. If the limit cut some links off, degrees
  // decide which are kept, so all degrees count.
  const ends =
    found.complete || spec.allOrNone
      ? found.links.map(({ neighborId }) => neighborId)
      : [cacheTags.degrees];
  return [ownerId, ...slots, ...ends];
}

const walks = new WeakMap<readonly RelationType[], Tags>();

/** For a walk along relations of the types, wherever it looked. */
export function ofWalk(types: readonly RelationType[]): Tags {
  return madeOnce(walks, types, () => [...types.map(cacheTags.type), cacheTags.degrees]);
}

/**
 * The result depends on the relations of the entities that were expanded, and on the order of
 * degrees. An entity that is alone in its band keeps its place as long as its degree stays within
 * the band. An entity beyond the limit can only come in if its degree falls.
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

/**
 * Each relation counts for the entity where it starts. A relation of a symmetric type counts for
 * both ends.
 */
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

/** The class of a model depends on its lineage, and on the licenses in it. */
const classTags: Tags = [
  ...judgedRelations.map(cacheTags.type),
  ...(['MODEL', 'LICENSE'] as const).map(cacheTags.contents),
];

/** For the classes of the models in a list. */
export function ofUseClasses(where: Condition | null): Tags | null {
  const tags = listTags({ kind: 'MODEL', where });
  return tags && [...tags, ...classTags];
}

/** For search, suggestions and mentions. */
export const ofTexts: Tags = [cacheTags.texts];

/** For the index of license names. */
export const ofLicenseNames: Tags = [cacheTags.contents('LICENSE')];

/** For a lineage: its models with their relations, and its licenses. */
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

/** Adds the tags of parts with the same selection. Either all of them have stamps, or none. */
function addParts(tags: string[], parts: readonly EntityPart[]): void {
  const [first] = parts;
  const stamped = first !== undefined && hasStamps(first);
  for (const { id } of parts) {
    tags.push(id);
    if (stamped) tags.push(cacheTags.stamps(id));
  }
}

/** The tags of pages and counts with a spec, without the owner. */
interface Slots {
  /** The beginnings of the tags of an owner's slots. Null if there are too many slots. */
  readonly prefixes: readonly string[] | null;
  /** Null: everything. */
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

function slotsOf(spec: EdgeSpec): Slots {
  const { neighborKinds, where } = spec;
  const fans = followedFans(spec);
  const across = new Set(fans.flatMap(kindsAcross));
  const kinds = [...across].filter((kind) => neighborKinds?.includes(kind) !== false);
  const tested = where === null ? [] : conditionTags(kinds, where);
  return {
    prefixes: fans.length > mostSlots ? null : fans.map(({ type, side }) => slotPrefix(type, side)),
    others: tested && [...kinds.map(cacheTags.moves), ...tested],
  };
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

/** The tags for the relations of the hops, and for the entities where the hops may end. */
function hopTags(hops: readonly Hop[], kind: EntityKind): Tags {
  const ends = hops.flatMap(({ type, direction }) =>
    sidesOf(type, direction).flatMap((side) => kindsAcross({ type, side })),
  );
  return [
    ...hops.map(({ type }) => cacheTags.type(type)),
    ...new Set([kind, ...ends].map(cacheTags.places)),
  ];
}
