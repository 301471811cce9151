/**
 * Opens the store in the given file as a user without rights, reads and writes, and prints the
 * results as JSON. File rights do not apply to root, so root becomes another user first.
 */
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import { StoreError } from '../../../src/store/graph-store.ts';
import { contentsOf } from '../../support/contents.ts';
import { change, term } from '../../support/records.ts';

const nobody = 65_534;
const found: { entities?: number; code?: string; message?: string } = {};
const store = createEmbeddedStore({ file: process.argv[2] ?? '' });
// The libraries are loaded. Only the file matters from here on.
if (process.getuid?.() === 0) process.setuid?.(nobody);
try {
  await store.open();
  found.entities = (await contentsOf(store)).entities.size;
  await store.write(change({ entities: [term('new')] }));
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  found.code = error.code;
  found.message = error.message;
}
process.stdout.write(JSON.stringify(found));
