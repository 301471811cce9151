import { compareText } from '../../../base/compare-text.ts';
import { madeOnce } from '../../../base/made-once.ts';
import type { RelationRecord } from '../../../ontology/records.ts';
import { type RelationType, relationOf } from '../../../ontology/relations.ts';
import type { Upsert } from '../../graph-store.ts';
import type { Side } from '../../sides.ts';
import type { Codes } from '../database/codes.ts';
import { standing, withoutType } from '../database/graph.ts';
import type { CellWriter } from './cell-writer.ts';
import type { ClassWriter } from './class-writer.ts';
import type { NearWriter } from './near-edges.ts';
import { endsIn, relationRow, standingOf } from './record-rows.ts';
import type { Count, Writing } from './write-statements.ts';

interface Ends {
  readonly type: number;
  readonly from: number;
  readonly to: number;
}

/** The effect of a change on the relations of a type between two entities. */
interface Pair extends Ends {
  total: number;
  /** The change in the number of best relations. */
  best: number;
}

/** An entity in the file: its number and its sort value. */
interface Place {
  readonly id: string;
  readonly n: number;
  readonly sort: string;
  readonly degree: number;
}

type EdgeRow = readonly [
  ...[owner: number, slot: number, value: string, neighbor: string],
  ...[relation: number, n: number, standing: number, degree: number],
];

/** Writes and removes relations, and updates the order and the counts of neighbors. */
export class RelationWriter {
  readonly #statements: Writing;
  readonly #codes: Codes;
  readonly #classes: ClassWriter;
  readonly #cells: CellWriter;
  readonly #near: NearWriter;
  readonly #count: Count;
  readonly #pairs = new Map<string, Pair>();
  /** Rows of neighbors that are not written yet. */
  readonly #edges: EdgeRow[] = [];
  /** The numbers of the relations that were written, by their keys. */
  readonly #numbers = new Map<string, number>();
  /** Whether no relation started at an entity before the change. */
  readonly #fresh = new Map<number, boolean>();

  constructor(
    statements: Writing,
    codes: Codes,
    writers: {
      readonly classes: ClassWriter;
      readonly cells: CellWriter;
      readonly near: NearWriter;
    },
    count: Count,
  ) {
    this.#statements = statements;
    this.#codes = codes;
    this.#classes = writers.classes;
    this.#cells = writers.cells;
    this.#near = writers.near;
    this.#count = count;
  }

  write(given: readonly Upsert<RelationRecord>[]): void {
    if (given.length === 0) return;
    // If an id occurs twice, the last record counts.
    const upserts = [...new Map(given.map((upsert) => [upsert.record.id, upsert])).values()];
    const { relation, source } = this.#statements;
    const keys = upserts.map(({ record }) => withoutType(record.id));
    this.#unlink(keys);
    const ids = [...new Set(upserts.flatMap(({ record }) => [record.fromId, record.toId]))];
    const places = this.#placesOf(ids);
    const numbers = new Map([...places].map(([id, { n }]) => [id, n]));
    const cited = new Set(upserts.flatMap(({ record }) => record.sourceId ?? []));
    const sources = new Map(source.find.all([...cited]));
    const written = upserts.map((upsert, at) => {
      const { record } = upsert;
      const ends = endsIn(record, numbers);
      const by =
        record.sourceId === null ? null : (sources.get(record.sourceId) ?? record.sourceId);
      const row = relationRow(upsert, ends, by, this.#codes);
      const type = this.#codes.property(record.type);
      return { record, key: keys[at] ?? '', type, ...ends, stands: standingOf(record), row };
    });
    for (const { type, from, to, stands } of written) this.#add({ type, from, to }, stands, 1);
    this.#noteFresh(written.map(({ from }) => from));
    relation.put.run(written.map(({ row }) => row));
    for (const [key, n] of relation.numbers.all(keys)) this.#numbers.set(key, n);
    for (const { record, key, type, stands } of written) {
      const { slot, both } = this.#sorted(type);
      const [from, to] = [places.get(record.fromId), places.get(record.toId)];
      if (from === undefined || to === undefined) continue;
      const add = (owner: Place, { sort, id, n, degree }: Place) => {
        const relation = this.#numbers.get(key) ?? 0;
        this.#edges.push([owner.n, slot, sort, id, relation, n, stands, degree]);
      };
      add(to, from);
      if (both) add(from, to);
    }
  }

  /** The numbers of relations by their keys: ids without the type. */
  numbersOf(keys: readonly string[]): ReadonlyMap<string, number> {
    const unknown = keys.filter((key) => !this.#numbers.has(key));
    const found = new Map(this.#statements.relation.numbers.all(unknown));
    for (const key of keys) {
      const n = this.#numbers.get(key);
      if (n !== undefined) found.set(key, n);
    }
    return found;
  }

  remove(ids: readonly string[]): void {
    this.removeKeys(ids.map(withoutType));
  }

  /** Removes relations by their ids without the type. */
  removeKeys(keys: readonly string[]): void {
    for (const n of this.#unlink(keys)) this.#statements.relation.remove.run([n]);
  }

  /** Puts an entity, with its degree, at its new place among the neighbors of those that it is linked with. */
  moveNeighbor(n: number, id: string, sort: string, now: string, degree: number): void {
    const { relation, edge } = this.#statements;
    const rows = relation.around.all([n]) as unknown as [number, number, number, number][];
    for (const [number, type, from, to] of rows) {
      const { slot, both } = this.#sorted(type);
      const owners = [...(from === n ? [to] : []), ...(both && to === n ? [from] : [])];
      for (const owner of owners) {
        edge.move.run([now, degree, owner, slot, sort, id, number]);
        this.#near.touch(owner, slot);
      }
    }
  }

  /** Adds neighbors in the order of the table, so that those on one page of the file come together. */
  #writeEdges(): void {
    this.#edges.sort(
      (one, other) => one[0] - other[0] || one[1] - other[1] || compareText(one[2], other[2]),
    );
    this.#statements.edge.add.run(this.#edges);
    this.#edges.length = 0;
  }

  /** Adds neighbors, and updates their counts. */
  finish(): void {
    this.#writeEdges();
    const { fan, relation } = this.#statements;
    const pairs = [...this.#pairs.values()];
    const best = new Map(
      relation.best.all(
        pairs.flatMap(({ type, from, to }, at) =>
          this.#fresh.get(from) === true ? [] : [[to, type, from, at]],
        ),
      ),
    );
    const changes = new Map<string, [owner: number, slot: number, total: number, best: number]>();
    for (const [at, pair] of pairs.entries()) {
      // All relations of a fresh entity are among the written ones.
      const now = this.#fresh.get(pair.from) === true ? pair.best : (best.get(at) ?? 0);
      const neighbors = Number(now > 0) - Number(now - pair.best > 0);
      for (const [owner, slot] of this.#slots(pair)) {
        const known = changes.get(`${owner} ${slot}`) ?? [owner, slot, 0, 0];
        known[2] += pair.total;
        known[3] += neighbors;
        changes.set(`${owner} ${slot}`, known);
      }
    }
    const changed = [...changes.values()].filter(([, , total, best]) => total !== 0 || best !== 0);
    fan.add.run(changed);
    for (const [owner, slot, total] of changed) if (total < 0) fan.sweep.run([owner, slot]);
    for (const [owner, slot] of changes.values()) this.#near.touch(owner, slot);
    this.#near.finish();
    this.#pairs.clear();
  }

  /** Removes existing relations from the order of neighbors. Returns their numbers. */
  #unlink(keys: readonly string[]): readonly number[] {
    const { relation, edge } = this.#statements;
    const found = relation.find.all(keys);
    if (found.length > 0) this.#writeEdges();
    return found.map(([, n, type, from, to, stood]) => {
      this.#fresh.set(from, false);
      this.#add({ type, from, to }, stood, -1);
      const { slot, both } = this.#sorted(type);
      const sides = both
        ? ([
            [to, from],
            [from, to],
          ] as const)
        : ([[to, from]] as const);
      for (const [owner, neighbor] of sides) {
        const [id, sort] = edge.end.get([neighbor]) as unknown as [string, string];
        edge.remove.run([owner, slot, sort, id, n]);
      }
      return n;
    });
  }

  /** Must be called before relations that start at the entities are written. */
  #noteFresh(from: readonly number[]): void {
    const unknown = from.filter((n) => !this.#fresh.has(n));
    const started = new Set(this.#statements.relation.starts.all(unknown).map(([n]) => n));
    for (const n of unknown) this.#fresh.set(n, !started.has(n));
  }

  #add({ type, from, to }: Ends, stands: number, by: 1 | -1): void {
    const best = stands >= standing.best ? by : 0;
    const key = `${type} ${from} ${to}`;
    const pair = madeOnce(this.#pairs, key, () => ({ type, from, to, total: 0, best: 0 }));
    pair.total += by;
    pair.best += best;
    this.#tell(type, from, best);
  }

  /** Tells the others that a relation was written or removed; `best` is the change in best ones. */
  #tell(type: number, from: number, best: number): void {
    const name = this.#name(type);
    this.#count(name, best);
    this.#classes.relationChanged(name, from);
    this.#cells.relationChanged(name, from);
  }

  #placesOf(ids: readonly string[]): Map<string, Place> {
    const rows = this.#statements.entity.places.all(ids);
    return new Map(rows.map(([id, n, sort, degree]) => [id, { id, n, sort, degree }]));
  }

  /**
   * The slot with ordered neighbors, and whether both ends have it. Few relations start at an
   * entity, as many as its sources state. As many as there are entities may lead to it, so only
   * these are ordered.
   */
  #sorted(type: number): { readonly slot: number; readonly both: boolean } {
    const name = this.#name(type);
    const both = relationOf(name).symmetric;
    return { slot: this.#codes.slot(name, both ? 'SYMMETRIC' : 'IN'), both };
  }

  #slots({ type, from, to }: Ends): readonly (readonly [owner: number, slot: number])[] {
    const name = this.#name(type);
    const slot = (side: Side) => this.#codes.slot(name, side);
    if (relationOf(name).symmetric) {
      return [
        [from, slot('SYMMETRIC')],
        [to, slot('SYMMETRIC')],
      ];
    }
    return [
      [from, slot('OUT')],
      [to, slot('IN')],
    ];
  }

  #name(type: number): RelationType {
    return this.#codes.propertyName(type) as RelationType;
  }
}
