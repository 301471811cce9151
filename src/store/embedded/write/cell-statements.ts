import type { Sqlite } from '../database/database.ts';
import { standing } from '../database/graph.ts';
import { KeysStatement } from '../database/many-rows.ts';

/** The statements of cells, compiled once for a database. */
export function cellStatements(database: Sqlite) {
  const plain = (sql: string) => database.prepare(sql);
  return {
    records: new KeysStatement<readonly [n: number, id: string, record: string]>(
      database,
      ['x.n', 'x.id', 'x.record'],
      'FROM json_each(?1) AS asked CROSS JOIN entity x ON x.n = asked.value',
    ),
    /** The ends of the best relations of a type, for pairs of a model and the type. */
    ends: new KeysStatement<readonly [model: number, end: number]>(
      database,
      ['model', 'reached'],
      `FROM (SELECT DISTINCT r.from_n AS model, r.to_n AS reached FROM json_each(?1) AS asked
       CROSS JOIN relation r ON r.from_n = asked.value ->> 0 AND r.type = asked.value ->> 1
       WHERE r.standing >= ${standing.best})`,
    ),
    leave: plain(
      `UPDATE cell SET size = size - lost.count FROM (
         SELECT m.cell AS cell, count(*) AS count FROM json_each(?1) AS gone
         CROSS JOIN model_cell m ON m.model = gone.value GROUP BY m.cell
       ) AS lost WHERE n = lost.cell`,
    ),
    remove: plain('DELETE FROM model_cell WHERE model IN (SELECT value FROM json_each(?1))'),
    add: plain(
      `INSERT INTO cell (key, size) SELECT value, 0 FROM json_each(?1) WHERE 1 ON CONFLICT DO NOTHING`,
    ),
    values: plain(
      `INSERT INTO cell_value (property, value, cell)
       SELECT part.value ->> 0, part.value ->> 1, c.n FROM json_each(?1) AS given
       CROSS JOIN cell c ON c.key = given.value CROSS JOIN json_each(c.key) AS part
       WHERE 1 ON CONFLICT DO NOTHING`,
    ),
    enter: plain(
      `UPDATE cell SET size = size + won.count FROM (
         SELECT value ->> 1 AS key, count(*) AS count FROM json_each(?1) GROUP BY 1
       ) AS won WHERE cell.key = won.key`,
    ),
    put: plain(
      `INSERT INTO model_cell (model, cell)
       SELECT given.value ->> 0, c.n FROM json_each(?1) AS given
       CROSS JOIN cell c ON c.key = given.value ->> 1 WHERE 1
       ON CONFLICT (model) DO UPDATE SET cell = excluded.cell`,
    ),
    mark: plain(
      `UPDATE entity SET cell = m.cell FROM json_each(?1) AS given
       CROSS JOIN model_cell m ON m.model = given.value ->> 0
       WHERE entity.n = m.model AND entity.cell IS NOT m.cell`,
    ),
    drop: plain(
      `DELETE FROM cell_value WHERE (property, value, cell) IN (
         SELECT part.value ->> 0, part.value ->> 1, c.n
         FROM cell c INDEXED BY cell_empty CROSS JOIN json_each(c.key) AS part WHERE c.size = 0)`,
    ),
    sweep: plain('DELETE FROM cell WHERE size = 0'),
  };
}
