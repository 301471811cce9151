import neo4j, { type Driver, type QueryResult, type Session } from 'neo4j-driver';
import { type ReadOptions, type StatementEvent, StoreError } from '../graph-store.ts';
import { aborted, bounded } from './bounded.ts';
import { type Address, isStaleBookmark, isWorthRetrying, toStoreError } from './neo4j-errors.ts';
import { supportedVersion } from './server-version.ts';

export interface ConnectionOptions {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The user's home database by default. */
  readonly database?: string | undefined;
  /** The time limit of a read, in milliseconds. */
  readonly timeoutMs: number;
  readonly maxPoolSize?: number | undefined;
  readonly fetchSize?: number | undefined;
  /** Called with every statement. */
  readonly observe?: ((event: StatementEvent) => void) | undefined;
}

interface StatementText {
  readonly name: string;
  readonly text: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Whether later reads must see at least the same state, on any member of a cluster. */
  readonly pins?: boolean;
  /** Replaces the time limit of reads. */
  readonly timeoutMs?: number;
}

/** A transaction in which statements run one after another. */
export interface Transaction {
  run(text: string, parameters?: Readonly<Record<string, unknown>>): Promise<QueryResult>;
}

const application = 'glossgraph';
const connectMs = 4000;
const writeTimeoutMs = 600_000;
/**
 * The pauses before a statement is sent again. After the last one, the server is reported as
 * unreachable.
 */
const retryPausesMs: readonly number[] = [50, 300];
const retryDeadlineMs = 4000;

/** A driver, and the rules for sending statements: time limits, aborts, retries, bookmarks. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #address: Address;
  readonly #driver: Driver;
  readonly #inFlight = new Set<Promise<unknown>>();
  /** Bookmarks of this process's writes, and of the revision it read. Reads see both. */
  #bookmarks: string[] = [];
  #revisionBookmarks: string[] = [];
  /** The number of pinning reads that were sent, and the latest one whose bookmarks were taken. */
  #pinsSent = 0;
  #pinTaken = 0;
  #closed = false;
  #version: string | null = null;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#address = { uri: options.uri, database: options.database };
    this.#driver = this.#createDriver();
  }

  /** The server's version. Throws STORE_UNAVAILABLE before `verify`. */
  version(): string {
    if (this.#version !== null) return this.#version;
    throw new StoreError('STORE_UNAVAILABLE', 'The connection to Neo4j is not open.');
  }

  /** Connects to the server and database, and refuses a version that is too old. */
  async verify(): Promise<void> {
    const agent = await this.#tracked(async () => {
      try {
        const { agent } = await this.#driver.getServerInfo(this.#database());
        return agent ?? '';
      } catch (error) {
        throw toStoreError(error, this.#address);
      }
    });
    this.#version = supportedVersion(agent, this.#options.uri);
  }

  /** Sends a statement as an auto-commit read. Returns the values of its rows. */
  async read(
    statement: StatementText,
    { signal, onStatement }: ReadOptions = {},
  ): Promise<readonly (readonly unknown[])[]> {
    return this.#tracked(async () => {
      const started = performance.now();
      const rows = await this.#retrying(() => this.#readOnce(statement, signal), signal);
      const event = { name: statement.name, milliseconds: performance.now() - started };
      onStatement?.(event);
      this.#options.observe?.(event);
      return rows;
    });
  }

  /**
   * Runs the work in one write transaction. Later reads of this process see its writes.
   * `onCommitting` is called when the work is done and only the commit is left.
   */
  async write<Result>(
    name: string,
    work: (tx: Transaction) => Promise<Result>,
    onCommitting: (result: Result) => void = () => {},
  ): Promise<Result> {
    return this.#tracked(async () => {
      const started = performance.now();
      const result = await this.#retrying(() => this.#writeOnce(name, work, onCommitting));
      this.#options.observe?.({ name, milliseconds: performance.now() - started });
      return result;
    });
  }

  /** Waits for work of several statements as long as for one read. The work itself goes on. */
  waiting<Result>(work: () => Promise<Result>, { signal }: ReadOptions = {}): Promise<Result> {
    return bounded(this.#options.timeoutMs, signal, work);
  }

  /** Sends a statement outside of our transactions, such as one that creates an index. */
  async execute(name: string, text: string): Promise<void> {
    await this.#tracked(() =>
      this.#retrying(() => {
        const session = this.#session(neo4j.session.WRITE);
        const config = { timeout: writeTimeoutMs, metadata: { name, application } };
        return this.#bounded(session, writeTimeoutMs, undefined, async () => {
          await session.run(text, {}, config);
        });
      }),
    );
  }

  /** Waits for running statements, then closes the connections. */
  async close(): Promise<void> {
    this.#closed = true;
    // After the driver is closed, the promises of running statements would never settle.
    while (this.#inFlight.size > 0) await Promise.allSettled([...this.#inFlight]);
    await this.#driver.close();
  }

  #createDriver(): Driver {
    const { uri, user, password, maxPoolSize = 16, fetchSize = 1000 } = this.#options;
    try {
      return neo4j.driver(uri, neo4j.auth.basic(user, password), {
        disableLosslessIntegers: true,
        maxConnectionPoolSize: maxPoolSize,
        connectionTimeout: connectMs,
        connectionAcquisitionTimeout: connectMs,
        maxTransactionRetryTime: 0,
        fetchSize,
        telemetryDisabled: true,
        notificationFilter: {
          minimumSeverityLevel: neo4j.notificationFilterMinimumSeverityLevel.OFF,
        },
        userAgent: application,
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new StoreError('STORE_UNAVAILABLE', `${uri} is not a valid Neo4j address: ${reason}`, {
        cause: error,
      });
    }
  }

  #database(): { database?: string } {
    const { database } = this.#options;
    return database === undefined ? {} : { database };
  }

  async #tracked<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#closed) throw new StoreError('STORE_UNAVAILABLE', 'The store is closed.');
    return this.#track(work());
  }

  async #track<Result>(running: Promise<Result>): Promise<Result> {
    this.#inFlight.add(running);
    try {
      return await running;
    } finally {
      this.#inFlight.delete(running);
    }
  }

  async #retrying<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    const deadline = performance.now() + retryDeadlineMs;
    for (let attempt = 0; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        const known = this.#bookmarks.length + this.#revisionBookmarks.length;
        const stale = isStaleBookmark(error) && known > 0;
        if (stale) [this.#bookmarks, this.#revisionBookmarks] = [[], []];
        const pause = retryPausesMs[attempt];
        const late = performance.now() + (pause ?? 0) > deadline;
        if (pause === undefined || late || !(stale || isWorthRetrying(error))) {
          throw toStoreError(error, this.#address);
        }
        await new Promise((resolve) => setTimeout(resolve, pause));
        if (signal?.aborted) throw aborted();
      }
    }
  }

  async #readOnce(
    { name, text, parameters = {}, timeoutMs = this.#options.timeoutMs, pins }: StatementText,
    signal: AbortSignal | undefined,
  ): Promise<readonly (readonly unknown[])[]> {
    const session = this.#session(neo4j.session.READ);
    if (pins === true) this.#pinsSent += 1;
    const pin = this.#pinsSent;
    return this.#bounded(session, timeoutMs, signal, async () => {
      const config = { timeout: timeoutMs, metadata: { name, application } };
      const { records } = await session.run(text, parameters, config);
      // A read that was sent earlier and answered later has older bookmarks.
      if (pins === true && pin > this.#pinTaken) {
        this.#pinTaken = pin;
        this.#revisionBookmarks = session.lastBookmarks();
      }
      return records.map((record) => [...record.values()]);
    });
  }

  #writeOnce<Result>(
    name: string,
    work: (tx: Transaction) => Promise<Result>,
    onCommitting: (result: Result) => void,
  ): Promise<Result> {
    const session = this.#session(neo4j.session.WRITE);
    return this.#bounded(session, writeTimeoutMs, undefined, async () => {
      const config = { timeout: writeTimeoutMs, metadata: { name, application } };
      // Closing the session rolls back an uncommitted transaction.
      const transaction = await session.beginTransaction(config);
      const result = await work(transaction);
      onCommitting(result);
      await transaction.commit();
      this.#bookmarks = session.lastBookmarks();
      return result;
    });
  }

  /**
   * Runs the work and closes the session. It closes early if time runs out or the client leaves:
   * closing ends the statement at once, while a rollback would wait for it.
   */
  async #bounded<Result>(
    session: Session,
    timeoutMs: number,
    signal: AbortSignal | undefined,
    work: () => Promise<Result>,
  ): Promise<Result> {
    if (signal?.aborted) throw aborted();
    try {
      return await bounded(timeoutMs, signal, work);
    } finally {
      void this.#track(session.close().catch(() => {}));
    }
  }

  #session(mode: 'READ' | 'WRITE'): Session {
    return this.#driver.session({
      ...this.#database(),
      defaultAccessMode: mode,
      bookmarks: [...this.#bookmarks, ...this.#revisionBookmarks],
    });
  }
}
