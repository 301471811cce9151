import Database from 'libsql';

/** What a load has to know of an entity while it looks at others. */
export interface Spooled {
  readonly id: string;
  readonly name: string;
  /** What judges ask of a model, or of a license, as JSON; null for other kinds. */
  readonly judged: string | null;
}

/** A key that leads to an entity; a current slug is stronger than what it was called once. */
export interface SpooledKey {
  readonly key: string;
  readonly id: string;
  readonly current: boolean;
}

/** A statement on a relation that reads the same both ways, kept where its `from` is. */
export interface SpooledEdge {
  readonly fromId: string;
  readonly relationId: string;
  readonly claim: string;
}

const cacheKilobytes = 16_384;

const layout = `
  CREATE TABLE spool.entity (id TEXT PRIMARY KEY, name TEXT NOT NULL, judged TEXT) WITHOUT ROWID;
  CREATE TABLE spool.source (id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE spool.degree (id TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE spool.locator (key TEXT PRIMARY KEY, id TEXT NOT NULL, current INTEGER NOT NULL)
    WITHOUT ROWID;
  CREATE TABLE spool.edge (from_id TEXT NOT NULL, n INTEGER NOT NULL, claim TEXT NOT NULL,
    PRIMARY KEY (from_id, n)) WITHOUT ROWID;
`;

const rowsOf = (columns: number) =>
  `SELECT ${Array.from({ length: columns }, (_, at) => `value ->> ${at}`).join(', ')} FROM json_each(?1) WHERE 1`;
const among = '(SELECT value FROM json_each(?1))';

function prepare(database: Database.Database) {
  const write = (sql: string) => database.prepare(sql);
  const read = (sql: string) => database.prepare(sql).raw();
  return {
    addEntities: write(`INSERT OR IGNORE INTO spool.entity (id, name, judged) ${rowsOf(3)}`),
    addSources: write(`INSERT OR IGNORE INTO spool.source (id) ${rowsOf(1)}`),
    addDegrees: write(`INSERT INTO spool.degree (id, count) ${rowsOf(2)}
      ON CONFLICT (id) DO UPDATE SET count = count + excluded.count`),
    // A current slug wins; of two such the greater id, of two former ones the smaller.
    addKeys: write(`INSERT INTO spool.locator (key, id, current) ${rowsOf(3)}
      ON CONFLICT (key) DO UPDATE SET id = excluded.id, current = excluded.current
      WHERE excluded.current > current OR (excluded.current = current
        AND CASE current WHEN 1 THEN excluded.id > id ELSE excluded.id < id END)`),
    addEdges: write(`INSERT INTO spool.edge (from_id, n, claim) ${rowsOf(3)}`),
    entities: read(`SELECT id, name, judged FROM spool.entity WHERE id IN ${among}`),
    sources: read(`SELECT id FROM spool.source WHERE id IN ${among}`),
    degrees: read(`SELECT id, count FROM spool.degree WHERE id IN ${among}`),
    keys: read(`SELECT key, id FROM spool.locator WHERE key IN ${among}`),
    edges: read(
      `SELECT from_id, claim FROM spool.edge WHERE from_id IN ${among} ORDER BY from_id, n`,
    ),
    edgeOwners: read(
      'SELECT DISTINCT from_id FROM spool.edge WHERE from_id > ?1 ORDER BY from_id LIMIT ?2',
    ),
    unknownEnd: read(`SELECT id FROM spool.degree WHERE id NOT IN (SELECT id FROM spool.entity)
      UNION ALL SELECT from_id FROM spool.edge WHERE from_id NOT IN (SELECT id FROM spool.entity)
      LIMIT 1`),
  };
}

/**
 * A work file for what a load must know of all its entities at once: it grows on the disk, where
 * SQLite keeps its temporary files, and not in memory. It ends with the process, however that ends.
 */
export class Spool {
  readonly #database: Database.Database;
  readonly #statements: ReturnType<typeof prepare>;
  #edges = 0;

  constructor() {
    this.#database = new Database(':memory:');
    // Only then is a database without a name kept in a file.
    this.#database.exec(`PRAGMA temp_store = FILE; ATTACH '' AS spool;
      PRAGMA spool.journal_mode = OFF; PRAGMA spool.cache_size = -${cacheKilobytes}; ${layout}`);
    this.#statements = prepare(this.#database);
  }

  /** Returns how many of them were not there before. */
  addEntities(rows: readonly Spooled[]): number {
    const values = rows.map(({ id, name, judged }) => [id, name, judged]);
    return this.#statements.addEntities.run([JSON.stringify(values)]).changes;
  }

  addSources(ids: readonly string[]): void {
    this.#statements.addSources.run([JSON.stringify(ids.map((id) => [id]))]);
  }

  addDegrees(degrees: ReadonlyMap<string, number>): void {
    this.#statements.addDegrees.run([JSON.stringify([...degrees])]);
  }

  addKeys(rows: readonly SpooledKey[]): void {
    const values = rows.map(({ key, id, current }) => [key, id, Number(current)]);
    this.#statements.addKeys.run([JSON.stringify(values)]);
  }

  addEdges(rows: readonly SpooledEdge[]): void {
    const values = rows.map(({ fromId, claim }) => {
      this.#edges += 1;
      return [fromId, this.#edges, claim];
    });
    this.#statements.addEdges.run([JSON.stringify(values)]);
  }

  entities(ids: readonly string[]): ReadonlyMap<string, Spooled> {
    const rows = this.#all<[string, string, string | null]>('entities', ids);
    return new Map(rows.map(([id, name, judged]) => [id, { id, name, judged }]));
  }

  sources(ids: readonly string[]): ReadonlySet<string> {
    return new Set(this.#all<[string]>('sources', ids).map(([id]) => id));
  }

  degrees(ids: readonly string[]): ReadonlyMap<string, number> {
    return new Map(this.#all<[string, number]>('degrees', ids));
  }

  /** The entities that the keys lead to. */
  holders(keys: readonly string[]): ReadonlyMap<string, string> {
    return new Map(this.#all<[string, string]>('keys', keys));
  }

  /** What was kept at the entities, in the order in which it came. */
  edges(fromIds: readonly string[]): readonly (readonly [fromId: string, claim: string])[] {
    return this.#all<[string, string]>('edges', fromIds);
  }

  /** The first entities after one at which edges are kept. */
  edgeOwners(after: string, limit: number): readonly string[] {
    const rows = this.#statements.edgeOwners.all([after, limit]) as unknown as [string][];
    return rows.map(([id]) => id);
  }

  /** An end of a relation that is no entity of the load; null where there is none. */
  unknownEnd(): string | null {
    const row = this.#statements.unknownEnd.get([]) as unknown as [string] | undefined;
    return row?.[0] ?? null;
  }

  close(): void {
    this.#database.close();
  }

  #all<Row extends readonly unknown[]>(
    statement: 'entities' | 'sources' | 'degrees' | 'keys' | 'edges',
    values: readonly string[],
  ): readonly Row[] {
    if (values.length === 0) return [];
    return this.#statements[statement].all([JSON.stringify(values)]) as unknown as Row[];
  }
}
