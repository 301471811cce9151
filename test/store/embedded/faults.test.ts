import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmod,
  copyFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Codes } from '../../../src/store/embedded/database/codes.ts';
import { openDatabase } from '../../../src/store/embedded/database/database.ts';
import { asStoreError } from '../../../src/store/embedded/database/faults.ts';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import { Writer } from '../../../src/store/embedded/write-change.ts';
import { StoreError } from '../../../src/store/graph-store.ts';
import { contentsOf } from '../../support/contents.ts';
import { change, claim, relation, source, term } from '../../support/records.ts';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossgraph-faults-'));
  file = join(folder, 'graph.db');
});
afterEach(() => rm(folder, { recursive: true }));

/** A file with a graph that fills some pages. */
async function filledFile(): Promise<void> {
  const made = join(folder, 'made.db');
  const store = createEmbeddedStore({ file: made });
  await store.open();
  const terms = Array.from({ length: 200 }, (_, index) => term(`t${index}`));
  const [a, b, s] = [term('a'), term('b'), source('s')];
  const related = relation(a, 'RELATED_TO', b);
  const claims = [claim('c', a, s)];
  await store.write(
    change({ entities: [a, b, ...terms], relations: [related], claims, sources: [s] }),
  );
  await store.close();
  // A checkpoint moves everything into one file, as a process does when it ends.
  const database = new Database(made);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  await copyFile(made, file);
  for (const name of await readdir(folder)) {
    // The library may still be removing its own side files.
    if (name.startsWith('made')) await rm(join(folder, name), { force: true });
  }
}

/** The error of opening the file and reading everything that a start reads. */
async function faultOf(): Promise<StoreError> {
  const store = createEmbeddedStore({ file });
  try {
    await store.open();
    await contentsOf(store);
    await store.read([{ kind: 'graph' }]);
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  } finally {
    await store.close();
  }
  throw new Error('expected a fault');
}

function edit(statements: string): void {
  const database = new Database(file);
  database.exec(statements);
  database.close();
}

/** One or a few plain sentences, without a stack. */
const plain = /^[^\n]{20,400}$/;

describe('a file that cannot be read', () => {
  it.each([
    ['two bytes', async () => writeFile(file, 'xy')],
    ['a text', async () => writeFile(file, 'Some text that is longer than the header. '.repeat(9))],
    ['random bytes', async () => writeFile(file, randomBytes(20_000))],
    [
      'cut off within its header',
      async () => {
        await filledFile();
        await truncate(file, 90);
      },
    ],
    [
      'cut off in the middle',
      async () => {
        await filledFile();
        await truncate(file, Math.floor((await readFile(file)).length / 2));
      },
    ],
    [
      'overwritten in the middle',
      async () => {
        await filledFile();
        const bytes = await readFile(file);
        randomBytes(bytes.length - 4096).copy(bytes, 4096);
        await writeFile(file, bytes);
      },
    ],
  ])('is refused, and left as it is: %s', async (_, spoil) => {
    await spoil();
    const before = await readFile(file);
    const fault = await faultOf();
    expect(fault.code).toBe('STORE_DAMAGED');
    expect(fault.message).toMatch(plain);
    expect(fault.message).toContain('graph.db');
    expect(await readFile(file)).toEqual(before);
  });

  it.each(['entity', 'relation', 'claim', 'source'])(
    'is refused where a record of %s is none',
    async (table) => {
      for (const record of ['{', 'nothing', '', 'null', '[]', '{}', '{"id":"Term:other"}']) {
        await filledFile();
        const id = `(SELECT max(id) FROM ${table})`;
        edit(`UPDATE ${table} SET record = '${record}' WHERE id = ${id}`);
        const fault = await faultOfReading(table);
        expect(fault.code).toBe('STORE_DAMAGED');
        expect(fault.message).toMatch(plain);
        expect(fault.message).toContain(`of "${table}"`);
        await rm(file);
      }
    },
  );
});

/** The error of a damaged record, at the start or when it is read. */
async function faultOfReading(table: string): Promise<StoreError> {
  const store = createEmbeddedStore({ file });
  await store.open();
  try {
    if (table === 'claim') await store.read([{ kind: 'claimsById', ids: ['Claim:c'] }]);
    if (table === 'source') await store.read([{ kind: 'sources', ids: ['Source:s'] }]);
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  } finally {
    await store.close();
  }
  return faultOf();
}

describe('a file of another', () => {
  it.each([
    ['program', "CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine')"],
    ['program with a table "graph"', 'CREATE TABLE graph (key, value); CREATE TABLE notes (text)'],
    ['program by its id', 'PRAGMA application_id = 77; CREATE TABLE graph (key, value)'],
    ['program, still empty', 'PRAGMA application_id = 77'],
  ])('%s is refused, and left as it is', async (_, statements) => {
    edit(statements);
    const before = await readFile(file);
    const fault = await faultOf();
    expect([fault.code, fault.message]).toEqual([
      'STORE_FOREIGN',
      expect.stringMatching(/graph\.db belongs to another program.*DATA_DIR/),
    ]);
    expect(await readFile(file)).toEqual(before);
  });

  it('version is refused, and left as it is', async () => {
    await filledFile();
    edit("UPDATE graph SET value = '99' WHERE key = 'format'; ALTER TABLE entity ADD COLUMN more");
    const before = await readFile(file);
    const fault = await faultOf();
    expect([fault.code, fault.message]).toEqual([
      'STORE_VERSION',
      expect.stringMatching(/written by a newer version, in format 99;/),
    ]);
    expect(await readFile(file)).toEqual(before);
  });

  it('version, with other orders or filters, is refused', async () => {
    await filledFile();
    edit("UPDATE graph SET value = '[]' WHERE key = 'shape'");
    const fault = await faultOf();
    expect([fault.code, fault.message]).toEqual([
      'STORE_VERSION',
      expect.stringMatching(/written by another version, in format \d+;/),
    ]);
  });

  it('version, of before files had an id, is refused', async () => {
    edit(`CREATE TABLE graph (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE entity (id TEXT PRIMARY KEY, record TEXT NOT NULL);
      INSERT INTO graph VALUES ('format', '1')`);
    const fault = await faultOf();
    expect([fault.code, fault.message]).toEqual([
      'STORE_VERSION',
      expect.stringMatching(/written by another version, in format 1;/),
    ]);
  });
});

it('an index that is not there is made', async () => {
  await filledFile();
  edit('DROP INDEX claim_source');
  const store = createEmbeddedStore({ file });
  await store.open();
  expect((await contentsOf(store)).entities.size).toBe(202);
  await store.close();
  const database = openDatabase(file);
  const names = database.prepare('SELECT name FROM sqlite_schema').pluck().all([]);
  database.close();
  expect(names).toContain('claim_source');
});

describe('a file that this user may not write', () => {
  const script = fileURLToPath(new URL('./as-nobody.ts', import.meta.url));
  const asNobody = async () => {
    const args = ['--import', 'tsx', script, file];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return JSON.parse(stdout) as { entities?: number; code?: string; message?: string };
  };

  it('is read as long as there is nothing to write', async () => {
    await filledFile();
    await chmod(file, 0o444);
    await chmod(folder, 0o777);
    expect(await asNobody()).toEqual({
      entities: 202,
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(
        /graph\.db cannot be opened or written: this user lacks permission/,
      ),
    });
  });

  it('is not made in a folder that may not be written', async () => {
    await chmod(folder, 0o555);
    expect(await asNobody()).toEqual({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(
        /graph\.db cannot be opened or written: this user lacks permission/,
      ),
    });
  });
});

describe('a disk that is full', () => {
  it('undoes the change, says so, and takes it once there is room', async () => {
    await filledFile();
    const store = createEmbeddedStore({ file });
    await store.open();
    const before = await contentsOf(store);
    const many = change({
      entities: Array.from({ length: 500 }, (_, index) => term(`more${index}`)),
    });
    await store.close();
    // SQLite reports the same error for a file size limit and for a full disk.
    const database = openDatabase(file);
    const [{ page_count: pages }] = database.prepare('PRAGMA page_count').all([]) as [
      { page_count: number },
    ];
    database.exec(`PRAGMA max_page_count = ${pages}`);
    let fault: unknown;
    try {
      new Writer(database, new Codes(database)).write(many);
    } catch (error) {
      fault = asStoreError(error, file);
    }
    database.close();
    expect(fault).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/^The disk of .*graph\.db is full\. Nothing was changed/),
    });
    await store.open();
    expect(await contentsOf(store)).toEqual(before);
    expect(await store.write(many)).toBe(2);
    await store.close();
  });
});
