import { LRUCache } from 'lru-cache';
import { madeOnce } from '../../../base/made-once.ts';
import { kindOfId } from '../../../ontology/ids.ts';
import { kindOf } from '../../../ontology/kinds.ts';
import type { EntityRecord, RelationRecord } from '../../../ontology/records.ts';
import type { Fan, RelationType } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { LinkRow } from '../../reads.ts';
import { type Followed, isFollowed } from '../../sides.ts';
import type { Codes } from './codes.ts';
import type { Sqlite } from './database.ts';
import { KeptClasses } from './kept-classes.ts';
import {
  type EntityRow,
  type EntityValues,
  entityOfRow,
  entityText,
  stampsOfRow,
  textOfRow,
  unpackRelation,
  valuesOfRow,
} from './packed-records.ts';
import { PreparedStatements } from './prepared-statements.ts';

/** One relation seen from one of its ends. */
export interface Edge {
  readonly relation: RelationRecord;
  readonly neighborId: string;
  /** The neighbor's sort value: its folded name, or the value of another order. */
  readonly value: string | number;
}

/** The relations of one type on one side of an entity. */
export interface Slot extends Fan {
  readonly code: number;
  readonly total: number;
  /** The number of neighbors by best relations. */
  readonly best: number;
}

/** A neighbor on a page, with its relations if they are selected. */
export interface Neighbor {
  readonly id: string;
  readonly sortValue: string | number;
  readonly relations: readonly RelationRecord[];
}

interface GraphOptions {
  /** The most bytes of cached reads. */
  readonly cacheBytes: number;
  /** The number of relations of a type from which an entity's are read page by page. */
  readonly crowdedFrom: number;
  /** The most entities that one read looks at one by one. */
  readonly mostLookedAt: number;
  /** Called before every statement. */
  readonly before: () => void;
}

const relationColumns = 'r.id, r.from_n, r.standing, r.record';
const outText = `SELECT ${relationColumns}, e.id, e.sort FROM relation r JOIN entity e ON e.n = r.to_n
  WHERE r.from_n = ?1 AND r.type = ?2`;
const inText = `SELECT ${relationColumns}, x.neighbor, x.value
  FROM edge x JOIN relation r ON r.n = x.relation WHERE x.owner = ?1 AND x.slot = ?2`;
const fanText = 'SELECT slot, total, best FROM fan WHERE owner = ?1';
const relationText = `SELECT ${relationColumns}, r.type, a.id, b.id, r.n
  FROM relation r JOIN entity a ON a.n = r.from_n JOIN entity b ON b.n = r.to_n`;

type RelationRow = readonly [id: string, from: number, standing: number, record: string];
type EdgeRow = readonly [...RelationRow, neighbor: string, sort: string];
type WholeRelationRow = readonly [
  ...RelationRow,
  ...[type: number, from: string, to: string, n: number],
];

interface StoredEntity {
  readonly n: number;
  readonly values: EntityValues;
  readonly stamps: ReturnType<typeof stampsOfRow>;
  readonly bytes: number;
}

/** The approximate size of objects, besides their texts. */
const bytesOfObject = 500;
const bytesOfEdge = 700;
const bytesOfLink = 300;

/** The standing of a relation: best, current (not deprecated), or 0. */
export const standing = { best: 2, current: 1 } as const;

/** The graph in the file. Reads are cached up to a number of bytes. Any write empties the cache. */
export class Graph {
  readonly statements: PreparedStatements;
  readonly codes: Codes;
  readonly crowdedFrom: number;
  readonly mostLookedAt: number;
  readonly classes: KeptClasses;
  readonly #entities: LRUCache<string, StoredEntity>;
  readonly #edges: LRUCache<string, readonly Edge[]>;
  readonly #slots: LRUCache<number, readonly Slot[]>;
  readonly #links: LRUCache<string, readonly LinkRow[]>;
  readonly #sources = new LRUCache<number, string>({ max: 10_000 });

  constructor(database: Sqlite, codes: Codes, options: GraphOptions) {
    const { cacheBytes, crowdedFrom, mostLookedAt, before } = options;
    this.statements = new PreparedStatements(database, before);
    this.codes = codes;
    this.crowdedFrom = crowdedFrom;
    this.mostLookedAt = mostLookedAt;
    const [eighth, quarter] = [Math.ceil(cacheBytes / 8), Math.ceil(cacheBytes / 4)];
    this.classes = new KeptClasses(eighth);
    this.#entities = new LRUCache({ maxSize: 3 * eighth, sizeCalculation: ({ bytes }) => bytes });
    this.#edges = new LRUCache({
      maxSize: quarter,
      sizeCalculation: (edges) => bytesOfObject + edges.length * bytesOfEdge,
    });
    this.#links = new LRUCache({
      maxSize: quarter,
      sizeCalculation: (links) => bytesOfObject + links.length * bytesOfLink,
    });
    this.#slots = new LRUCache({ max: Math.max(1, Math.floor(cacheBytes / 10_000)) });
  }

  /** Empties the cache after a write. */
  forget(): void {
    this.#entities.clear();
    this.#edges.clear();
    this.#slots.clear();
    this.#links.clear();
    this.#sources.clear();
    this.classes.forget();
  }

  /** An entity without its stamps, which change more often than its own values. */
  valuesOf(id: string): EntityValues | undefined {
    return this.#stored(id)?.values;
  }

  /** An entity with its stamps. */
  entity(id: string): EntityRecord | undefined {
    const stored = this.#stored(id);
    return stored && ({ ...stored.values, ...stored.stamps } as EntityRecord);
  }

  /** The first entities of a kind after an id, by id. They are not cached. */
  after(kind: EntityKind, id: string | null, limit: number): readonly EntityRecord[] {
    const { typeName } = kindOf(kind);
    const text = `${entityText} WHERE id > ?1 AND id < ?2 ORDER BY id LIMIT ?3`;
    // Ids of one kind are adjacent.
    const parameters = [id ?? `${typeName}:`, `${typeName};`, limit];
    return this.statements.rows<EntityRow>(text, parameters).map(entityOfRow);
  }

  /** The number of an entity in the file. */
  numberOf(id: string): number | undefined {
    return this.#stored(id)?.n;
  }

  /** The entity with the locator's key. */
  located(kind: EntityKind, key: string): EntityValues | undefined {
    const text = 'SELECT e.id FROM locator l JOIN entity e ON e.n = l.entity WHERE l.key = ?1';
    const [id] = this.statements.row<[string]>(text, [`${kind}/${key}`]) ?? [];
    return id === undefined ? undefined : this.valuesOf(id);
  }

  /** The slots of an entity that may have these relations. Empty for an unknown entity. */
  slots(ownerId: string, of: Followed): readonly Slot[] {
    return this.#allSlots(ownerId).filter((slot) => isFollowed(slot, of));
  }

  /** All relations of a slot that is not crowded, by the neighbor's name, then by its id. */
  edges(ownerId: string, { code, type, side }: Fan & { readonly code: number }): readonly Edge[] {
    const key = `${code} ${ownerId}`;
    const known = this.#edges.get(key);
    if (known !== undefined) return known;
    const owner = this.numberOf(ownerId);
    const [text, number] = side === 'OUT' ? [outText, this.codes.property(type)] : [inText, code];
    const rows = owner === undefined ? [] : this.statements.rows<EdgeRow>(text, [owner, number]);
    const edges = rows.map(([id, from, stands, record, neighborId, sort]) => {
      const forward = from === owner;
      const ends = forward
        ? { fromId: ownerId, toId: neighborId }
        : { fromId: neighborId, toId: ownerId };
      const relation = this.#relation([id, from, stands, record], type, ends);
      return { relation, neighborId, value: sort };
    });
    edges.sort((a, b) => compare(a.value, a.neighborId, b.value, b.neighborId));
    this.#edges.set(key, edges);
    return edges;
  }

  /** Relations by their numbers. */
  relationsAt(numbers: readonly number[]): ReadonlyMap<number, RelationRecord> {
    const text = `${relationText} WHERE r.n IN (SELECT value FROM json_each(?1))`;
    const rows = this.statements.rows<WholeRelationRow>(text, [JSON.stringify(numbers)]);
    return new Map(rows.map((row) => [row[7], this.#wholeRelation(row)]));
  }

  relations(ids: readonly string[]): ReadonlyMap<string, RelationRecord> {
    const text = `${relationText} WHERE r.id IN (SELECT value FROM json_each(?1))`;
    const parameters = [JSON.stringify(ids.map(withoutType))];
    const rows = this.statements.rows<WholeRelationRow>(text, parameters);
    const found = rows.map((row) => this.#wholeRelation(row));
    return new Map(found.map((relation) => [relation.id, relation]));
  }

  /**
   * The links of an entity, from the cache or from `find`. A path reads tens of thousands of them,
   * and would spend most of its time on making them.
   */
  links(ownerId: string, find: () => readonly LinkRow[]): readonly LinkRow[] {
    return madeOnce<string, readonly LinkRow[]>(this.#links, ownerId, find);
  }

  sourceId(number: number): string | null {
    const known = this.#sources.get(number);
    if (known !== undefined) return known;
    const [id] =
      this.statements.row<[string]>('SELECT id FROM source WHERE n = ?1', [number]) ?? [];
    if (id !== undefined) this.#sources.set(number, id);
    return id ?? null;
  }

  #allSlots(ownerId: string): readonly Slot[] {
    const owner = this.numberOf(ownerId);
    if (owner === undefined) return [];
    const known = this.#slots.get(owner);
    if (known !== undefined) return known;
    const rows = this.statements.rows<[slot: number, total: number, best: number]>(fanText, [
      owner,
    ]);
    const slots = rows.flatMap(([code, total, best]) => {
      const name = this.codes.slotName(code);
      return name === undefined || total === 0 ? [] : [{ ...name, code, total, best }];
    });
    this.#slots.set(owner, slots);
    return slots;
  }

  #wholeRelation([id, from, stands, record, code, fromId, toId]: WholeRelationRow): RelationRecord {
    const type = this.codes.propertyName(code) as RelationType;
    return this.#relation([id, from, stands, record], type, { fromId, toId });
  }

  #relation(
    [id, , stands, record]: RelationRow,
    type: RelationType,
    ends: { readonly fromId: string; readonly toId: string },
  ): RelationRecord {
    const head = { id: withType('Relation', id), type, ...ends, best: stands >= standing.best };
    return unpackRelation(record, head, (source) => this.sourceId(source));
  }

  #stored(id: string): StoredEntity | undefined {
    const known = this.#entities.get(id);
    if (known !== undefined) return known;
    const row = this.statements.row<EntityRow>(`${entityText} WHERE id = ?1`, [id]);
    if (row === undefined) return undefined;
    const bytes = bytesOfObject + 2 * textOfRow(row).length;
    const stored = { n: row[0], values: valuesOfRow(row), stamps: stampsOfRow(row), bytes };
    this.#entities.set(id, stored);
    return stored;
  }
}

/** The id without its type, which is the same for the whole table. */
export function withoutType(id: string): string {
  const colon = id.indexOf(':');
  return colon < 0 ? id : id.slice(colon + 1);
}

export function withType(type: 'Relation' | 'Claim', id: string): string {
  return `${type}:${id}`;
}

/** The sort property of the id's kind. A kind without this property is ordered by name. */
export function orderOf(id: string, property: string): string {
  const kind = kindOfId(id);
  const known =
    kind !== null && Object.values(kindOf(kind).orders).some((o) => o.property === property);
  return known ? property : 'sort';
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
