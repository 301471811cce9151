import { compareText } from '../../base/compare-text.ts';
import { classifyModels } from '../../loaders/classify-models.ts';
import {
  type DatasetRecord,
  type GraphStore,
  StoreError,
  type Thing,
  things,
} from '../../store/graph-store.ts';
import type { StatementStream } from '../statement-stream.ts';
import { Beside } from './beside.ts';
import { Batches, type LoadProgress } from './load-batches.ts';
import { Loading, type ThingCounts } from './loading.ts';
import { readStatements, type SpooledDataset } from './spooled-dataset.ts';

export { seedsDataset } from './beside.ts';
export type { LoadProgress } from './load-batches.ts';
export type { ThingCounts } from './loading.ts';
export { UnfitStatements } from './spooled-dataset.ts';

export interface LoadOptions {
  /** The data set that owns the statements, for example "models.dev". */
  readonly dataset: string;
  /**
   * Whether it may remove more than half of the data set's entities; true by default. A dry run
   * without permission reports that it would need it.
   */
  readonly mayRemoveMost?: boolean | undefined;
  /** The things written or removed in one transaction; by default as many as suit the store. */
  readonly batchSize?: number | undefined;
  /** The number of things from which an empty store is prepared for them. */
  readonly fillsFrom?: number | undefined;
  /** The time of the change; now by default. */
  readonly now?: Date | undefined;
  /** Whether to report the changes without writing them. */
  readonly dryRun?: boolean | undefined;
  /** Called after every transaction. */
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  /** Called with the number of entities read so far, before anything is written. */
  readonly onRead?: ((entities: number) => void) | undefined;
}

/** The changes of a load, and the revision of the graph after it. */
export type LoadReport = Readonly<Record<Thing, ThingCounts>> & {
  readonly revision: number;
  /** Why the load itself would be refused; only in the report of a dry run. */
  readonly refusal?: string;
};

/**
 * Small transactions write the same pages of a file again and again. A server keeps what a
 * transaction writes in memory: with 2000 steps each instead of 5000 or 15,000, Neo4j spends half or
 * a quarter of the time on garbage.
 */
const batchSizes = { embedded: 20_000, neo4j: 2000 } as const;
/** While an empty store is filled, one transaction is written while the next is prepared. */
const fillingBatchSizes = { embedded: 5000, neo4j: 2000 } as const;
/** The number of things from which preparing an empty store for them pays. */
const defaultFillsFrom = { embedded: 50_000, neo4j: 10_000 } as const;
/** The portions of classes that may wait while a store builds an index: some megabytes. */
const mostWaiting = 60;
/** How often a load starts again because another process wrote at the same time. */
const attempts = 10;
const longestName = 100;

/** A load would remove more than half of some entities, without permission to do so. */
export class RemovesMost extends Error {
  constructor(removed: number, of: number) {
    super(`this would remove ${removed} of the ${of} entities`);
    this.name = 'RemovesMost';
  }
}

/** A data set that does not exist. */
export class UnknownDataset extends Error {
  constructor(name: string, known: readonly string[]) {
    const named = known.length === 0 ? 'there is none' : `there are ${known.join(', ')}`;
    super(`no data set is called ${JSON.stringify(name)}; ${named}`);
    this.name = 'UnknownDataset';
  }
}

/**
 * Makes a store hold the statements of a data set. It writes only changes, in batches of one
 * transaction each. The statements are compared with the store in portions, so that neither is in
 * memory as a whole. The next load finishes an interrupted one. A load without changes writes nothing
 * and keeps the revision.
 *
 * The data set owns its statements. A statement that it no longer has is withdrawn for this data set
 * only: it stays if another data set has it, otherwise it is removed. A thing in several data sets is
 * one record, with values from the claims of all. Its plain texts (name, slug, summary) are those of
 * the seeds if they have it, otherwise those of the first data set.
 *
 * Readers see complete batches. Sources come first, then entities with all values and their new
 * degree. Next come the relations and claims of each entity, and removals of its old ones. All other
 * removals come last. A relation always has both ends.
 *
 * Concurrent loads follow one another: each one is planned again after the other has written.
 * Throws UnfitStatements, RemovesMost and RangeError before anything is written.
 */
export async function loadStream(
  store: GraphStore,
  stream: StatementStream,
  options: LoadOptions,
): Promise<LoadReport> {
  refuseName(options.dataset);
  return inTurn(store, options, () => loadOnce(store, stream, options, false));
}

/**
 * Withdraws all statements of a data set. Throws UnknownDataset, or RemovesMost if more than half
 * of all entities would go.
 */
export async function forgetDataset(store: GraphStore, options: LoadOptions): Promise<LoadReport> {
  const known = (await store.held.datasets()).map(({ name }) => name);
  if (!known.includes(options.dataset)) throw new UnknownDataset(options.dataset, known);
  const nothing: StatementStream = { sources: () => [], entities: () => [] };
  return inTurn(store, options, () => loadOnce(store, nothing, options, true));
}

/** All data sets except one. */
export async function otherDatasets(store: GraphStore, name: string): Promise<readonly string[]> {
  const known = await store.held.datasets();
  return known.map((dataset) => dataset.name).filter((each) => each !== name);
}

function refuseBatchSize({ batchSize }: LoadOptions): void {
  if (batchSize === undefined || (Number.isInteger(batchSize) && batchSize >= 1)) return;
  throw new RangeError(`expected a batch size of at least 1, found ${batchSize}`);
}

function refuseName(name: string): void {
  const isLine = name !== '' && name === name.trim() && !/[\p{Cc}\p{Cs}]/u.test(name);
  if (isLine && name.length <= longestName) return;
  const expected = `expected a name of at most ${longestName} characters, without spaces at its ends`;
  throw new RangeError(`a data set is called ${JSON.stringify(name)}; ${expected}`);
}

async function inTurn(
  store: GraphStore,
  { dryRun = false }: LoadOptions,
  load: () => Promise<LoadReport>,
): Promise<LoadReport> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const report = await load();
      if (!dryRun) await classifyModels(store);
      return report;
    } catch (error) {
      const conflict = error instanceof StoreError && error.code === 'STORE_CONFLICT';
      if (!conflict || attempt === attempts) throw error;
    }
  }
}

async function loadOnce(
  store: GraphStore,
  stream: StatementStream,
  options: LoadOptions,
  forgets: boolean,
): Promise<LoadReport> {
  refuseBatchSize(options);
  // It loads SQLite, which a server on Neo4j does not need.
  const { asTemporaryFault, Spool } = await import('../../store/embedded/spool/spool.ts');
  const spool = new Spool();
  try {
    // A write by another process raises the revision. Changes planned for an older one then fail.
    const revision = await store.revision();
    const held = await store.held.totals();
    const known = await store.held.datasets();
    const isEmpty = held.entities + held.sources === 0;
    const beside = new Beside(isEmpty ? null : store, spool, options.dataset, known);
    const { onRead } = options;
    const reading = await readStatements(stream, spool, { beside, onRead });
    const refusal = removesMost(beside, options, forgets ? held.entities : null);
    if (refusal !== null && options.dryRun !== true) throw refusal;
    const before = known.find(({ name }) => name === options.dataset) ?? null;
    const { now = new Date(), dryRun: dry = false, onProgress } = options;
    const { fillsFrom = defaultFillsFrom[store.name] } = options;
    const at = now.toISOString();
    const dataset = (complete: boolean) =>
      forgets && complete ? null : recordOf(beside, reading, { before, at, complete, forgets });
    const total = things.reduce((sum, thing) => sum + reading.sizes[thing], 0);
    const fills = isEmpty && !dry && total >= fillsFrom && store.filling !== undefined;
    const { batchSize = (fills ? fillingBatchSizes : batchSizes)[store.name] } = options;
    const { concurrentWrites = 1 } = (fills && store.filling) || {};
    const batches = new Batches(store, revision, {
      ...{ batchSize, at, total, onProgress, dry, dataset, datasetName: options.dataset },
      // Nothing is read from an empty store.
      ahead: isEmpty ? concurrentWrites : 0,
      touches: !fills,
      allNew: things.every((thing) => held[thing] === 0),
    });
    const isKnown = !forgets && before !== null && isAlike(before, dataset(true));
    const run = () =>
      new Loading(store, reading, held, batches).run(isKnown).finally(() => batches.settled());
    const counts = await (fills ? filled(store, run) : run());
    // The end of a filling may raise it once more.
    const after = fills ? await store.revision() : batches.revision;
    return { ...counts, revision: after, ...(refusal !== null && { refusal: refusal.message }) };
  } catch (cause) {
    throw asTemporaryFault(cause);
  } finally {
    spool.close();
  }
}

/** Does the work while the store is prepared for it. */
async function filled<T>(store: GraphStore, work: () => Promise<T>): Promise<T> {
  const { filling } = store;
  await filling?.begin();
  let result: T;
  try {
    result = await work();
  } catch (error) {
    // The reason matters more than that this fails as well.
    await filling?.end().catch(() => {});
    throw error;
  }
  const ended = filling?.end();
  // It may fail while nobody waits for it yet.
  ended?.catch(() => {});
  // Whoever loads finds the classes that are missing after it.
  if (filling?.findsClasses === true) await classifyModels(store, mostWaiting).catch(() => {});
  await ended;
  return result;
}

function removesMost(
  { goneCount, owned }: Beside,
  { mayRemoveMost = true }: LoadOptions,
  all: number | null,
): RemovesMost | null {
  const of = all ?? owned;
  return !mayRemoveMost && goneCount * 2 > of ? new RemovesMost(goneCount, of) : null;
}

interface Known {
  readonly before: DatasetRecord | null;
  readonly at: string;
  readonly complete: boolean;
  readonly forgets: boolean;
}

function recordOf(
  { dataset, place }: Beside,
  { stated }: SpooledDataset,
  { before, at, complete, forgets }: Known,
): DatasetRecord {
  const counts = complete && !forgets ? stated : (before?.counts ?? null);
  return { name: dataset, place, changedAt: at, complete, counts };
}

function isAlike(one: DatasetRecord, other: DatasetRecord | null): boolean {
  const shown = ({ place, complete, counts }: DatasetRecord) =>
    JSON.stringify([place, complete, counts?.entities, counts?.sources, counts?.statements]);
  return other !== null && compareText(shown(one), shown(other)) === 0;
}
