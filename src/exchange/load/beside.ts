import type { Spool } from '../../store/embedded/spool/spool.ts';
import type { DatasetRecord, GraphStore, OwnedPage } from '../../store/graph-store.ts';
import type { EntityStatements } from '../statement-stream.ts';
import { portionSize } from './dataset-reading.ts';
import {
  type EntityPart,
  inOrder,
  mergedStatements,
  type OrderOf,
  type Part,
  type SourcePart,
} from './parts.ts';
import { entityPartsIn, sourcePartsIn } from './parts-in-store.ts';

/** The data set of the seeds. Its plain texts win over those of other data sets. */
export const seedsDataset = 'seeds';

/** An entity, with the statements of all its data sets. */
export interface SharedEntity {
  /** The merged statements. */
  readonly all: EntityStatements;
  /** The statements of the data set being loaded; null for none. */
  readonly own: EntityStatements | null;
  /**
   * The statements of each data set, in order. Empty if the data set being loaded is the only one.
   */
  readonly parts: readonly EntityPart[];
}

type Noted = 'withdrawn' | 'around';

/**
 * The statements of other data sets in a store about the entities of a load, and the former
 * statements of the data set itself. They are stored in the spool before anything is written.
 */
export class Beside {
  readonly dataset: string;
  /** The position of the data set among all. */
  readonly place: number;
  /** Null if there are no other data sets. */
  readonly store: GraphStore | null;
  readonly #spool: Spool;
  readonly #orderOf: OrderOf;
  #owned = 0;
  #isAny = false;

  constructor(
    store: GraphStore | null,
    spool: Spool,
    dataset: string,
    known: readonly DatasetRecord[],
  ) {
    this.dataset = dataset;
    this.store = store;
    this.#spool = spool;
    const places = new Map(known.map(({ name, place }) => [name, place]));
    const last = Math.max(0, ...places.values());
    this.place = places.get(dataset) ?? (dataset === seedsDataset ? 0 : last + 1);
    places.set(dataset, this.place).set(seedsDataset, 0);
    this.#orderOf = (name) => places.get(name) ?? Number.MAX_SAFE_INTEGER;
  }

  /** The number of entities that the data set owned before. */
  get owned(): number {
    return this.#owned;
  }

  /** Whether other data sets matter for the load. */
  get isAny(): boolean {
    return this.#isAny;
  }

  /** Stores the statements of other data sets about the entities. */
  async noteShared(ids: readonly string[]): Promise<void> {
    if (this.store === null) return;
    const owners = await this.store.held.owners('entities', ids);
    this.#note('shared', await entityPartsIn(this.store, this.#sharedIn(owners)));
  }

  async noteSharedSources(ids: readonly string[]): Promise<void> {
    if (this.store === null) return;
    const owners = await this.store.held.owners('sources', ids);
    this.#note('source shared', await sourcePartsIn(this.store, this.#sharedIn(owners)));
  }

  /** Stores the things that the data set owns and no longer states. */
  async noteWithdrawn(): Promise<void> {
    const { store } = this;
    if (store === null) return;
    for await (const ids of this.#ownedPages(store, 'entities')) {
      this.#owned += ids.length;
      const stated = this.#spool.entities(ids);
      const owners = await store.held.owners(
        'entities',
        ids.filter((id) => !stated.has(id)),
      );
      const kept = await entityPartsIn(store, this.#sharedIn(owners));
      this.#note('withdrawn', kept);
      this.#gone('gone', owners, kept);
    }
    for await (const ids of this.#ownedPages(store, 'sources')) {
      const stated = this.#spool.sources(ids);
      const owners = await store.held.owners(
        'sources',
        ids.filter((id) => !stated.has(id)),
      );
      const kept = await sourcePartsIn(store, this.#sharedIn(owners));
      this.#note('source withdrawn', kept);
      this.#gone('source gone', owners, kept);
    }
  }

  /**
   * Stores the neighbors of shared and withdrawn entities by relations of other data sets. Which of
   * these relations are best may change, and so may the degrees of the neighbors.
   */
  async noteAround(): Promise<void> {
    const { store } = this;
    if (store === null) return;
    for (const role of ['shared', 'withdrawn'] as const) {
      for (const noted of this.#pages<EntityPart>(role)) {
        const objects = noted.flatMap(([, parts]) =>
          parts.flatMap(({ said }) => said.edges.map(({ objectId }) => objectId)),
        );
        const ids = [...new Set(objects)];
        const covered = this.covered(ids);
        const owners = await store.held.owners(
          'entities',
          ids.filter((id) => !covered.has(id)),
        );
        this.#note('around', await entityPartsIn(store, owners), false);
      }
    }
  }

  /** Those ids whose relations the load decides. */
  covered(ids: readonly string[]): ReadonlySet<string> {
    const covered = new Set(this.#spool.entities(ids).keys());
    if (!this.#isAny) return covered;
    for (const role of ['withdrawn', 'gone', 'around']) {
      for (const id of this.#spool.beside(role, ids).keys()) covered.add(id);
    }
    return covered;
  }

  /** The entities, with the statements of other data sets. */
  shared(portion: readonly EntityStatements[]): readonly SharedEntity[] {
    const ids = portion.map(({ head }) => head.id);
    const noted = this.#isAny ? this.#spool.beside('shared', ids) : new Map<string, string>();
    return portion.map((own) => {
      const others = noted.get(own.head.id);
      if (others === undefined) return { all: own, own, parts: [] };
      const mine = { dataset: this.dataset, said: own };
      const parts = inOrder([...(JSON.parse(others) as EntityPart[]), mine], this.#orderOf);
      return { all: mergedStatements(parts), own, parts };
    });
  }

  /** The stored entities without statements of the data set being loaded. */
  *noted(role: Noted): Iterable<readonly SharedEntity[]> {
    for (const page of this.#pages<EntityPart>(role)) {
      yield page.map(([, parts]) => ({ all: mergedStatements(parts), own: null, parts }));
    }
  }

  /** The statements of all data sets about the sources. */
  sourceParts(sources: readonly SourcePart['said'][]): readonly (readonly SourcePart[])[] {
    const ids = sources.map(({ id }) => id);
    const noted = this.#isAny
      ? this.#spool.beside('source shared', ids)
      : new Map<string, string>();
    return sources.map((said) => {
      const others = JSON.parse(noted.get(said.id) ?? '[]') as SourcePart[];
      return inOrder([...others, { dataset: this.dataset, said }], this.#orderOf);
    });
  }

  /** The sources that the data set no longer states, but others do. */
  *withdrawnSources(): Iterable<readonly (readonly SourcePart[])[]> {
    for (const page of this.#pages<SourcePart>('source withdrawn')) {
      yield page.map(([, parts]) => parts);
    }
  }

  /** The things that no data set states any more. */
  *gone(thing: 'entities' | 'sources'): Iterable<readonly string[]> {
    const role = thing === 'entities' ? 'gone' : 'source gone';
    for (const page of this.#rows(role)) yield page.map(([id]) => id);
  }

  /** The number of entities that no data set states any more. */
  get goneCount(): number {
    return this.#spool.besideCount('gone');
  }

  async *#ownedPages(
    store: GraphStore,
    thing: 'entities' | 'sources',
  ): AsyncGenerator<readonly string[]> {
    for (let after: string | null = null; ; ) {
      const page: OwnedPage = await store.held.ownedBy(this.dataset, thing, after, portionSize);
      if (page.ids.length > 0) yield page.ids;
      if (page.next === null) return;
      after = page.next;
    }
  }

  /** The things that another data set owns, with all owners. */
  #sharedIn(
    owners: ReadonlyMap<string, readonly string[]>,
  ): ReadonlyMap<string, readonly string[]> {
    return new Map([...owners].filter(([, names]) => names.some((name) => name !== this.dataset)));
  }

  #note(role: string, parts: ReadonlyMap<string, readonly Part<unknown>[]>, butOwn = true): void {
    const rows = [...parts].flatMap(([id, all]) => {
      const others = all.filter(({ dataset }) => !butOwn || dataset !== this.dataset);
      if (others.length === 0) return [];
      return [[id, JSON.stringify(inOrder(others, this.#orderOf))] as const];
    });
    if (rows.length > 0) this.#isAny = true;
    this.#spool.addBeside(role, rows);
  }

  #gone(
    role: string,
    owners: ReadonlyMap<string, readonly string[]>,
    kept: ReadonlyMap<string, unknown>,
  ): void {
    const rows = [...owners.keys()].filter((id) => !kept.has(id)).map((id) => [id, ''] as const);
    if (rows.length > 0) this.#isAny = true;
    this.#spool.addBeside(role, rows);
  }

  *#rows(role: string): Iterable<readonly (readonly [id: string, said: string])[]> {
    for (let after = ''; ; ) {
      const rows = this.#spool.besideAfter(role, after, portionSize);
      if (rows.length > 0) yield rows;
      if (rows.length < portionSize) return;
      after = rows.at(-1)?.[0] ?? '';
    }
  }

  *#pages<Said extends Part<unknown>>(
    role: string,
  ): Iterable<readonly (readonly [id: string, parts: readonly Said[]])[]> {
    for (const rows of this.#rows(role)) {
      yield rows.map(([id, said]) => [id, JSON.parse(said) as Said[]] as const);
    }
  }
}
