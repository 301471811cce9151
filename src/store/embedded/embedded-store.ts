import type { MaybePromise } from '../../base/maybe-promise.ts';
import { changesFrom, isSameState } from '../changes-since.ts';
import {
  type ChangesSince,
  type GraphChange,
  type GraphState,
  type GraphStore,
  type Held,
  type ModelClasses,
  type ReadOptions,
  StoreError,
} from '../graph-store.ts';
import type { Read, ReadResult } from '../reads.ts';
import { statementName } from '../statement-name.ts';
import { type Answering, answer, isOfRecords } from './answer.ts';
import { Codes } from './database/codes.ts';
import { openDatabase, type Sqlite } from './database/database.ts';
import { asStoreError, conflict, isBusy } from './database/faults.ts';
import { Graph } from './database/graph.ts';
import { revisionIn, stateIn } from './database/graph-state.ts';
import { recordedFrom } from './database/revision-log.ts';
import type { EmbeddedStoreOptions } from './embedded-options.ts';
import { concurrentWrites, Filler } from './fill/filler.ts';
import { endFilling, isFilling } from './fill/filling.ts';
import { mostLookedAt as defaultMostLookedAt } from './match/bound.ts';
import { Moment } from './moment.ts';
import { ClaimReads } from './read/claim-reads.ts';
import { DisagreementReads } from './read/disagreement-reads.ts';
import { HeldReads } from './read/held-reads.ts';
import { LabelReads } from './read/label-reads.ts';
import { areMany, mayTakeLong } from './read/long-reads.ts';
import { judgedModels, openModels } from './read/model-classes.ts';
import { ReadingThreads } from './reading-threads.ts';
import { ClassAssigner, classTexts } from './write/class-assigner.ts';
import { Writer } from './write-change.ts';

export type { EmbeddedStoreOptions };

const defaultCacheBytes = 64 * 1024 * 1024;
const defaultCrowdedFrom = 256;
const defaultHubFrom = 2000;

interface Opened extends Answering {
  readonly codes: Codes;
  readonly writer: Writer;
  readonly assigner: ClassAssigner;
  readonly moment: Moment;
  /** The threads for long reads; null if all reads run in this thread. */
  readonly threads: ReadingThreads | null;
}

/** The store in one SQLite file. Its memory is bounded. */
export function createEmbeddedStore(options: EmbeddedStoreOptions): GraphStore {
  return new EmbeddedStore(options);
}

class EmbeddedStore implements GraphStore {
  readonly name = 'embedded';
  readonly findsRoutes = false;
  readonly writesWhole = true;
  readonly held: Held = new HeldReads((work) => this.#reading(work));
  readonly classes: ModelClasses = {
    open: async (limit) => {
      const filler = this.#filler;
      const models = this.#reading((graph) =>
        // Relations of these models may follow, and decide on their classes.
        this.#isFilling && filler === null ? [] : openModels(graph, limit, filler?.openedTo ?? 0),
      );
      if (filler !== null) filler.openedTo = models.at(-1)?.[1] ?? 0;
      return models.map(([id]) => id);
    },
    reopen: async (limit) => {
      const { writer, graph } = this.#open();
      try {
        return this.#guarded(() => writer.reopen(limit));
      } finally {
        graph.classes.forget();
      }
    },
    judged: async (ids) => this.#reading((graph) => judgedModels(graph, ids)),
    assign: async (classes, revision) => {
      const { assigner, graph } = this.#open();
      const texts = classTexts(classes);
      try {
        const stored = this.#filler?.assign(texts, revision);
        return await (stored ?? this.#guarded(() => assigner.assign(texts, revision)));
      } finally {
        graph.classes.forget();
      }
    },
  };
  readonly filling = {
    findsClasses: true,
    concurrentWrites,
    begin: async () => {
      const { database, codes } = this.#open();
      this.#filler = await Filler.begin(this.#file, database, codes);
      this.#isFilling = this.#guarded(() => isFilling(database));
    },
    end: async () => {
      const { database, codes } = this.#open();
      try {
        await this.#filler?.end();
      } finally {
        this.#filler = null;
        // If the thread was lost, this one ends the filling.
        this.#guarded(() => finishFilling(database, codes));
        this.#isFilling = this.#guarded(() => isFilling(database));
      }
    },
  };
  readonly #file: string;
  #opened: Opened | null = null;
  #writes = 0;
  /** The number of changes that failed. */
  #failures = 0;
  #filler: Filler | null = null;
  /** Whether a process fills the file, so that some rows and indexes are not there yet. */
  #isFilling = false;

  readonly #options: EmbeddedStoreOptions;

  constructor(options: EmbeddedStoreOptions) {
    this.#file = options.file;
    this.#options = options;
  }

  async open(): Promise<void> {
    if (this.#opened !== null) return;
    const { crowdedFrom = defaultCrowdedFrom, threads = 0 } = this.#options;
    const { mostLookedAt = defaultMostLookedAt } = this.#options;
    const { cacheBytes: allBytes = defaultCacheBytes } = this.#options;
    // Other connections cannot read a graph in memory.
    const isAlone = threads === 0 || this.#file === ':memory:';
    const cacheBytes = isAlone ? allBytes : Math.ceil(allBytes / 2);
    const own = {
      ...{ file: this.#file, cacheBytes: Math.ceil(cacheBytes / threads), crowdedFrom },
      ...{ mostLookedAt, isThread: true },
    };
    const database = openDatabase(this.#file);
    // SQLite gets a part of it, for pages of the file.
    database.exec(`PRAGMA cache_size = -${Math.ceil(cacheBytes / 4096)}`);
    const codes = new Codes(database);
    if (this.#options.isThread !== true) finishFilling(database, codes);
    const moment: Moment = new Moment(database, () => {
      graph.forget();
      this.#isFilling = isFilling(database);
    });
    const before = () => moment.beforeStatement();
    const graph = new Graph(database, codes, {
      ...{ cacheBytes, crowdedFrom, mostLookedAt, before },
    });
    this.#opened = {
      database,
      codes,
      graph,
      moment,
      claims: new ClaimReads(graph),
      disagreements: new DisagreementReads(graph.statements),
      labels: new LabelReads(database),
      writer: new Writer(database, codes, undefined, this.#options.mostReopened),
      assigner: new ClassAssigner(database),
      threads: isAlone ? null : new ReadingThreads(own, threads),
    };
  }

  version(): string {
    const row = this.#open().database.prepare('SELECT sqlite_version() AS version').get([]);
    return `SQLite ${(row as { version: string }).version}`;
  }

  revision(): number {
    return this.state().revision;
  }

  state(): GraphState {
    const { database } = this.#open();
    return this.#guarded(() => stateIn(database));
  }

  changesSince(known: GraphState): ChangesSince {
    const state = this.state();
    if (isSameState(known, state)) return { state, changed: [] };
    const { database, graph, moment } = this.#open();
    // Read again together with the recorded changes, as of one moment.
    return this.#guarded(() =>
      moment.read(() => {
        const recorded = recordedFrom(known.revision, graph.statements);
        return changesFrom(known, stateIn(database), recorded);
      }),
    );
  }

  refresh(): void {
    this.state();
  }

  read(reads: readonly Read[], options: ReadOptions = {}): MaybePromise<readonly ReadResult[]> {
    if (options.signal?.aborted) throw new StoreError('STORE_ABORTED', 'The request was aborted.');
    const opened = this.#open();
    const { threads, moment, graph } = opened;
    const started = performance.now();
    const told = (results: readonly ReadResult[]) => {
      const milliseconds = performance.now() - started;
      options.onStatement?.({ name: statementName(reads), milliseconds });
      return results;
    };
    const { hubFrom = defaultHubFrom } = this.#options;
    const isLong = () => {
      this.#refuseHalf(reads);
      return reads.some((read) => mayTakeLong(read, graph, hubFrom));
    };
    if (threads !== null && (areMany(reads) || this.#guarded(() => moment.read(isLong)))) {
      return threads.read(reads, options).then(told);
    }
    const answers = () => {
      this.#refuseHalf(reads);
      return reads.map((read) => answer(read, opened));
    };
    return told(this.#guarded(() => moment.read(answers)));
  }

  async write(change: GraphChange): Promise<number> {
    const opened = this.#open();
    const failures = this.#failures;
    const { follows } = change;
    try {
      const filled = (await this.#filler?.write(change)) ?? null;
      if (filled !== null) return filled;
      // The change before it may have failed since, and another process may have made the revision.
      if (follows !== undefined && failures !== this.#failures) {
        throw conflict(revisionIn(opened.database), follows);
      }
      return opened.writer.write(change);
    } catch (cause) {
      this.#failures += 1;
      throw asStoreError(cause, this.#file);
    } finally {
      opened.graph.forget();
      this.#writes += 1;
    }
  }

  get writes(): number {
    return this.#writes;
  }

  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    const filler = this.#filler;
    this.#filler = null;
    try {
      await opened?.threads?.close();
      await filler?.end();
    } finally {
      opened?.database.close();
    }
  }

  /** No answer is better than a wrong one: neighbors and labels come at the end of a filling. */
  #refuseHalf(reads: readonly Read[]): void {
    if (!this.#isFilling || (this.#filler?.isEnding && reads.every(isOfRecords))) return;
    const message = `${this.#file} is being filled by a first load. Ask again when the load is done. If it was stopped, load again, or restart the server: whoever opens the file completes it.`;
    throw new StoreError('STORE_UNAVAILABLE', message);
  }

  #reading<T>(work: (graph: Graph) => T): T {
    const { graph, moment } = this.#open();
    return this.#guarded(() => moment.read(() => work(graph)));
  }

  /** Runs the work. An SQLite error becomes a StoreError. */
  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      throw asStoreError(cause, this.#file);
    }
  }

  #open(): Opened {
    if (this.#opened !== null) return this.#opened;
    throw new StoreError('STORE_UNAVAILABLE', 'The embedded store is not open.');
  }
}

/** Finishes what an interrupted first load left, unless another process still fills the file. */
function finishFilling(database: Sqlite, codes: Codes): void {
  try {
    if (isFilling(database)) endFilling(database, codes);
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
}
