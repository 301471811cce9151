import { kindOf } from '../../ontology/kinds.ts';
import type { EntityRecord, RelationRecord } from '../../ontology/records.ts';
import { type RelationType, relationOf } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { readValue, type Sqlite } from './database.ts';
import { PropertyIndexes } from './property-indexes.ts';
import { storedRecord } from './stored-record.ts';

/** One relation seen from one of its ends. */
export interface Edge {
  readonly relation: RelationRecord;
  readonly neighbor: EntityRecord;
}

/** Which end of its relations an owner is; symmetric relations have no from and to. */
export type Side = 'OUT' | 'IN' | 'SYMMETRIC';

/**
 * The graph at one revision, sorted for reading: an entity's relations of one type and side lie in
 * one array, in the order of the neighbors' names. Other orders are sorted when first asked for.
 */
export class Snapshot {
  readonly revision: number;
  readonly changedAt: string | null;
  readonly entities: ReadonlyMap<string, EntityRecord>;
  readonly relations: ReadonlyMap<string, RelationRecord>;
  readonly locators: ReadonlyMap<string, string>;
  readonly indexes: PropertyIndexes;
  readonly #edges = new Map<string, Map<string, Edge[]>>();
  readonly #lists = new Map<string, EntityRecord[]>();

  constructor(database: Sqlite) {
    this.revision = Number(readValue(database, 'revision') ?? 0);
    this.changedAt = readValue(database, 'changedAt');
    this.entities = readEntities(database);
    this.relations = readRelations(database);
    this.locators = readLocators(database);
    this.indexes = new PropertyIndexes(this.entities);
    for (const relation of this.relations.values()) this.#addEdges(relation);
    for (const sides of this.#edges.values()) {
      for (const edges of sides.values()) edges.sort(byEdgeValue('sort'));
    }
  }

  /** The relations of a type at one side of an entity, ascending by the neighbor's sort value. */
  edges(ownerId: string, type: RelationType, side: Side, property: string): readonly Edge[] {
    const sides = this.#edges.get(ownerId);
    const byName = sides?.get(`${type}/${side}`);
    if (sides === undefined || byName === undefined) return [];
    if (property === 'sort') return byName;
    const key = `${type}/${side}/${property}`;
    const known = sides.get(key);
    if (known !== undefined) return known;
    const sorted = byName.toSorted(byEdgeValue(property));
    sides.set(key, sorted);
    return sorted;
  }

  /** All entities of a kind, ascending by a sort property of it. */
  list(kind: EntityKind, property: string): readonly EntityRecord[] {
    const key = `${kind}/${property}`;
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const sorted = [...this.entities.values()].filter((entity) => entity.kind === kind);
    sorted.sort((a, b) => compare(sortValue(a, property), a.id, sortValue(b, property), b.id));
    this.#lists.set(key, sorted);
    return sorted;
  }

  /** The first entities of a kind whose id comes after, by id. */
  after(kind: EntityKind, id: string | null, limit: number): readonly EntityRecord[] {
    return this.list(kind, 'sort')
      .filter((entity) => id === null || entity.id > id)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  #addEdges(relation: RelationRecord): void {
    const from = this.entities.get(relation.fromId);
    const to = this.entities.get(relation.toId);
    if (from === undefined || to === undefined) return;
    const { symmetric } = relationOf(relation.type);
    this.#addEdge(relation.fromId, symmetric ? 'SYMMETRIC' : 'OUT', { relation, neighbor: to });
    this.#addEdge(relation.toId, symmetric ? 'SYMMETRIC' : 'IN', { relation, neighbor: from });
  }

  #addEdge(ownerId: string, side: Side, edge: Edge): void {
    let sides = this.#edges.get(ownerId);
    if (sides === undefined) {
      sides = new Map();
      this.#edges.set(ownerId, sides);
    }
    const key = `${edge.relation.type}/${side}`;
    const edges = sides.get(key);
    if (edges === undefined) sides.set(key, [edge]);
    else edges.push(edge);
  }
}

/** The value an entity has in an order; what its kind does not order by counts as its name. */
export function sortValue(entity: EntityRecord, property: string): string | number {
  const known = Object.values(kindOf(entity.kind).orders).some((o) => o.property === property);
  const value = known ? (entity as unknown as Record<string, unknown>)[property] : entity.sort;
  return typeof value === 'number' ? value : String(value);
}

/** The total order of pages: sort value, then id. */
export function compare(
  value: string | number,
  id: string,
  otherValue: string | number,
  otherId: string,
): number {
  if (value !== otherValue) return value < otherValue ? -1 : 1;
  if (id === otherId) return 0;
  return id < otherId ? -1 : 1;
}

function byEdgeValue(property: string) {
  return (a: Edge, b: Edge): number =>
    compare(
      sortValue(a.neighbor, property),
      a.neighbor.id,
      sortValue(b.neighbor, property),
      b.neighbor.id,
    );
}

interface Row {
  readonly id: string;
  readonly record: string;
  readonly revision: number;
  readonly updated_at: string;
}

function readEntities(database: Sqlite): Map<string, EntityRecord> {
  const rows = database
    .prepare('SELECT id, record, revision, updated_at FROM entity ORDER BY id')
    .all([]);
  const entities = new Map<string, EntityRecord>();
  for (const row of rows as Row[]) {
    const entity = storedRecord<EntityRecord>('entity', row.record, row.id);
    entity.revision = row.revision;
    entity.updatedAt = row.updated_at;
    entities.set(entity.id, entity);
  }
  return entities;
}

function readRelations(database: Sqlite): Map<string, RelationRecord> {
  const rows = database.prepare('SELECT id, record FROM relation ORDER BY id').all([]);
  const relations = new Map<string, RelationRecord>();
  for (const row of rows as { id: string; record: string }[]) {
    const relation = storedRecord<RelationRecord>('relation', row.record, row.id);
    relations.set(relation.id, relation);
  }
  return relations;
}

function readLocators(database: Sqlite): Map<string, string> {
  const rows = database.prepare('SELECT key, entity_id FROM locator').all([]);
  return new Map((rows as { key: string; entity_id: string }[]).map((r) => [r.key, r.entity_id]));
}
