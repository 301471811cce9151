import type { Sqlite } from '../database/database.ts';
import { KeysStatement } from '../database/many-rows.ts';
import { nearColumns, nearKey, nearTriggers } from '../database/near-tables.ts';

/** Which fans have edges in `near_edge`, and how many. */
export interface NearBounds {
  /** The number of relations from which a fan has them. */
  readonly from: number;
  readonly least: number;
  /** One of so many edges is there. So finding all anew costs little for each that was lost. */
  readonly oneOf: number;
}

const defaultBounds: NearBounds = { from: 2048, least: 1024, oneOf: 32 };

type Fan = readonly [owner: number, slot: number, total: number];

/** Keeps the number of near edges of each changed fan within bounds. */
export class NearWriter {
  readonly #database: Sqlite;
  readonly #bounds: NearBounds;
  readonly #fans: KeysStatement<readonly [...Fan, count: number]>;
  /** The fans that a change may have changed. */
  readonly #touched = new Map<string, readonly [owner: number, slot: number]>();

  constructor(database: Sqlite, bounds = defaultBounds) {
    this.#database = database;
    this.#bounds = bounds;
    this.#fans = new KeysStatement(
      database,
      ['owner', 'slot', 'total', 'count'],
      `FROM (SELECT f.owner, f.slot, f.total,
         (SELECT count(*) FROM near_edge x WHERE x.owner = f.owner AND x.slot = f.slot) AS count
       FROM json_each(?1) AS asked CROSS JOIN fan f
         ON f.owner = asked.value ->> 0 AND f.slot = asked.value ->> 1
       WHERE f.total >= ${bounds.from})`,
    );
  }

  touch(owner: number, slot: number): void {
    this.#touched.set(`${owner} ${slot}`, [owner, slot]);
  }

  /** Called after all relations are written. */
  finish(): void {
    const touched = [...this.#touched.values()];
    this.#touched.clear();
    for (const [owner, slot, total, count] of this.#fans.all(touched)) {
      const kept = keptOf(total, this.#bounds);
      if (count < (3 * kept) / 4) this.#fill(owner, slot, kept);
      else if (count > 2 * kept) this.#trim(owner, slot, kept);
    }
  }

  #fill(owner: number, slot: number, kept: number): void {
    this.#run('DELETE FROM near_edge WHERE owner = ?1 AND slot = ?2', [owner, slot]);
    this.#run(filling, [owner, slot, kept]);
  }

  #trim(owner: number, slot: number, kept: number): void {
    const text = `DELETE FROM near_edge WHERE owner = ?1 AND slot = ?2 AND (${nearKey}) > (
      SELECT ${nearKey} FROM near_edge WHERE owner = ?1 AND slot = ?2 ORDER BY ${nearKey}
      LIMIT 1 OFFSET ?3)`;
    this.#run(text, [owner, slot, kept - 1]);
  }

  /** Hubs are seldom filled or trimmed, so these statements are not kept. */
  #run(text: string, values: readonly unknown[]): void {
    this.#database.prepare(text).run([...values]);
  }
}

const filling = `INSERT INTO near_edge (${nearColumns}) SELECT ${nearColumns} FROM edge
  WHERE owner = ?1 AND slot = ?2 ORDER BY ${nearKey} LIMIT ?3`;

function keptOf(total: number, { least, oneOf }: NearBounds): number {
  return Math.max(least, Math.ceil(total / oneOf));
}

/** Finds the near edges of all hubs, at the end of a filling. */
export function fillNearEdges(database: Sqlite): void {
  const fans = database
    .prepare(`SELECT owner, slot, total FROM fan WHERE total >= ${defaultBounds.from}`)
    .raw()
    .all([]) as unknown as Fan[];
  database.exec('DELETE FROM near_edge');
  const fill = database.prepare(filling);
  for (const [owner, slot, total] of fans) fill.run([owner, slot, keptOf(total, defaultBounds)]);
  for (const sql of nearTriggers) database.exec(sql);
}

/** Drops the triggers, so that edges are written faster. */
export function stopNearEdges(database: Sqlite): void {
  for (const sql of nearTriggers) {
    database.exec(`DROP TRIGGER IF EXISTS ${/EXISTS (\w+)/.exec(sql)?.[1]}`);
  }
}
