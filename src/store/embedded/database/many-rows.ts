import type { Sqlite } from './database.ts';

/** How many rows one statement takes: a text of some megabytes. */
const rowsTogether = 2000;

/** A statement that writes many rows at once, as JSON, since a call costs more than a row. */
export class RowsStatement {
  readonly #database: Sqlite;
  readonly #text: string;
  #statement: ReturnType<Sqlite['prepare']> | null = null;

  constructor(database: Sqlite, table: string, columns: readonly string[], conflict = '') {
    const values = columns.map((_, at) => `value ->> ${at}`).join(', ');
    this.#database = database;
    this.#text = `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM json_each(?1)
       WHERE 1 ${conflict}`;
  }

  run(rows: readonly (readonly unknown[])[]): void {
    this.runTexts(rowTexts(rows));
  }

  /** The same for rows that are JSON already. */
  runTexts(texts: readonly string[]): void {
    if (texts.length === 0) return;
    // Not before it is needed: its table may be there only while a file is filled.
    this.#statement ??= this.#database.prepare(this.#text);
    for (const text of texts) this.#statement.run([text]);
  }
}

/** Rows as JSON, each text for one call of a statement. */
export function rowTexts(rows: readonly (readonly unknown[])[]): readonly string[] {
  if (rows.length > 0 && rows.length <= rowsTogether) return [jsonOf(rows)];
  const texts: string[] = [];
  for (let start = 0; start < rows.length; start += rowsTogether) {
    texts.push(jsonOf(rows.slice(start, start + rowsTogether)));
  }
  return texts;
}

/** JSON that SQLite can read. Half of a surrogate pair would end the process, so it is replaced. */
function jsonOf(rows: readonly unknown[]): string {
  const text = JSON.stringify(rows);
  if (!text.includes('\\ud') || !halfEscaped.test(text)) return text;
  return JSON.stringify(rows, (_, value) =>
    typeof value === 'string' ? value.replace(halfPair, '\ufffd') : value,
  );
}

/** Only such halves are escaped like this, or texts that contain escapes. */
const halfEscaped = /\\ud[89a-f]/;
const halfPair = /\p{Surrogate}/gu;

/** A statement that looks up many keys at once. */
export class KeysStatement<Row extends readonly unknown[]> {
  readonly #statement: ReturnType<Sqlite['prepare']>;

  /** `from` has `asked.value` for a key. The rows come as one JSON: each of their own costs ten times as much. */
  constructor(database: Sqlite, columns: readonly string[], from: string) {
    const text = `SELECT json_group_array(json_array(${columns.join(', ')})) ${from}`;
    this.#statement = database.prepare(text).raw();
  }

  /** The rows of each key. Repeated keys count once. */
  all(asked: readonly unknown[]): readonly Row[] {
    const keys = [...new Set(asked)];
    const found: Row[] = [];
    for (let start = 0; start < keys.length; start += rowsTogether) {
      const some = JSON.stringify(keys.slice(start, start + rowsTogether));
      const [rows] = this.#statement.get([some]) as unknown as [string];
      for (const row of JSON.parse(rows) as Row[]) found.push(row);
    }
    return found;
  }
}
