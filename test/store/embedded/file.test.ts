import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { contentsOf } from '../../support/contents.ts';
import { readOne, selecting } from '../../support/reads.ts';
import { change, term } from '../../support/records.ts';

describe('the file of the embedded store', () => {
  let folder = '';
  const opened: GraphStore[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glossgraph-file-'));
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await rm(folder, { recursive: true });
  });

  const open = async (name = 'graph.db') => {
    const store = createEmbeddedStore({ file: join(folder, name) });
    opened.push(store);
    await store.open();
    return store;
  };
  const nameOfA = async (store: GraphStore) => {
    const select = selecting('name');
    const rows = await readOne(store, { kind: 'entities', ids: ['Term:a'], select });
    return rows.get('Term:a')?.entity.name;
  };

  it('keeps the graph from one opening to the next', async () => {
    const first = await open();
    await first.write(change({ entities: [term('a', { name: 'Kept' })] }));
    await first.close();
    const second = await open();
    expect([await second.revision(), await nameOfA(second)]).toEqual([1, 'Kept']);
    expect((await contentsOf(second)).entities.get('Term:a')).toBe('d');
  });

  it('is made with its folders where there is none', async () => {
    await open('some/where/graph.db');
    expect(await readdir(join(folder, 'some/where'))).toContain('graph.db');
  });

  it('shows what another process wrote as soon as the revision was asked for', async () => {
    const [one, other] = [await open(), await open()];
    await one.write(change({ entities: [term('a', { name: 'Old' })] }));
    expect(await nameOfA(other)).toBe('Old');
    await one.write(change({ entities: [term('a', { name: 'New' })] }));
    expect(await other.revision()).toBe(2);
    expect(await nameOfA(other)).toBe('New');
  });

  it('gives writers of several processes revisions of their own', async () => {
    const stores = [await open(), await open(), await open()];
    const revisions = await Promise.all(
      stores.map((store, index) => store.write(change({ entities: [term(`t${index}`)] }))),
    );
    expect(revisions.sort()).toEqual([1, 2, 3]);
    expect((await contentsOf(await open())).entities.size).toBe(3);
  });

  it('of another format is refused, and left as it is', async () => {
    await (await open()).close();
    const file = join(folder, 'graph.db');
    const database = new Database(file);
    database.exec("UPDATE graph SET value = '999' WHERE key = 'format'");
    database.close();
    const again = createEmbeddedStore({ file });
    await expect(again.open()).rejects.toMatchObject({
      code: 'STORE_VERSION',
      message: expect.stringMatching(/newer version, in format 999.*remove the file/),
    });
  });

  it('that is not a database is refused, with its name', async () => {
    await writeFile(join(folder, 'graph.db'), 'This is a text, and rather long for a header.');
    await expect(open()).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringContaining('graph.db'),
    });
  });

  it('that cannot be made is refused', async () => {
    await writeFile(join(folder, 'taken'), '');
    await expect(open('taken/graph.db')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(open('.')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  it('is not read before it is opened, nor after it is closed', async () => {
    const store = createEmbeddedStore({ file: join(folder, 'graph.db') });
    const uses = [
      async () => store.read([{ kind: 'graph' }]),
      async () => store.revision(),
      async () => store.write(change({})),
      async () => store.held.totals(),
      async () => store.held.hangingOn([]),
      async () => store.version(),
    ];
    for (const use of uses)
      await expect(use()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await store.open();
    await store.close();
    await store.close();
    for (const use of uses)
      await expect(use()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});
