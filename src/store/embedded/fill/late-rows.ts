import { type RelationType, relationOf, relationTypes } from '../../../ontology/relations.ts';
import type { Side } from '../../sides.ts';
import type { Codes } from '../database/codes.ts';
import type { Sqlite } from '../database/database.ts';
import { standing } from '../database/graph.ts';
import { cellStatements } from '../write/cell-statements.ts';
import { CellWriter } from '../write/cell-writer.ts';
import { ClassCells } from '../write/class-cells.ts';

// What follows from the other rows of a filled file, in one pass over them. In other files,
// `CellWriter` and `RelationWriter` write the same.

const modelsTogether = 5000;

/** Places all models in their cells. Does nothing for those that have one. */
export function addCells(database: Sqlite, codes: Codes): void {
  const statements = { cells: cellStatements(database), classCells: new ClassCells(database) };
  const open = database
    .prepare(
      `SELECT json_group_array(model) FROM (
         SELECT c.model FROM model_class c LEFT JOIN model_cell m ON m.model = c.model
         WHERE c.model > ?1 AND m.model IS NULL ORDER BY c.model LIMIT ${modelsTogether})`,
    )
    .raw();
  for (let after = 0; ; ) {
    const [found] = open.get([after]) as unknown as [string];
    const models = JSON.parse(found) as number[];
    const last = models.at(-1);
    if (last === undefined) return;
    const cells = new CellWriter(statements, codes);
    cells.modelsAdded(models);
    cells.finish();
    after = last;
  }
}

/** The order of neighbors. Does nothing if it is there. */
export function addEdges(database: Sqlite, codes: Codes): void {
  if (hasRows(database, 'edge')) return;
  const neighbors = (owner: string, neighbor: string, slots: string, where = '') =>
    `SELECT r.${owner}, slot.number, e.sort, e.id, r.n, e.n, r.standing, e.degree
     FROM relation r CROSS JOIN ${slots} slot ON slot.type = r.type
     CROSS JOIN entity e ON e.n = r.${neighbor} ${where}`;
  // An entity that is linked with itself is its own neighbor once.
  const notBoth = 'WHERE r.from_n <> r.to_n';
  database.exec(
    `WITH ${slotsOf('incoming', 'IN', codes)}, ${slotsOf('both', 'SYMMETRIC', codes)}
     INSERT INTO edge (owner, slot, value, neighbor, relation, neighbor_n, standing, degree)
     ${neighbors('to_n', 'from_n', 'incoming')}
     UNION ALL ${neighbors('to_n', 'from_n', 'both')}
     UNION ALL ${neighbors('from_n', 'to_n', 'both', notBoth)}
     ORDER BY 1, 2, 3, 4, 5`,
  );
}

/** The counts of neighbors. Does nothing if they are there. */
export function addFans(database: Sqlite, codes: Codes): void {
  if (hasRows(database, 'fan')) return;
  const ends = [
    { owner: 'from_n', other: 'to_n', index: 'relation_from', side: 'OUT' },
    { owner: 'to_n', other: 'from_n', index: 'relation_to', side: 'IN' },
    { owner: 'from_n', other: 'to_n', index: 'relation_from', side: 'SYMMETRIC' },
    { owner: 'to_n', other: 'from_n', index: 'relation_to', side: 'SYMMETRIC' },
  ] as const;
  for (const { owner, other, index, side } of ends) {
    database.exec(
      `WITH ${slotsOf('slots', side, codes)}
       INSERT INTO fan (owner, slot, total, best)
       SELECT r.${owner}, slot.number, count(*),
         count(DISTINCT CASE WHEN r.standing >= ${standing.best} THEN r.${other} END)
       FROM relation r INDEXED BY ${index} CROSS JOIN slots slot ON slot.type = r.type
       WHERE 1 GROUP BY r.${owner}, r.type
       ON CONFLICT (owner, slot) DO UPDATE
         SET total = total + excluded.total, best = best + excluded.best`,
    );
  }
}

/** A table of the types that have a side, with the numbers of their slots. */
function slotsOf(name: string, side: Side, codes: Codes): string {
  const types = relationTypes.filter(
    (type) => relationOf(type).symmetric === (side === 'SYMMETRIC'),
  );
  const row = (type: RelationType) => `(${codes.property(type)}, ${codes.slot(type, side)})`;
  return `${name} (type, number) AS (VALUES ${types.map(row).join(', ')})`;
}

function hasRows(database: Sqlite, table: 'edge' | 'fan'): boolean {
  return database.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get([]) !== undefined;
}
