import { cellKind } from '../../ontology/filter-cells.ts';
import type { Connection } from './bolt-connection.ts';
import { cellType } from './cell-nodes.ts';
import { createReadIndexes } from './indexes/apply-schema.ts';
import { labelOf } from './labels.ts';
import { placeModels } from './write/write-transaction.ts';

const modelsTogether = 2000;
const scanMs = 300_000;

/**
 * Ends a first load: builds the indexes that only reads need, and places the models without a cell.
 * `raises` says that others may have counted them meanwhile. Without it, the graph keeps its
 * revision, so that a load which another process still does goes on.
 */
export async function endFilling(connection: Connection, raises: boolean): Promise<void> {
  await createReadIndexes(connection);
  const text = `MATCH (e:Entity) USING INDEX e:Entity(id)
    WHERE e.id > $after AND e.id < $end AND NOT EXISTS { (e)-[:${cellType}]->() }
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
  await connection.write('filling', (tx) =>
    tx.run('MATCH (g:GraphRevision {id: 1}) REMOVE g.filling'),
  );
}
