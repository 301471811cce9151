/**
 * Opens the store in the file of its argument as a user without rights, reads from it and writes to
 * it, and prints what came of that as JSON. Rights do not bind root, so root becomes another first.
 */
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import { StoreError } from '../../../src/store/graph-store.ts';
import { contentsOf } from '../../support/contents.ts';
import { change, term } from '../../support/records.ts';

const nobody = 65_534;
const found: { entities?: number; code?: string; message?: string } = {};
const store = createEmbeddedStore({ file: process.argv[2] ?? '' });
// The libraries are loaded; from here on only the file counts.
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
