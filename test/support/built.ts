import { pathToFileURL } from 'node:url';
import type { EmbeddedStoreOptions } from '../../src/store/embedded/embedded-options.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';

type Embedded = typeof import('../../src/store/embedded/embedded-store.ts');

/**
 * A module of the build, named as in src. Processes and threads of tests take our code from there:
 * those that have to compile TypeScript first take half a second to start.
 */
export function built<Module>(name: string): Promise<Module> {
  return import(pathToFileURL(`dist/${name.replace(/\.tsx?$/, '.js')}`).href);
}

/** An embedded store of the build, whose threads start at once. */
export async function createBuiltStore(options: EmbeddedStoreOptions): Promise<GraphStore> {
  const { createEmbeddedStore } = await built<Embedded>('store/embedded/embedded-store.ts');
  return createEmbeddedStore(options);
}
