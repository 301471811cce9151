import { Worker } from 'node:worker_threads';
import type { EmbeddedStoreOptions } from './embedded-options.ts';

/** The threads that open a store in a file: one for reads, one for the writes of a first load. */
type ThreadName = 'reading-thread' | 'filling-thread';

/** Starts a thread, from the build or from source. */
export function startThread(name: ThreadName, workerData: EmbeddedStoreOptions): Worker {
  if (import.meta.url.endsWith('.js')) {
    return new Worker(new URL(`./${name}.js`, import.meta.url), { workerData });
  }
  // Runs from source. A thread does not inherit the loader that runs TypeScript here.
  const { href } = new URL(`./${name}.ts`, import.meta.url);
  const script = `import('tsx/esm/api').then(({ register }) => {
    register();
    return import(${JSON.stringify(href)});
  });`;
  return new Worker(script, { workerData, eval: true });
}
