import { groupBy } from '../../base/group-by.ts';
import type { ClaimRecord, RelationRecord } from '../../ontology/records.ts';
import { relationOf } from '../../ontology/relations.ts';
import type { GraphStore, HeldThings, Thing } from '../../store/graph-store.ts';
import { things } from '../../store/graph-store.ts';
import type { DatasetEntity, DatasetReading, DatasetSource, Hanging } from './dataset-reading.ts';
import { digestOf, digestOfRecord } from './digest.ts';
import type { Batches, Step } from './load-batches.ts';

export interface ThingCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Things that the store has and the data set lacks, and that stay. */
  readonly kept: number;
}

type Counts = { -readonly [Count in keyof Omit<ThingCounts, 'kept'>]: number };

const nothing: HeldThings = { relations: new Map(), claims: new Map(), disagreements: new Map() };

/** One run of a load, in portions. */
export class Loading {
  readonly #store: GraphStore;
  readonly #reading: DatasetReading;
  readonly #held: Readonly<Record<Thing, number>>;
  readonly #batches: Batches;
  readonly #counts = Object.fromEntries(
    things.map((thing) => [thing, { added: 0, changed: 0, removed: 0, unchanged: 0 }]),
  ) as Record<Thing, Counts>;

  constructor(
    store: GraphStore,
    reading: DatasetReading,
    held: Readonly<Record<Thing, number>>,
    batches: Batches,
  ) {
    this.#store = store;
    this.#reading = reading;
    this.#held = held;
    this.#batches = batches;
  }

  /**
   * Writes statements first, in the order of their dependencies, then removes things in the reverse
   * order. A thing loses its owner last, so that the next load can finish an interrupted one.
   * `isKnown` means that the data set's record need not be written.
   */
  async run(isKnown: boolean): Promise<Readonly<Record<Thing, ThingCounts>>> {
    const reading = this.#reading;
    for await (const portion of reading.sources()) await this.#writeSources(portion);
    for await (const portion of reading.entities()) await this.#writeEntities(portion);
    for await (const portion of reading.around()) await this.#writeEntities(portion, true);
    for await (const portion of reading.hanging()) await this.#loadHanging(portion);
    for await (const portion of reading.withdrawn()) await this.#writeEntities(portion);
    for (const ids of reading.gone('entities')) await this.#removeHanging(ids);
    for (const ids of reading.gone('entities')) await this.#removeAll('entities', ids);
    for await (const portion of reading.withdrawnSources()) await this.#writeSources(portion);
    for (const ids of reading.gone('sources')) await this.#removeAll('sources', ids);
    await this.#batches.finish(isKnown);
    const countsOf = (thing: Thing): ThingCounts => {
      const { unchanged, changed, removed } = this.#counts[thing];
      // Added things were not in the store before.
      const kept = this.#held[thing] - unchanged - changed - removed;
      return { ...this.#counts[thing], kept };
    };
    return {
      entities: countsOf('entities'),
      relations: countsOf('relations'),
      claims: countsOf('claims'),
      sources: countsOf('sources'),
      disagreements: countsOf('disagreements'),
    };
  }

  async #writeSources(portion: readonly DatasetSource[]): Promise<void> {
    const ids = portion.map(({ record }) => record.id);
    const held = await this.#digests('sources', ids);
    for (const source of portion) {
      const digest = this.#compare('sources', source, held.get(source.record.id));
      if (digest === null) continue;
      await this.#batches.add({ write: 'sources', item: { digest, ...source } });
    }
  }

  async #writeEntities(portion: readonly DatasetEntity[], around = false): Promise<void> {
    const ids = portion.map(({ record }) => record.id);
    const held = await this.#digests('entities', ids);
    for (const entity of portion) {
      const digest = this.#compare('entities', entity, held.get(entity.record.id), around);
      if (digest === null) continue;
      await this.#batches.add({ write: 'entities', item: { digest, ...entity } });
    }
  }

  async #loadHanging(portion: Hanging): Promise<void> {
    const { around = false } = portion;
    const held = await this.#hangingOn(portion.entityIds);
    await this.#removeUnstated(portion, held);
    // One transaction writes a relation and its claims.
    const relations = new Map(portion.relations.map((record) => [record.id, record]));
    const relationStep = (record: RelationRecord): Step | null => {
      const known = held.relations.get(record.id)?.digest;
      const digest = this.#compare('relations', record, known, around);
      if (digest === null) return null;
      const touch = [record.fromId, record.toId];
      return { write: 'relations', item: { record, digest }, touch };
    };
    const claimStep = (record: ClaimRecord): Step | null => {
      const known = held.claims.get(record.id)?.digest;
      const digest = this.#compare('claims', record, known, around);
      if (digest === null) return null;
      return { write: 'claims', item: { record, digest }, touch: [record.subjectId] };
    };
    const groups = groupBy(portion.claims, ({ id, relationId }) => relationId ?? id);
    for (const [key, claims] of groups) {
      const relation = relations.get(key);
      relations.delete(key);
      const steps = [relation === undefined ? null : relationStep(relation)];
      for (const claim of claims) steps.push(claimStep(claim));
      const flushed = this.#batches.add(...steps.filter((step) => step !== null));
      if (flushed !== null) await flushed;
    }
    for (const record of relations.values()) {
      const step = relationStep(record);
      if (step !== null) await this.#batches.add(step);
    }
    for (const record of portion.disagreements) {
      const known = held.disagreements.get(record.id)?.digest;
      const digest = this.#compare('disagreements', record, known, around);
      if (digest === null) continue;
      await this.#batches.add({ write: 'disagreements', item: { record, digest } });
    }
  }

  /** Removes relations, claims and disagreements of the entities that are no longer stated. */
  async #removeUnstated(portion: Hanging, held: HeldThings): Promise<void> {
    const stated = {
      relations: idsOf(portion.relations),
      claims: idsOf(portion.claims),
      disagreements: idsOf(portion.disagreements),
    };
    const absent = [...held.relations].filter(([id]) => !stated.relations.has(id));
    const covered = this.#reading.covered(absent.map(([, { toId }]) => toId));
    // A relation that the other end states stays with its claims, since the load does not cover
    // that end.
    const staying = new Set(
      absent
        .filter(([, { type, toId }]) => relationOf(type).symmetric && !covered.has(toId))
        .map(([id]) => id),
    );
    for (const id of held.disagreements.keys()) {
      if (!stated.disagreements.has(id)) await this.#remove('disagreements', id, []);
    }
    for (const [id, { subjectId, relationId }] of held.claims) {
      if (stated.claims.has(id) || (relationId !== null && staying.has(relationId))) continue;
      await this.#remove('claims', id, [subjectId]);
    }
    for (const [id, { fromId, toId }] of absent) {
      if (!staying.has(id)) await this.#remove('relations', id, [fromId, toId]);
    }
  }

  /** Removes the relations, claims and disagreements of removed entities. */
  async #removeHanging(ids: readonly string[]): Promise<void> {
    const held = await this.#hangingOn(ids);
    for (const id of held.disagreements.keys()) await this.#remove('disagreements', id, []);
    for (const [id, { subjectId }] of held.claims) await this.#remove('claims', id, [subjectId]);
    for (const [id, { fromId, toId }] of held.relations) {
      await this.#remove('relations', id, [fromId, toId]);
    }
  }

  async #removeAll(thing: 'entities' | 'sources', ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.#remove(thing, id, []);
  }

  /** The digest of a thing to write; null if the store has it already. */
  #compare(thing: Thing, item: object, known: string | undefined, around = false): string | null {
    const digest = thing === 'sources' ? digestOf(item) : digestOfRecord(item);
    this.#batches.looked();
    if (known === digest) {
      if (!around) this.#counts[thing].unchanged += 1;
      return null;
    }
    this.#counts[thing][known === undefined ? 'added' : 'changed'] += 1;
    return digest;
  }

  async #remove(thing: Thing, id: string, touch: readonly string[]): Promise<void> {
    this.#counts[thing].removed += 1;
    await this.#batches.add({ remove: thing, id, touch });
  }

  /** An empty store need not be read. */
  async #digests(
    thing: 'entities' | 'sources',
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    return this.#held[thing] === 0 ? new Map() : this.#store.held.digests(thing, ids);
  }

  async #hangingOn(ids: readonly string[]): Promise<HeldThings> {
    const { relations, claims, disagreements } = this.#held;
    return relations + claims + disagreements === 0 ? nothing : this.#store.held.hangingOn(ids);
  }
}

function idsOf(records: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(records.map(({ id }) => id));
}
