import { consequences, type DisagreementRecord } from '../../src/ontology/disagreement.ts';
import { ordersOf } from '../../src/ontology/filters.ts';
import { entityId, sourceId } from '../../src/ontology/ids.ts';
import { plainFactsOf } from '../../src/ontology/properties.ts';
import type { ClaimRecord, RelationRecord, SourceRecord } from '../../src/ontology/records.ts';
import type { RelationType } from '../../src/ontology/relations.ts';
import type { EntityKind } from '../../src/ontology/vocabulary.ts';
import type { EntityInput, GraphChange } from '../../src/store/graph-store.ts';
import { sortKey } from '../../src/text/sort-key.ts';

type Of<Kind extends EntityKind> = Extract<EntityInput, { kind: Kind }>;
type Given<Kind extends EntityKind> = Partial<Omit<Of<Kind>, 'id' | 'kind'>>;

function common<Kind extends EntityKind>(kind: Kind, slug: string, given: Given<Kind>) {
  const name = given.name ?? slug;
  const aliases = given.aliases ?? [];
  return {
    id: entityId(kind, slug),
    kind,
    slug,
    formerSlugs: [],
    name,
    sort: sortKey(name),
    folded: [sortKey(name), given.slug ?? slug, ...aliases.map(sortKey)].join('\n'),
    aliases,
    labels: [],
    summary: null,
    status: 'CURRENT',
    replacedById: null,
    exactMatch: [],
    closeMatch: [],
    degree: 0,
    factsAsOf: null,
    ...Object.fromEntries(plainFactsOf(kind).map(({ key }) => [key, null])),
    ...sortValues(kind, given),
  };
}

/** The sort values of a list: counts as given, and no dates. */
function sortValues(kind: EntityKind, given: object) {
  const orders = Object.values(ordersOf(kind)).flatMap(({ property, type, of }) => {
    if (of === null) return [];
    const count = (given as Readonly<Record<string, unknown>>)[of] ?? -1;
    return [[property, type === 'number' ? count : '']];
  });
  return Object.fromEntries(orders);
}

/** A term with the minimal record. Given values replace it. The slug is its first one. */
export function term(slug: string, given: Given<'TERM'> = {}): Of<'TERM'> {
  return {
    ...structuredClone(common('TERM', slug, given)),
    termKind: 'CONCEPT',
    faqs: [],
    ...given,
  } as Of<'TERM'>;
}

export function model(slug: string, given: Given<'MODEL'> = {}): Of<'MODEL'> {
  return {
    ...structuredClone(common('MODEL', slug, given)),
    availability: [],
    availabilityKeys: [],
    ...given,
  } as Of<'MODEL'>;
}

export function license(slug: string, given: Given<'LICENSE'> = {}): Of<'LICENSE'> {
  return {
    ...structuredClone(common('LICENSE', slug, given)),
    identifiers: [],
    documents: [],
    clauses: [],
    clausesComplete: false,
    ...given,
  } as Of<'LICENSE'>;
}

export function organization(slug: string, given: Given<'ORGANIZATION'> = {}): Of<'ORGANIZATION'> {
  return {
    ...structuredClone(common('ORGANIZATION', slug, given)),
    ...given,
  } as Of<'ORGANIZATION'>;
}

export function tool(slug: string, given: Given<'TOOL'> = {}): Of<'TOOL'> {
  return {
    ...structuredClone(common('TOOL', slug, given)),
    ...given,
  } as Of<'TOOL'>;
}

/** A relation between two entities. By default, its id consists of the ends and the type. */
export function relation(
  from: { readonly id: string },
  type: RelationType,
  to: { readonly id: string },
  given: Partial<RelationRecord> = {},
): RelationRecord {
  return {
    id: `Relation:${from.id}-${type}-${to.id}`,
    type,
    fromId: from.id,
    toId: to.id,
    note: null,
    rank: 'NORMAL',
    best: true,
    contested: false,
    evidence: null,
    asOf: null,
    sourceId: null,
    artifact: null,
    expression: null,
    since: null,
    until: null,
    method: null,
    ...given,
  };
}

export function source(slug: string, given: Partial<SourceRecord> = {}): SourceRecord {
  return {
    id: sourceId(slug),
    title: slug,
    url: null,
    publisher: null,
    publishedOn: null,
    retrievedOn: null,
    ...given,
  };
}

/** A claim. By default, its sort value is its name. */
export function claim(
  name: string,
  subject: { readonly id: string },
  by: SourceRecord,
  given: Partial<ClaimRecord> = {},
): ClaimRecord {
  return {
    id: `Claim:${name}`,
    subjectId: subject.id,
    property: 'STATEMENT',
    artifact: null,
    since: null,
    until: null,
    value: JSON.stringify(name),
    valueText: name,
    relationId: null,
    sourceId: by.id,
    asOf: null,
    rank: 'NORMAL',
    evidence: null,
    best: true,
    contested: false,
    note: null,
    method: null,
    sort: `${name}.Claim:${name}`,
    ...given,
  };
}

/** A disagreement. Its sort value is its consequence, then its id. */
export function disagreement(
  id: string,
  subject: { readonly id: string; readonly kind: EntityKind },
  given: Partial<DisagreementRecord> = {},
): DisagreementRecord {
  const { consequence = 'NONE', contested = false } = given;
  return {
    id,
    subjectId: subject.id,
    kind: subject.kind,
    property: 'DEFINITION',
    artifact: null,
    consequence,
    contested,
    effects: [],
    claimIds: [],
    sort: `${consequences.indexOf(consequence)}.${contested ? 0 : 1}.${id}`,
    ...given,
  };
}

/** The records of a graph, for changes and for the oracle. */
export interface World {
  readonly entities: readonly EntityInput[];
  readonly relations: readonly RelationRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly sources: readonly SourceRecord[];
  readonly disagreements: readonly DisagreementRecord[];
}

export const emptyWorld: World = {
  ...{ entities: [], relations: [], claims: [], sources: [], disagreements: [] },
};

export const at = '2026-01-02T03:04:05.000Z';

/** A change with the given parts only. Entities are found by their slugs. */
export function change(
  given: Partial<World> &
    Partial<Pick<GraphChange, 'touch' | 'at' | 'allNew' | 'follows'>> & {
      readonly remove?: Partial<GraphChange['remove']>;
      readonly digest?: string;
    },
): GraphChange {
  const { digest = 'd' } = given;
  const upserts = <Row>(rows: readonly Row[] = []) => rows.map((record) => ({ record, digest }));
  return {
    allNew: given.allNew,
    follows: given.follows,
    entities: (given.entities ?? []).map((record) => ({
      record,
      digest,
      locators: [record.slug, ...record.formerSlugs].map((key) => ({ kind: record.kind, key })),
    })),
    relations: upserts(given.relations),
    claims: upserts(given.claims),
    sources: upserts(given.sources),
    disagreements: upserts(given.disagreements),
    remove: {
      ...{ entities: [], relations: [], claims: [], sources: [], disagreements: [] },
      ...given.remove,
    },
    touch: given.touch ?? [],
    at: given.at ?? at,
  };
}
