/**
 * One step of the bench in a process of its own, so that its memory is that of the step:
 * `load FILE MODELS` brings a hub into an embedded file, `serve FILE MODELS` opens it and reads first
 * pages. Prints what it found as JSON.
 */
import { performance } from 'node:perf_hooks';
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
  print({ sizes, readSeconds: read, seconds: seconds(started), report });
} else {
  const opened = seconds(started);
  const pages = await firstPages(store, count);
  print({ startSeconds: opened, pages, residentBytes: process.memoryUsage().rss });
  await store.close();
}

function print(found: object): void {
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  process.stdout.write(JSON.stringify({ ...found, peakBytes }));
}
