/**
 * Loads a hub into a store, in a separate process, so that its memory can be measured: PLACE MODELS.
 * PLACE is JSON. The product comes from its build, as users run it: from source, each of its threads
 * would compile itself first.
 */
import { performance } from 'node:perf_hooks';
import Database from 'libsql';
import { showProgress } from '../../src/commands/progress.ts';
import { built } from '../../test/support/built.ts';
import { hubStream } from '../../test/support/hub-stream.ts';
import { openStore, type Place } from '../texts/place.ts';
import { print } from './print.ts';

type Load = typeof import('../../src/exchange/load/load.ts');
type Embedded = typeof import('../../src/store/embedded/embedded-store.ts');
type Neo4j = typeof import('../../src/store/neo4j/neo4j-store.ts');
const { loadStream } = await built<Load>('exchange/load/load.ts');
const embedded = await built<Embedded>('store/embedded/embedded-store.ts');
const neo4j = await built<Neo4j>('store/neo4j/neo4j-store.ts');

const [given = '', models] = process.argv.slice(2);
const place = JSON.parse(given) as Place;
const started = performance.now();
const seconds = () => (performance.now() - started) / 1000;
const store = await openStore(place, { ...embedded, ...neo4j });
let read = 0;
const { revision, entities, relations, claims } = await loadStream(
  store,
  hubStream(Number(models)),
  {
    dataset: 'hub',
    onProgress: showProgress(process.stderr),
    onRead: () => {
      read = seconds();
    },
  },
);
const [found] = await store.read([
  { kind: 'useClasses', where: null, rivals: [], mostClasses: 100_000, mostOpen: 1 },
]);
await store.close();
const { counts } = found as { readonly counts: readonly number[] };
print({
  sizes: { entities: entities.added, relations: relations.added, claims: claims.added },
  classes: counts.length,
  readSeconds: read,
  seconds: seconds(),
  revision,
  tables: place.store === 'embedded' ? tablesIn(place.file) : {},
});

/** The bytes of each table with its indexes. */
function tablesIn(path: string): Readonly<Record<string, number>> {
  const database = new Database(path);
  const rows = database
    .prepare(
      `SELECT coalesce(s.tbl_name, d.name), sum(d.pgsize) FROM dbstat d
       LEFT JOIN sqlite_schema s ON s.name = d.name GROUP BY 1 ORDER BY 2 DESC`,
    )
    .raw()
    .all([]) as unknown as [string, number][];
  database.close();
  return Object.fromEntries(rows);
}
