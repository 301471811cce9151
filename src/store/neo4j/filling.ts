import { cellKind } from '../../ontology/filter-cells.ts';
import { type GraphChange, type ReadOptions, StoreError } from '../graph-store.ts';
import type { Connection } from './bolt-connection.ts';
import { cellKeyName, cellLabel } from './cell-nodes.ts';
import { toParameter } from './cypher-statement.ts';
import { defaultHubBounds, type HubBounds } from './hub-fans.ts';
import { createDeferrable } from './indexes/apply-schema.ts';
import { labelOf } from './labels.ts';
import { applyFilling, countCells, placeHubs, placeModels } from './write/write-transaction.ts';

const modelsTogether = 2000;
/** All their models are read. */
const cellsTogether = 100;
/** All their neighbors are read. */
const hubsTogether = 20;
const scanMs = 300_000;
/** If each of them finds a later mark, the load that writes it is still under way. */
const mostScans = 3;

/**
 * Writes the changes of a first load. A write is done when it is executed, so that the next one is
 * executed while it is committed. If the commit fails, the next write or `settled` says so.
 */
export class Filler {
  readonly #connection: Connection;
  #committing: Promise<unknown> = Promise.resolve();
  /** Whether the change that is committed has what relations and claims lead to. */
  #hasEnds = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Writes a change of new things only. Throws STORE_CONFLICT if another process wrote meanwhile. */
  async write(change: GraphChange & { readonly follows: number }): Promise<number> {
    const { entities, relations, sources, claims } = change;
    if (this.#hasEnds && relations.length + claims.length > 0) await this.#committing;
    const before = this.#committing;
    const executed = new Promise<number>((resolve, reject) => {
      const committed = this.#connection.write(
        'write',
        (tx) => applyFilling(tx, change),
        (revision) => resolve(revision),
      );
      committed.catch(reject);
      this.#committing = committed;
    });
    this.#hasEnds = entities.length + sources.length > 0;
    try {
      const revision = await executed;
      await before;
      return revision;
    } catch (error) {
      // It fails here, and need not fail once more at the end.
      this.#committing = Promise.resolve();
      await before;
      throw (await this.#conflict(change.follows)) ?? error;
    }
  }

  /** Waits for the last commit, and throws if it failed. */
  async settled(): Promise<void> {
    await this.#committing;
  }

  /** Things of another writer may be in the way, in which case the revision is another one. */
  async #conflict(follows: number): Promise<StoreError | null> {
    const text = 'MATCH (g:GraphRevision {id: 1}) RETURN g.revision';
    const [[revision = 0] = []] = await this.#connection.read({ name: 'revision', text });
    if (Number(revision) === follows) return null;
    return new StoreError(
      'STORE_CONFLICT',
      `The graph has revision ${revision}; the change was planned for ${follows}.`,
    );
  }
}

/**
 * Marks the graph as one that is being filled, so that nobody reads it. The mark is the revision of
 * the last change of a first load.
 */
export async function markFilling(connection: Connection): Promise<void> {
  await connection.write('filling', (tx) =>
    tx.run(
      `MERGE (g:GraphRevision {id: 1}) SET g.revision = coalesce(g.revision, 0)
       SET g.filling = g.revision`,
    ),
  );
}

/** The mark; null if the graph is not being filled, and no filling was interrupted. */
export async function fillingMark(connection: Connection, options?: ReadOptions): Promise<unknown> {
  const text = 'MATCH (g:GraphRevision {id: 1}) RETURN g.filling';
  const [[mark = null] = []] = await connection.read({ name: 'filling', text }, options);
  return mark;
}

/**
 * Ends a first load: builds the indexes that only reads need, places the models without a cell,
 * counts the values in cells, and lists the nearest neighbors of hubs. `raises` says that others
 * may have counted the models meanwhile. Without it, the graph keeps its revision, so that a load
 * which another process still does goes on. Such a load keeps the mark.
 */
export async function endFilling(
  connection: Connection,
  raises: boolean,
  hubs = defaultHubBounds,
): Promise<void> {
  // Indexes are built faster than they are kept.
  await placeAll(connection, raises);
  await createDeferrable(connection);
  for (let scan = 0; scan < mostScans; scan += 1) {
    const mark = await fillingMark(connection);
    await placeAll(connection, raises);
    await countAllCells(connection);
    await placeAllHubs(connection, hubs);
    if (await removeMark(connection, mark)) return;
  }
}

async function placeAll(connection: Connection, raises: boolean): Promise<void> {
  const text = `MATCH (e:Entity) USING INDEX e:Entity(id)
    WHERE e.id > $after AND e.id < $end AND e.${cellKeyName} IS NULL
    RETURN e.id ORDER BY e.id LIMIT toInteger($limit)`;
  // The ids of models begin with their label and a colon.
  const end = `${labelOf(cellKind)};`;
  for (let after = `${labelOf(cellKind)}:`; ; ) {
    const parameters = { after, end, limit: modelsTogether };
    const rows = await connection.read({ name: 'filling', text, parameters, timeoutMs: scanMs });
    const ids = rows.map(([id]) => String(id));
    if (ids.length === 0) break;
    await connection.write('filling', (tx) => placeModels(tx, ids, raises));
    after = ids.at(-1) ?? after;
  }
}

async function countAllCells(connection: Connection): Promise<void> {
  const text = `MATCH (cell:${cellLabel}) RETURN cell.key ORDER BY cell.key`;
  const rows = await connection.read({ name: 'filling', text, timeoutMs: scanMs });
  const keys = rows.map(([key]) => String(key));
  for (let start = 0; start < keys.length; start += cellsTogether) {
    const some = keys.slice(start, start + cellsTogether);
    await connection.write('filling', (tx) => countCells(tx, some));
  }
}

async function placeAllHubs(connection: Connection, bounds: HubBounds): Promise<void> {
  const rows = await connection.read({
    name: 'filling',
    text: 'MATCH (e:Entity) WHERE COUNT { (e)--() } >= $from RETURN e.id ORDER BY e.id',
    parameters: { from: toParameter(bounds.from) },
    timeoutMs: scanMs,
  });
  const ids = rows.map(([id]) => String(id));
  for (let start = 0; start < ids.length; start += hubsTogether) {
    const some = ids.slice(start, start + hubsTogether);
    await connection.write('filling', (tx) => placeHubs(tx, some, bounds));
  }
}

/** Removes the mark, unless a first load has written meanwhile. */
function removeMark(connection: Connection, mark: unknown): Promise<boolean> {
  // Setting a property takes the lock of all writers.
  const text = `MATCH (g:GraphRevision {id: 1}) SET g.format = g.format
    WITH g WHERE coalesce(g.filling, -1) <> coalesce($mark, -1) RETURN g.filling`;
  return connection.write('filling', async (tx) => {
    const { records } = await tx.run(text, { mark: toParameter(mark) });
    if (records.length > 0) return false;
    await tx.run('MATCH (g:GraphRevision {id: 1}) REMOVE g.filling');
    return true;
  });
}
