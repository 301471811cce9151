import type { EntityRecord } from '../../ontology/records.ts';
import {
  type GraphChange,
  type GraphState,
  type GraphStore,
  type ReadOptions,
  type StoreContents,
  StoreError,
} from '../graph-store.ts';
import type { Read, ReadResult } from '../reads.ts';
import { statementName } from '../statement-name.ts';
import { textRowOf } from '../text-row.ts';
import { ClaimReads } from './claim-reads.ts';
import { readContents } from './contents.ts';
import { openDatabase, readValue, type Sqlite } from './database.ts';
import { DisagreementReads } from './disagreement-reads.ts';
import { facetRows } from './facet-reads.ts';
import { asStoreError } from './faults.ts';
import { edgeCount, edgePage, entityCount, entityPage, entityRow, tally } from './graph-reads.ts';
import { LabelReads } from './label-reads.ts';
import { Snapshot } from './snapshot.ts';
import { linksOf, relationsAmong, surroundings } from './walk-reads.ts';
import { Writer } from './write-change.ts';

export interface EmbeddedStoreOptions {
  /** Path of the SQLite file; ":memory:" for a graph that ends with the process. */
  readonly file: string;
}

interface Opened {
  readonly database: Sqlite;
  readonly claims: ClaimReads;
  readonly disagreements: DisagreementReads;
  readonly labels: LabelReads;
  readonly writer: Writer;
  /** Null after a write: built again at the next read. */
  snapshot: Snapshot | null;
}

/** The store in one SQLite file, with the graph sorted for reading in memory. */
export function createEmbeddedStore(options: EmbeddedStoreOptions): GraphStore {
  return new EmbeddedStore(options.file);
}

class EmbeddedStore implements GraphStore {
  readonly name = 'embedded';
  readonly findsRoutes = false;
  readonly #file: string;
  #opened: Opened | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  async open(): Promise<void> {
    if (this.#opened !== null) return;
    const database = openDatabase(this.#file);
    this.#opened = {
      database,
      claims: new ClaimReads(database),
      disagreements: new DisagreementReads(database),
      labels: new LabelReads(database),
      writer: new Writer(database),
      snapshot: null,
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
    const opened = this.#open();
    const { database, snapshot } = opened;
    const state = this.#guarded(() => ({
      revision: Number(readValue(database, 'revision') ?? 0),
      changedAt: readValue(database, 'changedAt'),
    }));
    // Another process may have written to the file.
    if (snapshot?.revision !== state.revision || snapshot.changedAt !== state.changedAt) {
      opened.snapshot = null;
    }
    return state;
  }

  refresh(): void {
    this.state();
  }

  read(reads: readonly Read[], options: ReadOptions = {}): readonly ReadResult[] {
    if (options.signal?.aborted) throw new StoreError('STORE_ABORTED', 'The request was aborted.');
    const opened = this.#open();
    const started = performance.now();
    const results = this.#guarded(() => {
      opened.snapshot ??= new Snapshot(opened.database);
      const { snapshot } = opened;
      return reads.map((read) => answer(read, snapshot, opened));
    });
    options.onStatement?.({
      name: statementName(reads),
      milliseconds: performance.now() - started,
    });
    return results;
  }

  async write(change: GraphChange): Promise<number> {
    const opened = this.#open();
    const revision = this.#guarded(() => opened.writer.write(change));
    opened.snapshot = null;
    return revision;
  }

  async contents(): Promise<StoreContents> {
    const { database } = this.#open();
    return this.#guarded(() => readContents(database));
  }

  async close(): Promise<void> {
    this.#opened?.database.close();
    this.#opened = null;
  }

  /** Runs the work; a fault of SQLite comes out as a StoreError. */
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

function answer(
  read: Read,
  snapshot: Snapshot,
  { claims, disagreements, labels }: Pick<Opened, 'claims' | 'disagreements' | 'labels'>,
): ReadResult {
  switch (read.kind) {
    case 'entities':
      return present(read.ids, (id) => {
        const entity = snapshot.entities.get(id);
        return entity && entityRow(snapshot, entity, read.select);
      });
    case 'locate':
      return read.locators.map(({ kind, key }) => {
        const entity = snapshot.entities.get(snapshot.locators.get(`${kind}/${key}`) ?? '');
        return entity === undefined ? null : entityRow(snapshot, entity, read.select);
      });
    case 'list':
      return entityPage(snapshot, read.spec, read.select);
    case 'listCount':
      return entityCount(snapshot, read.spec);
    case 'facet':
      return facetRows(snapshot, read.spec, read.select);
    case 'edges':
      return present(read.ownerIds, (id) => edgePage(snapshot, id, read.spec, read.select));
    case 'edgeCounts':
      return present(read.ownerIds, (id) => edgeCount(snapshot, id, read.spec));
    case 'links':
      return present(read.ownerIds, (id) =>
        snapshot.entities.has(id) ? linksOf(snapshot, id, read.spec) : undefined,
      );
    case 'routes':
      return null;
    case 'surroundings':
      return surroundings(snapshot, read.ofId, read);
    case 'relationsAmong':
      return relationsAmong(snapshot, read.ids, read.types, read.limit);
    case 'relations':
      return present(read.ids, (id) => snapshot.relations.get(id));
    case 'claims':
      return claims.pages(read.ownerIds, read.spec);
    case 'claimCounts':
      return claims.counts(read.ownerIds, read.spec);
    case 'claimsById':
      return claims.claims(read.ids);
    case 'disagreements':
      return disagreements.page(read.spec);
    case 'disagreementCount':
      return disagreements.count(read.spec);
    case 'sources':
      return claims.sources(read.ids);
    case 'texts':
      return snapshot
        .after(read.of, read.after, read.limit)
        .map((entity) => textRowOf(entity as EntityRecord & Record<string, unknown>));
    case 'words':
      return labels.words(read);
    case 'labels':
      return labels.labels(read);
    case 'labelHeads':
      return labels.heads(read.heads);
    case 'textMatches':
      return labels.texts(read);
    case 'graph':
      return {
        ...tally(snapshot),
        claims: claims.total('claim'),
        sources: claims.total('source'),
        revision: snapshot.revision,
        changedAt: snapshot.changedAt,
      };
  }
}

function present<T>(ids: readonly string[], find: (id: string) => T | undefined): Map<string, T> {
  const found = new Map<string, T>();
  for (const id of ids) {
    const value = find(id);
    if (value !== undefined) found.set(id, value);
  }
  return found;
}
