import type { GraphStore, HeldClaim, HeldThings, Thing } from '../store/graph-store.ts';
import { things } from '../store/graph-store.ts';
import type { DatasetEntity } from './dataset.ts';
import { type DatasetReading, type Hanging, portionSize } from './dataset-reading.ts';
import { digestOf } from './digest.ts';
import type { Batches } from './load-batches.ts';

export interface ThingCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** What the store has, the dataset does not, and stays. */
  readonly kept: number;
}

/** What a load may take away. */
export interface Removal {
  /** All that the dataset does not have, not only what it no longer states. */
  readonly prune: boolean;
  /** Sources of others: what one of them states stays. Null: there are none. */
  readonly keeps: ((sourceId: string) => boolean) | null;
}

type Counts = { -readonly [Count in keyof Omit<ThingCounts, 'kept'>]: number };

const nothing: HeldThings = { relations: new Map(), claims: new Map(), disagreements: new Map() };

/** One run of a load, portion by portion. */
export class Loading {
  readonly #store: GraphStore;
  readonly #reading: DatasetReading;
  readonly #removal: Removal;
  readonly #held: Readonly<Record<Thing, number>>;
  readonly #batches: Batches;
  readonly #counts = Object.fromEntries(
    things.map((thing) => [thing, { added: 0, changed: 0, removed: 0, unchanged: 0 }]),
  ) as Record<Thing, Counts>;

  constructor(
    store: GraphStore,
    reading: DatasetReading,
    removal: Removal,
    held: Readonly<Record<Thing, number>>,
    batches: Batches,
  ) {
    this.#store = store;
    this.#reading = reading;
    this.#removal = removal;
    this.#held = held;
    this.#batches = batches;
  }

  async run(): Promise<Readonly<Record<Thing, ThingCounts>>> {
    await this.#loadSources();
    await this.#loadEntities();
    await this.#loadHanging();
    if (this.#removal.prune) await this.#removeOthers();
    await this.#batches.finish();
    const countsOf = (thing: Thing): ThingCounts => {
      const { unchanged, changed, removed } = this.#counts[thing];
      // What was added was not held.
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

  /** How many entities the load would remove. */
  async countRemoved(): Promise<number> {
    let count = 0;
    for await (const ids of this.#others('entities')) {
      count += ids.length - (await this.#keptByOthers(ids, await this.#hangingOn(ids))).size;
    }
    return count;
  }

  async #loadSources(): Promise<void> {
    for await (const sources of this.#reading.sources()) {
      const ids = sources.map(({ id }) => id);
      const held = await this.#digests('sources', ids);
      for (const record of sources) {
        const digest = this.#compare('sources', record, held.get(record.id));
        if (digest !== null)
          await this.#batches.add({ write: 'sources', item: { record, digest } });
      }
    }
  }

  async #loadEntities(): Promise<void> {
    for await (const portion of this.#reading.entities()) {
      const ids = portion.map(({ record }) => record.id);
      const held = await this.#digests('entities', ids);
      for (const entity of await this.#withStayingRelations(portion)) {
        const digest = this.#compare('entities', entity, held.get(entity.record.id));
        if (digest === null) continue;
        await this.#batches.add({ write: 'entities', item: { ...entity, digest } });
      }
    }
  }

  async #loadHanging(): Promise<void> {
    for await (const portion of this.#reading.hanging()) {
      const held = await this.#hangingOn(portion.entityIds);
      await this.#removeUnstated(portion, held);
      for (const record of portion.relations) {
        const digest = this.#compare('relations', record, held.relations.get(record.id)?.digest);
        if (digest === null) continue;
        const touch = [record.fromId, record.toId];
        await this.#batches.add({ write: 'relations', item: { record, digest }, touch });
      }
      for (const record of portion.claims) {
        const digest = this.#compare('claims', record, held.claims.get(record.id)?.digest);
        if (digest === null) continue;
        const touch = [record.subjectId];
        await this.#batches.add({ write: 'claims', item: { record, digest }, touch });
      }
      for (const record of portion.disagreements) {
        const known = held.disagreements.get(record.id)?.digest;
        const digest = this.#compare('disagreements', record, known);
        if (digest === null) continue;
        await this.#batches.add({ write: 'disagreements', item: { record, digest } });
      }
    }
  }

  /** Removes what hangs on entities of the dataset and is not stated any more. */
  async #removeUnstated(portion: Hanging, held: HeldThings): Promise<void> {
    const { prune } = this.#removal;
    const stated = {
      relations: idsOf(portion.relations),
      claims: idsOf(portion.claims),
      disagreements: idsOf(portion.disagreements),
    };
    const absent = [...held.relations].filter(([id]) => !stated.relations.has(id));
    const own = this.#reading.own(
      'entities',
      absent.map(([, { toId }]) => toId),
    );
    const keptByOthers = this.#statedByOthers(held);
    // A relation that stays, since it leads to what the dataset does not know, keeps what states it.
    const staying = new Set(
      absent
        .filter(([id, { toId }]) => (prune ? keptByOthers.has(id) : !own.has(toId)))
        .map(([id]) => id),
    );
    for (const [id, { subjectId }] of held.disagreements) {
      if (stated.disagreements.has(id) || (prune && keptByOthers.has(subjectId))) continue;
      await this.#remove('disagreements', id, []);
    }
    for (const [id, claim] of held.claims) {
      if (stated.claims.has(id) || this.#stays(claim, staying)) continue;
      await this.#remove('claims', id, [claim.subjectId]);
    }
    for (const [id, { fromId, toId }] of absent) {
      if (!staying.has(id)) await this.#remove('relations', id, [fromId, toId]);
    }
  }

  #stays({ relationId, sourceId }: HeldClaim, staying: ReadonlySet<string>): boolean {
    const { prune, keeps } = this.#removal;
    if (prune) return keeps?.(sourceId) === true;
    return relationId !== null && staying.has(relationId);
  }

  /** Removes all that the dataset does not have: first what hangs on entities, then those, then sources. */
  async #removeOthers(): Promise<void> {
    for await (const ids of this.#others('entities')) {
      const held = await this.#hangingOn(ids);
      const kept = await this.#keptByOthers(ids, held);
      const stated = this.#statedByOthers(held);
      for (const [id, { subjectId }] of held.disagreements) {
        if (!kept.has(subjectId)) await this.#remove('disagreements', id, []);
      }
      for (const [id, claim] of held.claims) {
        const stays = this.#removal.keeps?.(claim.sourceId) === true;
        if (!stays) await this.#remove('claims', id, [claim.subjectId]);
      }
      for (const [id, { fromId, toId }] of held.relations) {
        if (!stated.has(id)) await this.#remove('relations', id, [fromId, toId]);
      }
    }
    for await (const ids of this.#others('entities')) {
      const kept = await this.#keptByOthers(ids, await this.#hangingOn(ids));
      for (const id of ids) if (!kept.has(id)) await this.#remove('entities', id, []);
    }
    for await (const ids of this.#others('sources')) {
      for (const id of ids) {
        if (this.#removal.keeps?.(id) !== true) await this.#remove('sources', id, []);
      }
    }
  }

  /** Ids that the store has and the dataset does not. */
  async *#others(thing: 'entities' | 'sources'): AsyncGenerator<readonly string[]> {
    for (let after: string | null = null; ; ) {
      const ids: readonly string[] = await this.#store.held.idsAfter(thing, after, portionSize);
      const own = this.#reading.own(thing, ids);
      const others = ids.filter((id) => !own.has(id));
      if (others.length > 0) yield others;
      if (ids.length < portionSize) return;
      after = ids.at(-1) ?? null;
    }
  }

  /** Of the entities those of which, or of a relation of which, a source of others says anything. */
  async #keptByOthers(ids: readonly string[], held: HeldThings): Promise<ReadonlySet<string>> {
    const { keeps } = this.#removal;
    const kept = new Set<string>();
    if (keeps === null) return kept;
    const stated = this.#statedByOthers(held);
    const own = new Set(ids);
    for (const id of stated) if (own.has(id)) kept.add(id);
    for await (const relations of this.#store.held.arrivingAt(ids)) {
      for (const { toId, sourceIds } of relations) if (sourceIds.some(keeps)) kept.add(toId);
    }
    return kept;
  }

  /** Entities and relations of which a source of others says something, among what hangs together. */
  #statedByOthers({ claims, relations }: HeldThings): ReadonlySet<string> {
    const stated = new Set<string>();
    const { keeps } = this.#removal;
    if (keeps === null) return stated;
    for (const { subjectId, relationId, sourceId } of claims.values()) {
      if (!keeps(sourceId)) continue;
      stated.add(subjectId);
      const ends = relationId === null ? undefined : relations.get(relationId);
      for (const id of [relationId, ends?.fromId, ends?.toId]) if (id) stated.add(id);
    }
    return stated;
  }

  /** The entities with the degrees that they have with the relations that stay beside their own. */
  async #withStayingRelations(
    portion: readonly DatasetEntity[],
  ): Promise<readonly DatasetEntity[]> {
    const { prune, keeps } = this.#removal;
    if (this.#held.relations === 0 || (prune && keeps === null)) return portion;
    const ids = portion.map(({ record }) => record.id);
    const more = new Map<string, number>();
    const add = (id: string) => more.set(id, (more.get(id) ?? 0) + 1);
    const held = await this.#hangingOn(ids);
    const stated = this.#statedByOthers(held);
    const leaving = [...held.relations].filter(([id, { best }]) => {
      return best && (!prune || stated.has(id));
    });
    const known = this.#reading.own(
      'entities',
      leaving.map(([, { toId }]) => toId),
    );
    for (const [, { fromId, toId }] of leaving) if (!known.has(toId)) add(fromId);
    for await (const relations of this.#store.held.arrivingAt(ids)) {
      const arriving = relations.filter(({ best, sourceIds }) => {
        return best && (!prune || keeps === null || sourceIds.some(keeps));
      });
      const own = this.#reading.own(
        'entities',
        arriving.map(({ fromId }) => fromId),
      );
      for (const { fromId, toId } of arriving) if (!own.has(fromId)) add(toId);
    }
    if (more.size === 0) return portion;
    return portion.map((entity) => {
      const degree = entity.record.degree + (more.get(entity.record.id) ?? 0);
      return { ...entity, record: { ...entity.record, degree } };
    });
  }

  /** The digest of what is to be written; null where the store has it. */
  #compare(thing: Thing, item: unknown, known: string | undefined): string | null {
    const digest = digestOf(item);
    this.#batches.looked();
    if (known === digest) {
      this.#counts[thing].unchanged += 1;
      return null;
    }
    this.#counts[thing][known === undefined ? 'added' : 'changed'] += 1;
    return digest;
  }

  async #remove(thing: Thing, id: string, touch: readonly string[]): Promise<void> {
    this.#counts[thing].removed += 1;
    await this.#batches.add({ remove: thing, id, touch });
  }

  /** An empty store need not be asked. */
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
