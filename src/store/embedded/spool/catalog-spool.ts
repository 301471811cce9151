import { madeOnce } from '../../../base/made-once.ts';
import { temporaryDatabase } from '../database/temporary-database.ts';

/** What an importer read about one thing. Things with a common mark are the same. */
export interface SpooledEntry {
  readonly marks: readonly string[];
  /** The entry, as text. */
  readonly said: string;
  /** Whether it is kept once, however often it is said: a million models may mention a license. */
  readonly once?: boolean;
}

/** The entries of one thing, and its number. */
export interface SpooledGroup {
  readonly group: number;
  readonly entries: readonly string[];
}

/** The entity that a group is about, as text. */
export interface SpooledEntity {
  readonly group: number;
  readonly id: string;
  readonly said: string;
}

const layout = `
  CREATE TABLE spool.entry (n INTEGER PRIMARY KEY, grp INTEGER NOT NULL, said TEXT NOT NULL);
  CREATE INDEX spool.entry_grp ON entry (grp);
  CREATE TABLE spool.mark (mark TEXT PRIMARY KEY, grp INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX spool.mark_grp ON mark (grp);
  CREATE TABLE spool.entity (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, said TEXT NOT NULL);
  CREATE TABLE spool.placed (entity INTEGER NOT NULL, grp INTEGER NOT NULL, PRIMARY KEY (entity, grp))
    WITHOUT ROWID;
  CREATE INDEX spool.placed_grp ON placed (grp, entity);
  CREATE TABLE spool.statement (n INTEGER PRIMARY KEY, said TEXT NOT NULL);
  CREATE TABLE spool.around (id TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID;
`;

const among = '(SELECT value FROM json_each(?1))';

type Row = readonly [n: number, said: string];
type EntryRow = readonly [n: number, group: number, said: string];

/**
 * A temporary database for a catalog that may be larger than memory: its entries, the entity of
 * each, and the statements made from them.
 */
export class CatalogSpool {
  readonly #database = temporaryDatabase(layout);
  readonly #write = (sql: string) => this.#database.prepare(sql);
  readonly #read = (sql: string) => this.#database.prepare(sql).raw();
  readonly #statements = {
    addEntries: this.#write(
      `INSERT INTO spool.entry (n, grp, said)
       SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1)`,
    ),
    addMarks: this.#write(
      `INSERT INTO spool.mark (mark, grp) SELECT value ->> 0, value ->> 1 FROM json_each(?1) WHERE 1
       ON CONFLICT (mark) DO UPDATE SET grp = excluded.grp`,
    ),
    marks: this.#read(`SELECT mark, grp FROM spool.mark WHERE mark IN ${among}`),
    joinEntries: this.#write('UPDATE spool.entry SET grp = ?2 WHERE grp = ?1'),
    joinMarks: this.#write('UPDATE spool.mark SET grp = ?2 WHERE grp = ?1'),
    // A group has the number of its first entry.
    groupsAfter: this.#read(
      'SELECT n FROM spool.entry WHERE n > ?1 AND grp = n ORDER BY n LIMIT ?2',
    ),
    entriesOf: this.#read(
      `SELECT grp, said FROM spool.entry WHERE grp IN ${among} ORDER BY grp, n`,
    ),
    addEntities: this.#write(
      `INSERT INTO spool.entity (id, said) SELECT value ->> 1, value ->> 2 FROM json_each(?1) WHERE 1
       ON CONFLICT DO NOTHING`,
    ),
    place: this.#write(
      `INSERT INTO spool.placed (entity, grp) SELECT e.n, given.value ->> 0
       FROM json_each(?1) AS given CROSS JOIN spool.entity e ON e.id = given.value ->> 1`,
    ),
    ids: this.#read(`SELECT id FROM spool.entity WHERE id IN ${among}`),
    marked: this.#read(
      `SELECT m.mark, e.said FROM spool.mark m JOIN spool.placed p ON p.grp = m.grp
       JOIN spool.entity e ON e.n = p.entity WHERE m.mark IN ${among}`,
    ),
    entitiesAfter: this.#read('SELECT n, said FROM spool.entity WHERE n > ?1 ORDER BY n LIMIT ?2'),
    saidOf: this.#read(
      `SELECT p.entity, x.said FROM spool.placed p JOIN spool.entry x ON x.grp = p.grp
       WHERE p.entity IN ${among} ORDER BY p.entity, p.grp, x.n`,
    ),
    addStatements: this.#write(
      'INSERT INTO spool.statement (said) SELECT value FROM json_each(?1)',
    ),
    statementsAfter: this.#read(
      'SELECT n, said FROM spool.statement WHERE n > ?1 ORDER BY n LIMIT ?2',
    ),
    addAround: this.#write(
      `INSERT INTO spool.around (id, said) SELECT value ->> 0, value ->> 1 FROM json_each(?1) WHERE 1
       ON CONFLICT DO NOTHING`,
    ),
    around: this.#read(
      `SELECT said FROM spool.around WHERE id NOT IN (SELECT id FROM spool.entity) ORDER BY id`,
    ),
  };
  #entries = 0;

  /** Adds entries, and joins the groups of those with a common mark. */
  addEntries(given: readonly SpooledEntry[]): void {
    // The text of an entry that is kept once is also a mark.
    const entries = given.map(({ marks, said, once = false }) => {
      return { marks: once ? [...marks, said] : marks, said, once };
    });
    const asked = JSON.stringify([...new Set(entries.flatMap(({ marks }) => marks))]);
    const groupOf = new Map(this.#statements.marks.all([asked]) as unknown as [string, number][]);
    const joined = new Map<number, number>();
    const current = (group: number): number => {
      let into = group;
      for (let next = joined.get(into); next !== undefined; next = joined.get(into)) into = next;
      return into;
    };
    const rows = entries.flatMap(({ marks, said, once }): readonly EntryRow[] => {
      if (once && groupOf.has(said)) return [];
      this.#entries += 1;
      const n = this.#entries;
      const known = marks.flatMap((mark) => groupOf.get(mark) ?? []).map(current);
      const group = Math.min(n, ...known);
      for (const other of known) if (other !== group) joined.set(other, group);
      for (const mark of marks) groupOf.set(mark, group);
      return [[n, group, said]];
    });
    const { addEntries, addMarks, joinEntries, joinMarks } = this.#statements;
    addEntries.run([JSON.stringify(rows)]);
    addMarks.run([JSON.stringify([...groupOf])]);
    for (const group of joined.keys()) {
      joinEntries.run([group, current(group)]);
      joinMarks.run([group, current(group)]);
    }
  }

  /** The groups in the order of their first entries, in portions. */
  *groups(limit: number): Iterable<readonly SpooledGroup[]> {
    for (let after = 0; ; ) {
      const found = this.#statements.groupsAfter.all([after, limit]) as unknown as [number][];
      const numbers = found.map(([n]) => n);
      const last = numbers.at(-1);
      if (last === undefined) return;
      const entries = this.#grouped('entriesOf', numbers);
      yield numbers.map((group) => ({ group, entries: entries.get(group) ?? [] }));
      after = last;
    }
  }

  /** Notes the entities of groups. An entity that is there keeps its text and its place. */
  addEntities(rows: readonly SpooledEntity[]): void {
    const values = [JSON.stringify(rows.map(({ group, id, said }) => [group, id, said]))];
    this.#statements.addEntities.run(values);
    this.#statements.place.run(values);
  }

  /** Those of the ids that an entity has already. */
  takenIds(ids: readonly string[]): ReadonlySet<string> {
    const rows = this.#statements.ids.all([JSON.stringify(ids)]) as unknown as [string][];
    return new Set(rows.map(([id]) => id));
  }

  /** The entities, as text, of the groups with these marks. */
  entitiesAt(marks: readonly string[]): ReadonlyMap<string, string> {
    if (marks.length === 0) return new Map();
    return new Map(
      this.#statements.marked.all([JSON.stringify(marks)]) as unknown as [string, string][],
    );
  }

  /** The entities in the order of their first entries with all their entries, in portions. */
  *entities(
    limit: number,
  ): Iterable<readonly { readonly said: string; readonly entries: readonly string[] }[]> {
    for (const rows of this.#portions('entitiesAfter', limit)) {
      const entries = this.#grouped(
        'saidOf',
        rows.map(([n]) => n),
      );
      yield rows.map(([n, said]) => ({ said, entries: entries.get(n) ?? [] }));
    }
  }

  addStatements(texts: readonly string[]): void {
    this.#statements.addStatements.run([JSON.stringify(texts)]);
  }

  /** The statements in the order of adding, in portions. */
  *statements(limit: number): Iterable<readonly string[]> {
    for (const rows of this.#portions('statementsAfter', limit)) yield rows.map(([, said]) => said);
  }

  /** Adds entities that statements lead to. */
  addAround(rows: readonly (readonly [id: string, said: string])[]): void {
    if (rows.length > 0) this.#statements.addAround.run([JSON.stringify(rows)]);
  }

  /** Those of them that no entry is about. */
  *around(): Iterable<string> {
    for (const row of this.#statements.around.iterate([])) {
      const [said] = row as unknown as [string];
      yield said;
    }
  }

  close(): void {
    this.#database.close();
  }

  *#portions(
    statement: 'entitiesAfter' | 'statementsAfter',
    limit: number,
  ): Iterable<readonly Row[]> {
    for (let after = 0; ; ) {
      const rows = this.#statements[statement].all([after, limit]) as unknown as readonly Row[];
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows;
      after = last[0];
    }
  }

  #grouped(
    statement: 'entriesOf' | 'saidOf',
    numbers: readonly number[],
  ): ReadonlyMap<number, readonly string[]> {
    const rows = this.#statements[statement].all([JSON.stringify(numbers)]) as unknown as Row[];
    const grouped = new Map<number, string[]>();
    for (const [n, said] of rows) madeOnce(grouped, n, () => []).push(said);
    return grouped;
  }
}
