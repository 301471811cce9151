/**
 * One step of the bench in a process of its own, so that its memory is that of the step:
 * `load FILE MODELS` brings a hub into an embedded file, `serve FILE MODELS` opens it and reads first
 * pages. Prints what it found as JSON.
 */
import { performance } from 'node:perf_hooks';
import Database from 'libsql';
import { showProgress } from '../../src/commands/progress.ts';
import { loadReading } from '../../src/exchange/load.ts';
import { readStatements } from '../../src/exchange/spooled-dataset.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { Spool } from '../../src/store/embedded/spool.ts';
import { hubStream } from '../../test/support/hub-stream.ts';
import { firstPages } from './first-pages.ts';

const [step, file, models] = process.argv.slice(2);
const count = Number(models);
const started = performance.now();
const store = createEmbeddedStore({ file: file as string });
await store.open();
const seconds = (since: number) => (performance.now() - since) / 1000;

if (step === 'load') {
  const spool = new Spool();
  const reading = await readStatements(hubStream(count), spool);
  const read = seconds(started);
  const onProgress = showProgress(process.stderr);
  const report = await loadReading(store, reading, { batchSize: 20_000, onProgress });
  spool.close();
  await store.close();
  const { sizes } = reading;
  const { revision } = report;
  print({
    sizes,
    readSeconds: read,
    seconds: seconds(started),
    revision,
    tables: tablesIn(file as string),
  });
} else {
  const opened = seconds(started);
  const pages = await firstPages(store, count);
  print({ startSeconds: opened, pages, residentBytes: process.memoryUsage().rss });
  await store.close();
}

/** Bytes of each table with its indexes. */
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
