import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadStream } from '../../../src/exchange/load/load.ts';
import { classifyModels } from '../../../src/loaders/classify-models.ts';
import { Codes } from '../../../src/store/embedded/database/codes.ts';
import { openDatabase } from '../../../src/store/embedded/database/database.ts';
import { endFillingStep } from '../../../src/store/embedded/fill/filling.ts';
import { type GraphChange, type GraphStore, StoreError } from '../../../src/store/graph-store.ts';
import { createBuiltStore } from '../../support/built.ts';
import { hubStream } from '../../support/hub-stream.ts';
import { readOne } from '../../support/reads.ts';
import { change, relation, term } from '../../support/records.ts';

let folder = '';
const stores: GraphStore[] = [];
let changes: readonly GraphChange[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossgraph-filling-'));
  changes = await changesOfLoad();
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  await rm(folder, { recursive: true });
});

async function opened(name: string): Promise<GraphStore> {
  const file = name === ':memory:' ? name : join(folder, name);
  const store = await createBuiltStore({ file });
  await store.open();
  stores.push(store);
  return store;
}

/** The changes of a load, each divided between relations and claims. */
async function changesOfLoad(): Promise<readonly GraphChange[]> {
  const written: GraphChange[] = [];
  const store = await opened('recorded.db');
  const write = store.write.bind(store);
  store.write = (change) => {
    written.push(change);
    return write(change);
  };
  const now = new Date('2026-01-01T00:00:00Z');
  await loadStream(store, hubStream(60), { dataset: 'hub', batchSize: 101, now });
  const divided = written.flatMap((change) => [
    { ...change, claims: [] },
    { ...change, sources: [], entities: [], relations: [] },
  ]);
  return divided.map((change, follows) => ({ ...change, follows }));
}

/** All rows of all tables, with the layout. */
function contents(name: string): Readonly<Record<string, readonly unknown[]>> {
  const database = new Database(join(folder, name));
  const rows = (sql: string) => database.prepare(sql).raw().all([]) as unknown as string[][];
  const names = rows(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL ORDER BY name",
  );
  const tables = names
    .map(([table = '']) => table)
    // Only a read with the index can show what is in these.
    .filter((table) => !/^(entity_text|folded)(_|$)/.test(table))
    // Nobody reads while the file is filled, so it need not say what each change changed.
    .filter((table) => table !== 'revision_tags');
  const found = tables.map((table) => {
    const columns = rows(`PRAGMA table_info(${table})`).map(([, column = '']) => column);
    return [
      table,
      rows(`SELECT ${columns.map((column) => shown(table, column)).join(', ')} FROM ${table}`)
        .map(String)
        .sort(),
    ] as const;
  });
  const indexes = rows(
    "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name",
  );
  expect(rows('PRAGMA integrity_check')).toEqual([['ok']]);
  database.close();
  return { ...Object.fromEntries(found), indexes: indexes.map(String) };
}

/**
 * A column as it is compared. Cells and classes have other numbers, since a filled file never has
 * those that models leave again.
 */
function shown(table: string, column: string): string {
  const keyIn = (other: string) => `(SELECT key FROM ${other} o WHERE o.n = ${table}.${column})`;
  // A touched entity has a later revision.
  if (table === 'entity' && column === 'revision') return 'NULL';
  if (column === 'cell') return keyIn('cell');
  if (column === 'class') return keyIn('use_class');
  if (column === 'variant') return keyIn('use_variant');
  if (/^(cell|use_class|use_variant)$/.test(table) && column === 'n') return 'NULL';
  if (table === 'sqlite_sequence' && column === 'seq') {
    return "CASE WHEN name IN ('cell', 'use_class', 'use_variant') THEN 0 ELSE seq END";
  }
  return column;
}

async function write(store: GraphStore, some = changes): Promise<void> {
  for (const change of some) await store.write(change);
}

const hubCount = (store: GraphStore) =>
  readOne(store, { kind: 'listCount', spec: { kind: 'MODEL', where: null } });

describe('a file that is filled', () => {
  it('has the rows and indexes of a file that was written', async () => {
    await write(await opened('plain.db'));
    const store = await opened('filled.db');
    await store.filling?.begin();
    await write(store);
    await store.filling?.end();
    expect(contents('filled.db')).toEqual(contents('plain.db'));
    expect(await hubCount(store)).toBe(60);
  });

  it('has them if changes are given before those before them are written', async () => {
    await write(await opened('plain.db'));
    const store = await opened('filled.db');
    await store.filling?.begin();
    const revisions = await Promise.all(changes.map((change) => store.write(change)));
    expect(revisions).toEqual(changes.map((_, at) => at + 1));
    await store.filling?.end();
    expect(contents('filled.db')).toEqual(contents('plain.db'));
  });

  it('has them for entities that are linked with themselves', async () => {
    const [one, two] = [term('one'), term('two')];
    const own = [relation(one, 'RELATED_TO', one), relation(two, 'BROADER', two)];
    const relations = [...own, relation(one, 'RELATED_TO', two)];
    const linked = [change({ entities: [one, two], relations, allNew: true, follows: 0 })];
    await write(await opened('plain.db'), linked);
    const store = await opened('filled.db');
    await store.filling?.begin();
    await write(store, linked);
    await store.filling?.end();
    expect(contents('filled.db')).toEqual(contents('plain.db'));
  });

  it('gives models their classes while its indexes are built', async () => {
    const plain = await opened('plain.db');
    const store = await opened('filled.db');
    const { assign } = store.classes;
    const codes: unknown[] = [];
    store.classes.assign = async (classes, revision) => {
      codes.push(await (async () => hubCount(store))().catch(({ code }) => code));
      return assign(classes, revision);
    };
    const options = { dataset: 'hub', batchSize: 101, now: new Date('2026-01-01T00:00:00Z') };
    await loadStream(store, hubStream(600), { ...options, fillsFrom: 1 });
    await loadStream(plain, hubStream(600), { ...options, fillsFrom: Number.POSITIVE_INFINITY });
    expect(codes).toEqual(['STORE_UNAVAILABLE', 'STORE_UNAVAILABLE']);
    const { model_class, ...rest } = contents('filled.db');
    expect(model_class?.filter((row) => /^\d+,[^,]/.test(String(row)))).toHaveLength(600);
    expect({ model_class, ...rest }).toEqual(contents('plain.db'));
  });

  it('answers no questions before it is done, to nobody', async () => {
    const other = await opened('filled.db');
    const store = await opened('filled.db');
    await store.filling?.begin();
    await write(store, changes.slice(0, 4));
    for (const each of [store, other]) {
      await expect((async () => hubCount(each))()).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringContaining('is being filled by a first load'),
      });
    }
    await write(store, changes.slice(4));
    await store.filling?.end();
    for (const each of [store, other]) expect(await hubCount(each)).toBe(60);
  });

  it('gets the classes of its models from nobody else before it is done', async () => {
    const other = await opened('filled.db');
    const store = await opened('filled.db');
    await store.filling?.begin();
    await write(store);
    expect(await classifyModels(other)).toBe(0);
    await store.filling?.end();
    expect(await classifyModels(other)).toBe(60);
  });

  it('is completed when it is opened again, wherever its process ended', async () => {
    await write(await opened('plain.db'));
    for (const before of [0, 3, changes.length]) {
      const name = `interrupted-${before}.db`;
      const store = await opened(name);
      await store.filling?.begin();
      await write(store, changes.slice(0, before));
      // The file as it is now, without what the process would still do.
      const copy = new Database(join(folder, name));
      copy.exec(`VACUUM INTO '${join(folder, `copy-${name}`)}'`);
      copy.close();
      const next = await opened(`copy-${name}`);
      await write(next, changes.slice(before));
      await store.filling?.end();
      const { sqlite_sequence: _, ...rows } = contents(`copy-${name}`);
      const { sqlite_sequence: __, ...expected } = contents('plain.db');
      expect(rows).toEqual(expected);
    }
  });

  it('is written as usual after another process has written or opened it', async () => {
    await write(await opened('plain.db'));
    const store = await opened('filled.db');
    await store.filling?.begin();
    await write(store, changes.slice(0, 5));
    const other = await opened('filled.db');
    expect(await hubCount(other)).toBeGreaterThan(0);
    await write(store, changes.slice(5, 7));
    await write(other, changes.slice(7));
    await store.filling?.end();
    expect(contents('filled.db')).toEqual(contents('plain.db'));
  });

  it('is written as usual, in order, after another process has ended it under two changes', async () => {
    await write(await opened('plain.db'));
    const store = await opened('filled.db');
    await store.filling?.begin();
    await write(store, changes.slice(0, 5));
    await opened('filled.db');
    await Promise.all(changes.slice(5, 7).map((change) => store.write(change)));
    await write(store, changes.slice(7));
    await store.filling?.end();
    expect(contents('filled.db')).toEqual(contents('plain.db'));
  });

  it('has nothing of a change that follows a refused one', async () => {
    const [one, two] = [term('one'), term('two')];
    for (const name of [':memory:', 'filled.db']) {
      const store = await opened(name);
      await store.filling?.begin();
      const wrong = [one, two].map((entity, at) =>
        store.write(change({ entities: [entity], allNew: true, follows: 7 + at })),
      );
      expect(await Promise.allSettled(wrong)).toEqual(
        wrong.map(() => ({
          status: 'rejected',
          reason: expect.objectContaining({ code: 'STORE_CONFLICT' }),
        })),
      );
      await store.filling?.end();
      expect((await store.held.totals()).entities).toBe(0);
    }
  });

  it('has nothing of a change that follows a refused one, even if another process wrote as much', async () => {
    const [one, two, three, four] = [term('one'), term('two'), term('three'), term('four')];
    const own = (entity: typeof one, follows: number) =>
      change({ entities: [entity], allNew: true, follows });
    const store = await opened('filled.db');
    const other = await opened('filled.db');
    await store.filling?.begin();
    await store.write(own(one, 0));
    await other.write(change({ entities: [two], follows: 1 }));
    const given = [own(three, 1), own(four, 2)].map((each) => store.write(each));
    expect(await Promise.allSettled(given)).toEqual(
      given.map(() => ({
        status: 'rejected',
        reason: expect.objectContaining({ code: 'STORE_CONFLICT' }),
      })),
    );
    expect((await store.held.totals()).entities).toBe(2);
    // A change that is planned again is written.
    expect(await store.write(own(three, 2))).toBe(3);
    await store.filling?.end();
  });

  it('has nothing of a second filling that begins at the same time', async () => {
    const [one, two, three, four] = [term('one'), term('two'), term('three'), term('four')];
    const own = (entities: readonly (typeof one)[], follows: number, relations = {}) =>
      change({ entities: [...entities], allNew: true, follows, ...relations });
    const [store, other] = [await opened('filled.db'), await opened('filled.db')];
    for (const each of [store, other]) await each.filling?.begin();
    await store.write(own([one], 0));
    const relations = [relation(four, 'BROADER', two)];
    const given = [own([two, three], 0), own([four], 1, { relations })].map((each) =>
      other.write(each),
    );
    expect(await Promise.allSettled(given)).toEqual(
      given.map(() => ({
        status: 'rejected',
        reason: expect.objectContaining({ code: 'STORE_CONFLICT' }),
      })),
    );
    await other.filling?.end();
    await store.filling?.end();
    expect(await store.held.totals()).toMatchObject({ entities: 1, relations: 0 });
  });

  it('is written as usual after a change that failed', async () => {
    const [one, two, three] = [term('one'), term('two'), term('three')];
    const good = [
      change({ entities: [one], allNew: true, follows: 0 }),
      change({
        entities: [two],
        relations: [relation(two, 'BROADER', one)],
        allNew: true,
        follows: 1,
      }),
    ];
    await write(await opened('plain.db'), good);
    const store = await opened('filled.db');
    await store.filling?.begin();
    await write(store, good.slice(0, 1));
    const relations = [relation(two, 'BROADER', three)];
    const bad = change({ entities: [two], relations, allNew: true, follows: 1 });
    await expect(store.write(bad)).rejects.toMatchObject({ code: 'STORE_FAILURE' });
    await write(store, good.slice(1));
    await store.filling?.end();
    expect(contents('filled.db')).toEqual(contents('plain.db'));
  });

  it('is written as usual after another process has begun to end it', async () => {
    await write(await opened('plain.db'));
    for (const [before, steps] of [
      [2, 1],
      [4, 2],
      [7, 6],
    ] as const) {
      const name = `ending-${before}.db`;
      const store = await opened(name);
      await store.filling?.begin();
      await write(store, changes.slice(0, before));
      const other = openDatabase(join(folder, name));
      const codes = new Codes(other);
      let step = 0;
      for (; step < steps; step += 1) endFillingStep(other, codes, step);
      await write(store, changes.slice(before, -1));
      for (; endFillingStep(other, codes, step); step += 1);
      other.close();
      await write(store, changes.slice(-1));
      await store.filling?.end();
      const { sqlite_sequence: _, ...rows } = contents(name);
      const { sqlite_sequence: __, ...expected } = contents('plain.db');
      expect(rows).toEqual(expected);
    }
  });

  it('stays as it is if it is not empty', async () => {
    const store = await opened('written.db');
    await write(store, changes.slice(0, 3));
    const was = contents('written.db');
    await store.filling?.begin();
    expect(contents('written.db')).toEqual(was);
    expect(await hubCount(store)).toBeGreaterThan(0);
    await store.filling?.end();
  });

  it('refuses a change that was planned for another revision', async () => {
    const store = await opened('filled.db');
    await store.filling?.begin();
    await expect(store.write({ ...changes[0], follows: 7 } as GraphChange)).rejects.toMatchObject({
      code: 'STORE_CONFLICT',
    });
    await store.filling?.end();
  });

  it('has nothing of a refused change, even if others follow', async () => {
    const [one, two] = [term('one'), term('two')];
    const owned = (entity: typeof one, follows: number) => {
      const given = change({ entities: [entity], allNew: true, follows });
      return { ...given, entities: given.entities.map((each) => ({ ...each, owners: ['ours'] })) };
    };
    for (const name of [':memory:', 'filled.db']) {
      const store = await opened(name);
      await store.filling?.begin();
      await expect(store.write(owned(one, 7))).rejects.toMatchObject({ code: 'STORE_CONFLICT' });
      await store.write(owned(two, 0));
      const relations = [relation(two, 'BROADER', one)];
      await expect(
        store.write(change({ relations, allNew: true, follows: 1 })),
      ).rejects.toMatchObject({ code: 'STORE_FAILURE' });
      await store.filling?.end();
      const owners = await store.held.owners('entities', [one.id, two.id]);
      expect([...owners]).toEqual([[two.id, ['ours']]]);
    }
  });

  it('tells of an end that fails before the classes are found', async () => {
    const store = await opened('filled.db');
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on('unhandledRejection', note);
    const { assign } = store.classes;
    const { end } = store.filling ?? {};
    let fail = () => {};
    const failed = new Promise<void>((resolve) => {
      fail = resolve;
    });
    store.classes.assign = async (classes, revision) => {
      await failed;
      return assign(classes, revision);
    };
    Object.assign(store.filling ?? {}, {
      end: async () => {
        await end?.();
        setTimeout(fail, 50);
        throw new StoreError('STORE_UNAVAILABLE', 'The disk is full.');
      },
    });
    const loading = loadStream(store, hubStream(60), { dataset: 'hub', fillsFrom: 1 });
    await expect(loading).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });

  it('leaves no thread where it cannot begin', async () => {
    const store = await opened('filled.db');
    const other = new Database(join(folder, 'filled.db'));
    other.exec('BEGIN IMMEDIATE');
    const ports = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort');
    const before = ports();
    await expect(store.filling?.begin()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(ports()).toEqual(before);
    other.close();
  });
});
