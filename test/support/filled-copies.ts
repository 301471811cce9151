import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { madeOnce } from '../../src/base/made-once.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { inFolder } from './in-folder.ts';

const filled = new Map<string, Promise<Buffer>>();

/**
 * An open store of its own, filled as asked. It is a copy of a file that is filled once for all
 * tests of this process, since filling takes as long as many tests. One name stands for one content.
 */
export async function filledCopy(
  name: string,
  fill: (store: GraphStore) => Promise<unknown>,
): Promise<GraphStore> {
  const content = await madeOnce(filled, name, () => contentOf(fill));
  return inFolder({}, async (folder) => {
    const file = join(folder, 'copy.db');
    await writeFile(file, content);
    // It stays open after its folder is removed, and nothing is left when the process ends.
    return opened(file);
  });
}

function contentOf(fill: (store: GraphStore) => Promise<unknown>): Promise<Buffer> {
  return inFolder({}, async (folder) => {
    const file = join(folder, 'whole.db');
    const store = await opened(file);
    try {
      await fill(store);
    } finally {
      await store.close();
    }
    const database = new Database(file);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    return readFile(file);
  });
}

async function opened(file: string): Promise<GraphStore> {
  const store = createEmbeddedStore({ file });
  await store.open();
  return store;
}
