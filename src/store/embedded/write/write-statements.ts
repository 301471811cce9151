import { relationOf, relationTypes } from '../../../ontology/relations.ts';
import type { Sqlite } from '../database/database.ts';
import { identifierColumns, locatorColumns, onTakenLocator } from '../database/late-indexes.ts';
import { KeysStatement, RowsStatement } from '../database/many-rows.ts';
import { cellStatements } from './cell-statements.ts';
import { ClassCells } from './class-cells.ts';
import { numbersStatement } from './known-numbers.ts';
import { rowColumns } from './record-rows.ts';

const symmetric = relationTypes
  .filter((type) => relationOf(type).symmetric)
  .map((type) => `'${type}'`)
  .join(', ');

/** The statements for writing, compiled once for a database. */
export function prepareWriting(database: Sqlite) {
  const plain = (sql: string) => database.prepare(sql);
  const rows = (sql: string) => database.prepare(sql).raw();
  const put = (table: string, columns: readonly string[]) => {
    const updates = columns.map((column) => `${column} = excluded.${column}`).join(', ');
    return new RowsStatement(database, table, columns, `ON CONFLICT (id) DO UPDATE SET ${updates}`);
  };
  const asked = (table: string) =>
    `FROM json_each(?1) AS asked CROSS JOIN ${table} x ON x.id = asked.value`;
  return {
    entity: {
      put: put('entity', rowColumns.entity),
      find: new KeysStatement<
        readonly [
          ...[id: string, n: number, kind: string, sort: string],
          ...[record: string, degree: number, slug: string],
        ]
      >(
        database,
        ['x.id', 'x.n', 'x.kind', 'x.sort', 'x.record', 'x.degree', 'x.slug'],
        asked('entity'),
      ),
      places: new KeysStatement<readonly [id: string, n: number, sort: string, degree: number]>(
        database,
        ['x.id', 'x.n', 'x.sort', 'x.degree'],
        asked('entity'),
      ),
      /** Read from the index on ids alone. */
      numbers: numbersStatement(database, 'entity'),
      remove: plain('DELETE FROM entity WHERE n = ?'),
      touch: plain(
        'UPDATE entity SET revision = ?1, updated_at = ?2 WHERE id IN (SELECT value FROM json_each(?3))',
      ),
      relations: rows(
        'SELECT id FROM relation WHERE from_n = ?1 UNION SELECT id FROM relation WHERE to_n = ?1',
      ),
    },
    owners: {
      add: plain('INSERT INTO owner_set (names) VALUES (?) ON CONFLICT DO NOTHING'),
      find: rows('SELECT number FROM owner_set WHERE names = ?'),
    },
    dataset: {
      put: plain(
        'INSERT INTO dataset (name, record) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET record = excluded.record',
      ),
      remove: plain('DELETE FROM dataset WHERE name = ?'),
    },
    contribution: {
      add: new RowsStatement(database, 'contribution', rowColumns.contribution),
      drop: plain('DELETE FROM contribution WHERE thing = ?'),
    },
    identifier: {
      add: new RowsStatement(database, 'identifier', identifierColumns, 'ON CONFLICT DO NOTHING'),
      remove: plain('DELETE FROM identifier WHERE key = ? AND entity = ?'),
    },
    held: {
      add: new RowsStatement(database, 'held', rowColumns.held, 'ON CONFLICT DO NOTHING'),
      remove: plain('DELETE FROM held WHERE property = ? AND value = ? AND entity = ?'),
    },
    folded: {
      add: new RowsStatement(database, 'folded', rowColumns.folded),
      remove: plain('DELETE FROM folded WHERE rowid = ?'),
    },
    names: {
      put: new RowsStatement(
        database,
        'entity_names',
        rowColumns.entity_names,
        'ON CONFLICT (entity) DO UPDATE SET text = excluded.text',
      ),
      remove: plain('DELETE FROM entity_names WHERE entity = ?'),
    },
    locator: {
      put: new RowsStatement(database, 'locator', locatorColumns, onTakenLocator),
      drop: plain('DELETE FROM locator WHERE entity = ?'),
    },
    relation: {
      put: put('relation', rowColumns.relation),
      find: new KeysStatement<
        readonly [
          ...[id: string, n: number, type: number],
          ...[from: number, to: number, standing: number],
        ]
      >(database, ['x.id', 'x.n', 'x.type', 'x.from_n', 'x.to_n', 'x.standing'], asked('relation')),
      numbers: numbersStatement(database, 'relation'),
      /** Those of the entities at which a relation starts. */
      starts: new KeysStatement<readonly [from: number]>(
        database,
        ['asked.value'],
        `FROM json_each(?1) AS asked
         WHERE EXISTS (SELECT 1 FROM relation r WHERE r.from_n = asked.value)`,
      ),
      remove: plain('DELETE FROM relation WHERE n = ?'),
      /** The relations of whose owners an entity is a neighbor in order: it may have very many others. */
      around: rows(
        `SELECT n, type, from_n, to_n FROM relation WHERE from_n = ?1
         UNION ALL SELECT n, type, from_n, to_n FROM relation WHERE to_n = ?1
           AND type IN (SELECT number FROM code WHERE name IN (${symmetric}))`,
      ),
      /** The number of best relations for each triple of to, type and from, with its position. */
      best: new KeysStatement<readonly [at: number, count: number]>(
        database,
        ['at', 'count'],
        `FROM (SELECT asked.value ->> 3 AS at, count(*) AS count FROM json_each(?1) AS asked
         CROSS JOIN relation r ON r.to_n = asked.value ->> 0 AND r.type = asked.value ->> 1
           AND r.from_n = asked.value ->> 2
         WHERE r.standing >= 2 GROUP BY asked.key)`,
      ),
    },
    edge: {
      add: new RowsStatement(
        database,
        'edge',
        [
          ...['owner', 'slot', 'value', 'neighbor'],
          ...['relation', 'neighbor_n', 'standing', 'degree'],
        ],
        'ON CONFLICT DO UPDATE SET standing = excluded.standing, degree = excluded.degree',
      ),
      remove: plain(
        'DELETE FROM edge WHERE owner = ? AND slot = ? AND value = ? AND neighbor = ? AND relation = ?',
      ),
      move: plain(
        'UPDATE edge SET value = ?, degree = ? WHERE owner = ? AND slot = ? AND value = ? AND neighbor = ? AND relation = ?',
      ),
      end: rows('SELECT id, sort FROM entity WHERE n = ?'),
    },
    fan: {
      add: new RowsStatement(
        database,
        'fan',
        ['owner', 'slot', 'total', 'best'],
        'ON CONFLICT (owner, slot) DO UPDATE SET total = total + excluded.total, best = best + excluded.best',
      ),
      sweep: plain('DELETE FROM fan WHERE owner = ? AND slot = ? AND total = 0'),
    },
    source: {
      put: put('source', rowColumns.source),
      find: numbersStatement(database, 'source'),
      remove: plain('DELETE FROM source WHERE n = ?'),
    },
    claim: {
      put: put('claim', rowColumns.claim),
      find: numbersStatement(database, 'claim'),
      /** The number of the last one. */
      last: rows('SELECT coalesce(max(n), 0) FROM claim'),
      remove: plain('DELETE FROM claim WHERE n = ?'),
    },
    disagreement: {
      put: put('disagreement', rowColumns.disagreement),
      remove: plain('DELETE FROM disagreement WHERE id = ?'),
    },
    classes: {
      add: new RowsStatement(database, 'model_class', ['model'], 'ON CONFLICT DO NOTHING'),
      any: rows('SELECT 1 FROM use_class LIMIT 1'),
      shrink: plain(shrinkText('use_class', 'class')),
      shrinkVariants: plain(shrinkText('use_variant', 'variant')),
      open: plain(
        `UPDATE model_class SET class = NULL, variant = NULL, released = NULL
         WHERE model IN (SELECT value FROM json_each(?1)) AND class IS NOT NULL`,
      ),
      remove: plain('DELETE FROM model_class WHERE model IN (SELECT value FROM json_each(?1))'),
    },
    classCells: new ClassCells(database),
    cells: cellStatements(database),
    tally: plain(
      'INSERT INTO tally (name, count) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET count = count + excluded.count',
    ),
    bookkeeping: plain(
      'INSERT INTO graph (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ),
  };
}

/** Takes models off the sizes of their classes or variants. */
function shrinkText(table: string, column: string): string {
  return `UPDATE ${table} SET size = size - lost.count FROM (
      SELECT m.${column} AS n, count(*) AS count FROM json_each(?1) AS gone
      CROSS JOIN model_class m ON m.model = gone.value
      WHERE m.${column} IS NOT NULL GROUP BY m.${column}
    ) AS lost WHERE ${table}.n = lost.n`;
}

export type Writing = ReturnType<typeof prepareWriting>;

/** Adds to a stored count. */
export type Count = (name: string, by: number) => void;
