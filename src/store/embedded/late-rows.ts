import { type RelationType, relationOf, relationTypes } from '../../ontology/relations.ts';
import type { Side } from '../sides.ts';
import { Codes } from './codes.ts';
import type { Sqlite } from './database.ts';
import { standing } from './graph.ts';

// What follows from the other rows of a filled file, in one pass over them. In other files,
// `CellWriter` and `RelationWriter` write the same.

/** Puts the cells of all models into their rows. */
export function addCells(database: Sqlite): void {
  database.exec(
    `UPDATE entity SET cell = m.cell FROM model_cell m
     WHERE entity.n = m.model AND entity.cell IS NOT m.cell`,
  );
}

/** The order of neighbors. Does nothing if it is there. */
export function addEdges(database: Sqlite): void {
  if (hasRows(database, 'edge')) return;
  const codes = new Codes(database);
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
export function addFans(database: Sqlite): void {
  if (hasRows(database, 'fan')) return;
  const codes = new Codes(database);
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
