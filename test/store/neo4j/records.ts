import { entityId } from '../../../src/ontology/ids.ts';
import type { RelationRecord } from '../../../src/ontology/records.ts';
import type { RelationType } from '../../../src/ontology/relations.ts';
import type { EntityKind } from '../../../src/ontology/vocabulary.ts';
import type { EntityInput, GraphChange } from '../../../src/store/graph-store.ts';
import type { EdgePageSpec, PageWindow, Selection } from '../../../src/store/reads.ts';
import { sortKey } from '../../../src/text/sort-key.ts';

type EntityUpsert = GraphChange['entities'][number];

const kindFields = {
  TERM: { termKind: 'CONCEPT', definition: null, explanation: null, whyItMatters: null, faqs: [] },
  MODEL: {
    familyName: null,
    releasedOn: null,
    architecture: null,
    totalParameters: null,
    activeParameters: null,
    contextTokens: null,
    inputModalities: null,
    outputModalities: null,
    availability: [],
    availabilityKeys: [],
    sortReleasedOn: '',
    sortTotalParameters: 0,
    sortContextTokens: 0,
  },
  LICENSE: {
    spdxId: null,
    identifiers: [],
    version: null,
    osiApproved: null,
    documents: [],
    clauses: [],
    clausesComplete: false,
  },
  ORGANIZATION: { website: null },
  TOOL: { url: null, free: null },
} as const;

/** An entity of which only the slug matters, and what a test adds. */
export function entity(
  kind: EntityKind,
  slug: string,
  more: Readonly<Record<string, unknown>> = {},
): EntityUpsert {
  const name = String(more.name ?? slug);
  const record = {
    id: entityId(kind, slug),
    kind,
    slug,
    formerSlugs: [],
    name,
    sort: sortKey(name),
    folded: `${sortKey(name)}\n${slug}`,
    aliases: [],
    labels: [],
    summary: null,
    status: 'CURRENT',
    replacedById: null,
    exactMatch: [],
    closeMatch: [],
    degree: 0,
    ...kindFields[kind],
    ...more,
  } as unknown as EntityInput;
  return { record, digest: `digest of ${slug} ${name}`, locators: [{ kind, key: slug }] };
}

/** A relation between two entities, given by their ids. */
export function relation(
  type: RelationType,
  fromId: string,
  toId: string,
  more: Partial<RelationRecord> = {},
): GraphChange['relations'][number] {
  const record: RelationRecord = {
    id: `Relation:${type}-${fromId}-${toId}`,
    type,
    fromId,
    toId,
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
    ...more,
  };
  return { record, digest: `digest of ${record.id}` };
}

/** A change that holds what is given and nothing else. */
export function change(parts: Partial<GraphChange> = {}): GraphChange {
  return {
    entities: [],
    relations: [],
    claims: [],
    sources: [],
    remove: { entities: [], relations: [], claims: [], sources: [] },
    touch: [],
    at: '2026-02-03T04:05:06.000Z',
    ...parts,
  };
}

/** The removal of everything a change wrote. */
export function undo(written: GraphChange): GraphChange {
  return change({
    remove: {
      entities: written.entities.map(({ record }) => record.id),
      relations: written.relations.map(({ record }) => record.id),
      claims: written.claims.map(({ record }) => record.id),
      sources: written.sources.map(({ record }) => record.id),
    },
  });
}

/** The first ten, unless a test says otherwise. */
export function pageWindow(more: Partial<PageWindow> = {}): PageWindow {
  return { limit: 10, after: null, before: null, backward: false, ...more };
}

/** A page of best relations by the neighbor's name, unless a test says otherwise. */
export function edgePages(
  types: readonly RelationType[],
  more: Partial<EdgePageSpec> = {},
): EdgePageSpec {
  return {
    types,
    direction: 'OUT',
    ranks: 'BEST',
    neighborKinds: null,
    artifact: null,
    on: null,
    where: null,
    order: { property: 'sort', descending: false },
    window: pageWindow(),
    ...more,
  };
}

/** Some properties and nothing else. */
export function properties(...names: readonly string[]): Selection {
  return { properties: names, edges: [], counts: [] };
}
