/**
 * One step of the measurement in a separate process, so that its memory can be measured. `load
 * PLACE MODELS` loads a hub into a store. `ask PLACE MODELS` opens the store and sends every
 * operation. PLACE is JSON. The result is printed as JSON.
 */
import { performance } from 'node:perf_hooks';
import Database from 'libsql';
import { showProgress } from '../../src/commands/progress.ts';
import { loadStream } from '../../src/exchange/load.ts';
import { hubStream } from '../../test/support/hub-stream.ts';
import { openStore, type Place } from '../texts/place.ts';
import { askAll } from './ask.ts';
import { askPeer } from './ask-peer.ts';

const [step, given = '', models] = process.argv.slice(2);
const place = JSON.parse(given) as Place;
const count = Number(models);
const started = performance.now();
const store = await openStore(place);
const seconds = (since: number) => (performance.now() - since) / 1000;

if (step === 'load') {
  let read = 0;
  const { revision, ...things } = await loadStream(store, hubStream(count), {
    dataset: 'hub',
    onProgress: showProgress(process.stderr),
    onRead: () => {
      read = seconds(started);
    },
  });
  const [found] = await store.read([
    { kind: 'useClasses', where: null, rivals: [], mostClasses: 100_000, mostOpen: 1 },
  ]);
  await store.close();
  const { counts } = found as { readonly counts: readonly number[] };
  print({
    sizes: Object.fromEntries(Object.entries(things).map(([thing, { added }]) => [thing, added])),
    classes: counts.length,
    readSeconds: read,
    seconds: seconds(started),
    revision,
    tables: place.store === 'embedded' ? tablesIn(place.file) : {},
  });
} else {
  const startSeconds = seconds(started);
  const asked = await askAll(store, place, count);
  const residentBytes = process.memoryUsage().rss;
  const peer = place.store === 'neo4j' ? await askPeer(store, place, count) : [];
  print({ startSeconds, asked, peer, residentBytes });
  await store.close();
}

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

function print(found: object): void {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const peakBytes = maxRSS * 1024;
  const processorSeconds = (userCPUTime + systemCPUTime) / 1e6;
  process.stdout.write(JSON.stringify({ ...found, peakBytes, processorSeconds }));
}
