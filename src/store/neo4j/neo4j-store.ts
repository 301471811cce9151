import type { Tags } from '../cache-tags.ts';
import { changesFrom } from '../changes-since.ts';
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
import { AbandonedFilling } from './abandoned-filling.ts';
import { Connection, type ConnectionOptions } from './bolt-connection.ts';
import { openLabel } from './class-nodes.ts';
import { toParameter } from './cypher-statement.ts';
import { endFilling, Filler, fillingMark, markFilling } from './filling.ts';
import { defaultHubBounds, type HubBounds } from './hub-fans.ts';
import { applySchema, dropDeferrable } from './indexes/apply-schema.ts';
import { composeReads } from './read/compose.ts';
import { composeCrowded } from './read/compose-crowded.ts';
import type { Crowded } from './read/crowded.ts';
import { HeldReads } from './read/held.ts';
import { judgedModels } from './read/judged-models.ts';
import { assignClasses } from './write/class-writes.ts';
import { applyChange, formatVersion } from './write/write-transaction.ts';

interface Neo4jStoreOptions extends ConnectionOptions {
  /** How long a first load of another process may write nothing before this one ends it. */
  readonly abandonedAfterMs?: number | undefined;
  /** Which entities are hubs. */
  readonly hubs?: HubBounds | undefined;
}

/** The store in a Neo4j database, version 5.26 or later. It sends nothing before `open`. */
export function createNeo4jStore(options: Neo4jStoreOptions): GraphStore {
  return new Neo4jStore(options);
}

// Only the revisions after the known one are needed.
const changesText = `MATCH (g:GraphRevision {id: 1})
  RETURN g.revision, g.changedAt, g.filling, COLLECT {
    MATCH (c:RevisionTags) WHERE c.revision >= $known AND g.revision > $known
    RETURN [c.revision, c.changedAt, CASE WHEN c.revision > $known THEN c.tags END]
    ORDER BY c.revision }`;

class Neo4jStore implements GraphStore {
  readonly name = 'neo4j';
  readonly findsRoutes = true;
  readonly held: Held;
  readonly classes: ModelClasses = {
    open: async (limit) => {
      const mark = this.#isFilling ? await fillingMark(this.#connection) : null;
      this.#abandoned.seen(mark);
      // Relations of these models may follow, and decide on their classes.
      if (mark !== null) return [];
      const text = `MATCH (e:${openLabel}) RETURN e.id LIMIT toInteger($limit)`;
      const rows = await this.#connection.read({ name: 'classes', text, parameters: { limit } });
      return rows.map(([id]) => String(id));
    },
    judged: (ids) => judgedModels(this.#connection, ids),
    assign: (classes, revision) =>
      this.#connection.write('classes', (tx) => assignClasses(tx, classes, revision)),
  };
  readonly filling = {
    begin: async () => {
      const isEmpty = await dropDeferrable(this.#connection);
      if (isEmpty) await markFilling(this.#connection);
      this.#filler = isEmpty ? new Filler(this.#connection) : null;
    },
    end: async () => {
      const filler = this.#filler;
      if (filler === null) return;
      // Also what was committed before a failure needs its indexes.
      await filler.settled().catch(() => {});
      await endFilling(this.#connection, true, this.#hubs);
      this.#writes += 1;
      this.#filler = null;
      this.#lacksIndexes = false;
      await filler.settled();
    },
  };
  readonly #connection: Connection;
  readonly #hubs: HubBounds;
  readonly #abandoned: AbandonedFilling;
  #writes = 0;
  /** While this process fills an empty graph, which then lacks the indexes of reads. */
  #filler: Filler | null = null;
  /** Whether the graph was empty when it was opened, and lacks those indexes. */
  #lacksIndexes = false;
  /** Whether the graph was being filled when its state was last read. */
  #isFilling = false;
  #indexing: Promise<unknown> | null = null;

  constructor(options: Neo4jStoreOptions) {
    this.#connection = new Connection(options);
    this.#hubs = options.hubs ?? defaultHubBounds;
    this.#abandoned = new AbandonedFilling(this.#connection, options.abandonedAfterMs);
    this.held = new HeldReads(this.#connection);
  }

  async open(): Promise<void> {
    await this.#connection.verify();
    const { isEmpty, isFilling } = await this.#checkFormat();
    this.#lacksIndexes = await applySchema(this.#connection, isEmpty);
    if (isFilling) await endFilling(this.#connection, false, this.#hubs);
    this.#isFilling = isFilling;
  }

  version(): string {
    return `Neo4j ${this.#connection.version()}`;
  }

  async revision(options?: ReadOptions): Promise<number> {
    return (await this.state(options)).revision;
  }

  async state(options?: ReadOptions): Promise<GraphState> {
    const text = 'MATCH (g:GraphRevision {id: 1}) RETURN g.revision, g.changedAt, g.filling';
    // Pages are cached for this revision, so a slow follower must not give older ones.
    const [row = []] = await this.#connection.read({ name: 'revision', text, pins: true }, options);
    return this.#stateOf(row);
  }

  async changesSince(known: GraphState, options?: ReadOptions): Promise<ChangesSince> {
    const [row = []] = await this.#connection.read(
      {
        name: 'revision',
        text: changesText,
        parameters: { known: toParameter(known.revision) },
        pins: true,
      },
      options,
    );
    const recorded = (row[3] ?? []) as readonly (readonly [number, string, Tags | null])[];
    return changesFrom(
      known,
      this.#stateOf(row),
      recorded.map(([revision, changedAt, tags]) => ({ revision, changedAt, tags })),
    );
  }

  async read(reads: readonly Read[], options?: ReadOptions): Promise<readonly ReadResult[]> {
    if (reads.length === 0) return [];
    if (this.#lacksIndexes || this.#isFilling || this.#filler !== null) await this.#ready(options);
    const { text, parameters, decode, crowded } = composeReads(reads);
    const results = decode(await this.#row(statementName(reads), text, parameters, options));
    if (crowded.length > 0) await this.#readCrowded(crowded, options);
    return results;
  }

  /** Sends a statement for each level with crowded entities. */
  async #readCrowded(crowded: readonly Crowded[], options?: ReadOptions): Promise<void> {
    let left = crowded;
    while (left.length > 0) {
      const { text, parameters, reads, decode, crowded: met } = composeCrowded(left);
      decode(await this.#row(`crowded:${statementName(reads)}`, text, parameters, options));
      left = met;
    }
  }

  async #row(
    name: string,
    text: string,
    parameters: Readonly<Record<string, unknown>>,
    options?: ReadOptions,
  ): Promise<readonly unknown[]> {
    const [row = []] = await this.#connection.read({ name, text, parameters }, options);
    return row;
  }

  async write(change: GraphChange): Promise<number> {
    const { follows, allNew = false } = change;
    const filler = allNew && follows !== undefined ? this.#filler : null;
    if (filler === null) await (this.#filler === null ? this.#index() : this.filling.end());
    try {
      return filler === null || follows === undefined
        ? await this.#connection.write('write', (tx) => applyChange(tx, change, this.#hubs))
        : await filler.write({ ...change, follows });
    } finally {
      // A failed write may have been committed before its answer was lost.
      this.#writes += 1;
    }
  }

  get writes(): number {
    return this.#writes;
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  #stateOf([revision = 0, changedAt = null, mark = null]: readonly unknown[]): GraphState {
    this.#isFilling = mark !== null;
    return { revision: Number(revision), changedAt: changedAt === null ? null : String(changedAt) };
  }

  /**
   * Refuses to read a graph that is being filled. No answer is better than a wrong one: models get
   * their cells, and the graph its indexes, at the end.
   */
  async #ready(options?: ReadOptions): Promise<void> {
    if (this.#filler === null) {
      const mark = await fillingMark(this.#connection, options);
      this.#isFilling = mark !== null;
      this.#abandoned.seen(mark);
    }
    if (this.#filler !== null || this.#isFilling) {
      const message = 'The graph is being filled by a first load. Ask again when the load is done.';
      throw new StoreError('STORE_UNAVAILABLE', message);
    }
    await this.#connection.waiting(() => this.#index(), options);
  }

  /** Creates the indexes that were put off when an empty graph was opened. */
  async #index(): Promise<void> {
    if (!this.#lacksIndexes) return;
    this.#indexing ??= applySchema(this.#connection).finally(() => {
      this.#indexing = null;
    });
    await this.#indexing;
    this.#lacksIndexes = false;
  }

  async #checkFormat(): Promise<{ readonly isEmpty: boolean; readonly isFilling: boolean }> {
    const text = 'MATCH (g:GraphRevision {id: 1}) RETURN g.format, g.filling';
    const [row = []] = await this.#connection.read({ name: 'format', text });
    const [format = null, mark = null] = row;
    if (format === null || format === formatVersion) {
      return { isEmpty: row.length === 0, isFilling: mark !== null };
    }
    throw new StoreError(
      'STORE_VERSION',
      `The graph was written in format ${format}; this version reads format ${formatVersion}. Empty the database and load the seeds again.`,
    );
  }
}
