import type Database from 'libsql';
import { temporaryDatabase } from '../database/temporary-database.ts';

export { asTemporaryFault } from '../database/temporary-database.ts';

/** The facts about an entity that a load needs while it processes others. */
export interface Spooled {
  readonly id: string;
  readonly name: string;
}

/** A key of an entity. A current slug wins over a former one. */
interface SpooledKey {
  readonly key: string;
  readonly id: string;
  readonly current: boolean;
}

/** A claim on a symmetric relation, stored with the `from` of the relation. */
interface SpooledEdge {
  readonly fromId: string;
  readonly relationId: string;
  readonly claim: string;
}

/** Folded texts are long, and each is read once. */
const pageOfTexts = 65_536;

const layout = `
  CREATE TABLE spool.entity (id TEXT PRIMARY KEY, name TEXT NOT NULL, own INTEGER NOT NULL)
    WITHOUT ROWID;
  CREATE TABLE spool.judged (id TEXT PRIMARY KEY, judged TEXT) WITHOUT ROWID;
  CREATE TABLE spool.beside (role TEXT NOT NULL, id TEXT NOT NULL, said TEXT NOT NULL,
    PRIMARY KEY (role, id)) WITHOUT ROWID;
  CREATE TABLE spool.outside (id TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE spool.source (id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE spool.degree (id TEXT PRIMARY KEY, count INTEGER NOT NULL, own INTEGER NOT NULL)
    WITHOUT ROWID;
  CREATE TABLE spool.locator (key TEXT PRIMARY KEY, id TEXT NOT NULL, current INTEGER NOT NULL)
    WITHOUT ROWID;
  CREATE TABLE spool.edge (from_id TEXT NOT NULL, n INTEGER NOT NULL, claim TEXT NOT NULL,
    PRIMARY KEY (from_id, n)) WITHOUT ROWID;
  CREATE TABLE folds.folded (n INTEGER PRIMARY KEY, role TEXT NOT NULL, said TEXT NOT NULL);
`;

const rowsOf = (columns: number) =>
  `SELECT ${Array.from({ length: columns }, (_, at) => `value ->> ${at}`).join(', ')} FROM json_each(?1) WHERE 1`;
const among = '(SELECT value FROM json_each(?1))';

function prepare(database: Database.Database) {
  const write = (sql: string) => database.prepare(sql);
  const read = (sql: string) => database.prepare(sql).raw();
  return {
    addEntities: write(`INSERT OR IGNORE INTO spool.entity (id, name, own) ${rowsOf(3)}`),
    addJudged: write(`INSERT OR IGNORE INTO spool.judged (id, judged) ${rowsOf(2)}`),
    addBeside: write(`INSERT OR IGNORE INTO spool.beside (role, id, said) ${rowsOf(3)}`),
    addOutside: write(`INSERT INTO spool.outside (id, count) ${rowsOf(2)}
      ON CONFLICT (id) DO UPDATE SET count = count + excluded.count`),
    addSources: write(`INSERT OR IGNORE INTO spool.source (id) ${rowsOf(1)}`),
    addDegrees: write(`INSERT INTO spool.degree (id, count, own) ${rowsOf(3)}
      ON CONFLICT (id) DO UPDATE SET count = count + excluded.count, own = max(own, excluded.own)`),
    // A current slug wins. Of two current ones the larger id wins, of two former ones the smaller.
    addKeys: write(`INSERT INTO spool.locator (key, id, current) ${rowsOf(3)}
      ON CONFLICT (key) DO UPDATE SET id = excluded.id, current = excluded.current
      WHERE excluded.current > current OR (excluded.current = current
        AND CASE current WHEN 1 THEN excluded.id > id ELSE excluded.id < id END)`),
    addFolded: write('INSERT INTO folds.folded (role, said) VALUES (?, ?)'),
    foldedAfter: read(
      'SELECT n, said FROM folds.folded WHERE role = ?1 AND n > ?2 ORDER BY n LIMIT 1',
    ),
    addEdges: write(`INSERT INTO spool.edge (from_id, n, claim) ${rowsOf(3)}`),
    entities: read(`SELECT id, name FROM spool.entity WHERE id IN ${among}`),
    idsAfter: read('SELECT id FROM spool.entity WHERE id > ?1 ORDER BY id LIMIT ?2'),
    judged: read(`SELECT id, judged FROM spool.judged WHERE id IN ${among}`),
    beside: read(`SELECT id, said FROM spool.beside WHERE role = ?2 AND id IN ${among}`),
    besideAfter: read(
      'SELECT id, said FROM spool.beside WHERE role = ?1 AND id > ?2 ORDER BY id LIMIT ?3',
    ),
    besideCount: read('SELECT count(*) FROM spool.beside WHERE role = ?1'),
    outside: read(`SELECT id, count FROM spool.outside WHERE id IN ${among}`),
    sources: read(`SELECT id FROM spool.source WHERE id IN ${among}`),
    degrees: read(`SELECT id, count FROM spool.degree WHERE id IN ${among}`),
    keys: read(`SELECT key, id FROM spool.locator WHERE key IN ${among}`),
    edges: read(
      `SELECT from_id, claim FROM spool.edge WHERE from_id IN ${among} ORDER BY from_id, n`,
    ),
    edgeOwners: read(
      'SELECT DISTINCT from_id FROM spool.edge WHERE from_id > ?1 ORDER BY from_id LIMIT ?2',
    ),
    unknownEnd: read(`SELECT d.id FROM spool.degree d LEFT JOIN spool.entity e ON e.id = d.id
      WHERE d.own = 1 AND (e.own IS NULL OR e.own = 0) LIMIT 1`),
  };
}

/** A temporary database for facts that a load needs about all entities at once. */
export class Spool {
  readonly #database: Database.Database;
  readonly #statements: ReturnType<typeof prepare>;
  #edges = 0;

  constructor() {
    this.#database = temporaryDatabase(
      `ATTACH '' AS folds; PRAGMA folds.journal_mode = OFF;
       PRAGMA folds.page_size = ${pageOfTexts}; PRAGMA folds.cache_size = -1024; ${layout}`,
    );
    this.#statements = prepare(this.#database);
  }

  /**
   * Stores entities. Returns how many of them are new. `own` means that the data set itself states
   * them.
   */
  addEntities(rows: readonly Spooled[], own = true): number {
    const values = rows.map(({ id, name }) => [id, name, Number(own)]);
    return this.#statements.addEntities.run([JSON.stringify(values)]).changes;
  }

  addSources(ids: readonly string[]): void {
    this.#statements.addSources.run([JSON.stringify(ids.map((id) => [id]))]);
  }

  /**
   * Stores relations. `own` means that the data set itself states them, and must also state these
   * ends.
   */
  addDegrees(degrees: ReadonlyMap<string, number>, own = true): void {
    const values = [...degrees].map(([id, count]) => [id, count, Number(own)]);
    this.#statements.addDegrees.run([JSON.stringify(values)]);
  }

  /** Stores a portion of results, as text. */
  addFolded(role: string, said: string): void {
    this.#statements.addFolded.run([role, said]);
  }

  /** The portions of a role, in the order of storing. */
  *folded(role: string): Iterable<string> {
    for (let after = 0; ; ) {
      const row = this.#statements.foldedAfter.get([role, after]);
      if (row === undefined) return;
      const [n, said] = row as unknown as [number, string];
      yield said;
      after = n;
    }
  }

  /** The judged parts of models and licenses, as JSON; null for other kinds. */
  addJudged(rows: readonly (readonly [id: string, judged: string | null])[]): void {
    this.#statements.addJudged.run([JSON.stringify(rows)]);
  }

  judged(ids: readonly string[]): ReadonlyMap<string, string | null> {
    return new Map(this.#all<[string, string | null]>('judged', ids));
  }

  /** Stores statements about things, as JSON. */
  addBeside(role: string, rows: readonly (readonly [id: string, said: string])[]): void {
    if (rows.length === 0) return;
    const values = rows.map(([id, said]) => [role, id, said]);
    this.#statements.addBeside.run([JSON.stringify(values)]);
  }

  beside(role: string, ids: readonly string[]): ReadonlyMap<string, string> {
    if (ids.length === 0) return new Map();
    const rows = this.#statements.beside.all([JSON.stringify(ids), role]);
    return new Map(rows as unknown as [string, string][]);
  }

  /** In the order of ids. */
  besideAfter(
    role: string,
    after: string,
    limit: number,
  ): readonly (readonly [id: string, said: string])[] {
    return this.#statements.besideAfter.all([role, after, limit]) as unknown as [string, string][];
  }

  besideCount(role: string): number {
    const [count] = this.#statements.besideCount.get([role]) as unknown as [number];
    return count;
  }

  /** Relations of entities that the load does not change. */
  addOutside(counts: ReadonlyMap<string, number>): void {
    if (counts.size > 0) this.#statements.addOutside.run([JSON.stringify([...counts])]);
  }

  outside(ids: readonly string[]): ReadonlyMap<string, number> {
    return new Map(this.#all<[string, number]>('outside', ids));
  }

  /** The first entities after one, in the order of ids. */
  idsAfter(after: string, limit: number): readonly string[] {
    const rows = this.#statements.idsAfter.all([after, limit]) as unknown as [string][];
    return rows.map(([id]) => id);
  }

  addKeys(rows: readonly SpooledKey[]): void {
    const values = rows.map(({ key, id, current }) => [key, id, Number(current)]);
    this.#statements.addKeys.run([JSON.stringify(values)]);
  }

  addEdges(rows: readonly SpooledEdge[]): void {
    if (rows.length === 0) return;
    const values = rows.map(({ fromId, claim }) => {
      this.#edges += 1;
      return [fromId, this.#edges, claim];
    });
    this.#statements.addEdges.run([JSON.stringify(values)]);
  }

  entities(ids: readonly string[]): ReadonlyMap<string, Spooled> {
    const rows = this.#all<[string, string]>('entities', ids);
    return new Map(rows.map(([id, name]) => [id, { id, name }]));
  }

  sources(ids: readonly string[]): ReadonlySet<string> {
    return new Set(this.#all<[string]>('sources', ids).map(([id]) => id));
  }

  degrees(ids: readonly string[]): ReadonlyMap<string, number> {
    return new Map(this.#all<[string, number]>('degrees', ids));
  }

  /** The entities with these keys. */
  holders(keys: readonly string[]): ReadonlyMap<string, string> {
    return new Map(this.#all<[string, string]>('keys', keys));
  }

  /** The stored edges of the entities, in the order of storing. */
  edges(fromIds: readonly string[]): readonly (readonly [fromId: string, claim: string])[] {
    return this.#edges === 0 ? [] : this.#all<[string, string]>('edges', fromIds);
  }

  /** The next entities after an id that have stored edges. */
  edgeOwners(after: string, limit: number): readonly string[] {
    const rows = this.#statements.edgeOwners.all([after, limit]) as unknown as [string][];
    return rows.map(([id]) => id);
  }

  /** The end of a relation that is not an entity of the load, or null. */
  unknownEnd(): string | null {
    const row = this.#statements.unknownEnd.get([]) as unknown as [string] | undefined;
    return row?.[0] ?? null;
  }

  close(): void {
    this.#database.close();
  }

  #all<Row extends readonly unknown[]>(
    statement: 'entities' | 'sources' | 'degrees' | 'keys' | 'edges' | 'judged' | 'outside',
    values: readonly string[],
  ): readonly Row[] {
    if (values.length === 0) return [];
    return this.#statements[statement].all([JSON.stringify(values)]) as unknown as Row[];
  }
}
