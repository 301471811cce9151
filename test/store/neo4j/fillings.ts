import { setTimeout } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { Connection } from '../../../src/store/neo4j/bolt-connection.ts';
import { endFilling } from '../../../src/store/neo4j/filling.ts';
import { dropDeferrable } from '../../../src/store/neo4j/indexes/apply-schema.ts';
import { schemaRules } from '../../../src/store/neo4j/indexes/constraints.ts';
import { createNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import { applyFilling, placeModels } from '../../../src/store/neo4j/write/write-transaction.ts';
import type { Neo4jInfo } from '../../neo4j/bolt.ts';
import { wipe } from '../../neo4j/wipe.ts';
import { byName, edgePageSpec, edgeSpec, nothing, page, readOne } from '../../support/reads.ts';
import { change, license, model, relation, term } from '../../support/records.ts';
import { schemaAt } from './schema-at.ts';

/** What a first load into an empty graph does to indexes, cells and classes, whoever ends it. */
export function fillings(server: Neo4jInfo): void {
  const database = schemaAt(server);
  const { opened, names } = database;

  const deferred = schemaRules().filter(({ deferrable }) => deferrable);
  const missing = async () => {
    const there = await names('INDEXES');
    return schemaRules().filter(({ name }) => !there.includes(name));
  };
  beforeEach(() => wipe(server), 60_000);

  const family = { op: 'in', property: 'familyName', values: ['Fill'] } as const;
  const counted = (store: GraphStore) =>
    readOne(store, { kind: 'listCount', spec: { kind: 'MODEL', where: family } });

  it('puts off the indexes that only reads need, and counts models when it ends, also those without a license', async () => {
    const store = await opened();
    await store.filling?.begin();
    expect(await missing()).toEqual(deferred);
    const [a, b] = [
      model('fill-a', { familyName: 'Fill' }),
      model('fill-b', { familyName: 'Fill' }),
    ];
    const free = license('fill-free');
    const relations = [relation(a, 'DERIVED_FROM', b)];
    await store.write(change({ entities: [a, b, free], relations, allNew: true, follows: 0 }));
    const licensed = [relation(a, 'LICENSED_UNDER', free)];
    await store.write(change({ relations: licensed, allNew: true, follows: 1 }));
    await store.filling?.end();
    expect(await missing()).toEqual([]);
    expect(await counted(store)).toBe(2);
    const spec = edgeSpec(['LICENSED_UNDER'], { direction: 'IN', where: family });
    const counts = await readOne(store, { kind: 'edgeCounts', ownerIds: [free.id], spec });
    expect([...counts.values()]).toEqual([1]);
    const pages = edgePageSpec(['DERIVED_FROM']);
    const read = { kind: 'edges', ownerIds: [a.id], spec: pages, select: nothing } as const;
    expect((await readOne(store, read)).get(a.id)?.rows).toHaveLength(1);
    await store.close();
  });

  it('fails with a conflict if another process has written', async () => {
    const [store, other] = [await opened(), await opened()];
    await store.filling?.begin();
    const filled = model('fill-j');
    await other.write(change({ entities: [filled] }));
    const late = change({ entities: [filled], allNew: true, follows: 0 });
    await expect(store.write(late)).rejects.toMatchObject({ code: 'STORE_CONFLICT' });
    await store.filling?.end();
    expect(await store.revision()).toBe(1);
    for (const each of [store, other]) await each.close();
  });

  it('ends with a write of something else', async () => {
    const store = await opened();
    await store.filling?.begin();
    await store.write(
      change({ entities: [model('fill-g', { familyName: 'Fill' })], allNew: true, follows: 0 }),
    );
    await store.write(change({ entities: [model('fill-h', { familyName: 'Fill' })] }));
    expect(await missing()).toEqual([]);
    expect(await counted(store)).toBe(2);
    await store.close();
  });

  it('gets them from the next opening if it was interrupted, and others learn that their pages are old', async () => {
    const [store, other] = [await opened(), await opened()];
    await store.filling?.begin();
    await filledWith(store, 'fill-c');
    await store.close();
    expect(await missing()).toEqual(deferred);
    const known = await other.state();
    const next = await opened();
    expect(await missing()).toEqual([]);
    expect(await counted(next)).toBe(1);
    await next.close();
    expect(await other.changesSince(known)).toMatchObject({
      state: { revision: known.revision },
      changed: null,
    });
    expect(await counted(other)).toBe(1);
    await other.close();
  });

  it('counts models by their classes after it was interrupted, also those with a class', async () => {
    const [store, other] = [await opened(), await opened()];
    await store.filling?.begin();
    const filled = model('fill-i', { familyName: 'Fill' });
    await store.write(change({ entities: [filled], allNew: true, follows: 0 }));
    await store.close();
    const found = { key: 'k', content: '{}', variant: null };
    expect(await other.classes.assign(new Map([[filled.id, found]]), 1)).toBe(true);
    await other.close();
    const next = await opened();
    const read = { kind: 'useClasses', where: family, rivals: [] } as const;
    const classes = await readOne(next, { ...read, mostClasses: 10, mostOpen: 10 });
    expect(classes).toMatchObject({ keys: 'k', counts: [1], openIds: [] });
    await next.close();
  });

  const filledWith = async (store: GraphStore, name: string, follows = 0) => {
    const filled = model(name, { familyName: 'Fill' });
    await store.write(change({ entities: [filled], allNew: true, follows }));
    return filled;
  };
  const refused = {
    code: 'STORE_UNAVAILABLE',
    message: expect.stringContaining('is being filled by a first load'),
  };

  it('answers no questions before it is done, to nobody', async () => {
    await dropDeferrable(database.connection);
    const [store, before] = [await opened(), await opened()];
    await store.filling?.begin();
    const [after, reading] = [await opened(), await opened()];
    expect(await counted(reading)).toBe(0);
    await store.filling?.begin();
    await filledWith(store, 'fill-k');
    expect(await reading.changesSince({ revision: 0, changedAt: null })).toMatchObject({
      changed: null,
    });
    for (const each of [store, before, reading]) {
      await expect(counted(each)).rejects.toMatchObject(refused);
    }
    expect(await missing()).toEqual(deferred);
    expect(await after.state()).toMatchObject({ revision: 1 });
    await expect(counted(after)).rejects.toMatchObject(refused);
    await store.filling?.end();
    for (const each of [store, before, after, reading]) {
      expect(await counted(each)).toBe(1);
      await each.close();
    }
  });

  it('is ended by another process once nothing was written for a while', async () => {
    const reading = createNeo4jStore({ ...server, timeoutMs: 20_000, abandonedAfterMs: 300 });
    const store = await opened();
    await store.filling?.begin();
    await reading.open();
    await store.filling?.begin();
    await filledWith(store, 'fill-l');
    await reading.state();
    await expect(counted(reading)).rejects.toMatchObject(refused);
    // A load that writes again keeps its mark for as long.
    await filledWith(store, 'fill-m', 1);
    await setTimeout(350);
    await expect(counted(reading)).rejects.toMatchObject(refused);
    expect(await missing()).toEqual(deferred);
    await store.close();
    await expect.poll(() => counted(reading).catch(() => null), { timeout: 60_000 }).toBe(2);
    expect(await missing()).toEqual([]);
    await reading.close();
  }, 120_000);

  it('keeps its mark if it goes on after another process has ended it', async () => {
    const reading = createNeo4jStore({ ...server, timeoutMs: 20_000, abandonedAfterMs: 0 });
    const store = await opened();
    await reading.open();
    await store.filling?.begin();
    await filledWith(store, 'fill-n');
    await reading.state();
    await expect.poll(() => counted(reading).catch(() => null), { timeout: 60_000 }).toBe(1);
    await filledWith(store, 'fill-o', 1);
    await reading.state();
    await expect(counted(reading)).rejects.toMatchObject(refused);
    await store.filling?.end();
    await expect.poll(() => counted(reading).catch(() => null), { timeout: 60_000 }).toBe(2);
    for (const each of [store, reading]) await each.close();
  }, 120_000);

  it('refuses a change if another process placed its models meanwhile', async () => {
    const [store, filled, terms] = [await opened(), model('fill-p'), license('fill-q')];
    await store.filling?.begin();
    const at = '2026-01-01T00:00:00.000Z';
    await store.write(change({ entities: [filled, terms], allNew: true, follows: 0 }));
    const relations = [relation(filled, 'LICENSED_UNDER', terms)];
    const licensed = { ...change({ relations, allNew: true }), follows: 1, at };
    const other = new Connection({ ...server, timeoutMs: 20_000 });
    const written = database.connection.write('write', (tx) =>
      applyFilling(
        {
          run: async (text, parameters) => {
            if (text.startsWith('MERGE (g:GraphRevision')) {
              await other.write('filling', (its) => placeModels(its, [filled.id], false));
            }
            return tx.run(text, parameters);
          },
        },
        licensed,
      ),
    );
    await expect(written).rejects.toMatchObject({ code: 'STORE_CONFLICT' });
    await store.filling?.end();
    const text = 'MATCH (e:Model)-[:IN_CELL]->() RETURN count(*)';
    expect(await database.connection.read({ name: 'cells', text })).toEqual([[1]]);
    await other.close();
    await store.close();
  });

  it('refuses a change if another process found classes meanwhile', async () => {
    const [store, filled, terms] = [await opened(), model('fill-s'), license('fill-t')];
    await store.filling?.begin();
    await store.write(change({ entities: [filled, terms], allNew: true, follows: 0 }));
    await endFilling(database.connection, false);
    const other = await opened();
    const unlicensed = { key: 'k', content: '{}', variant: null };
    expect(await other.classes.assign(new Map([[filled.id, unlicensed]]), 1)).toBe(true);
    const relations = [relation(filled, 'LICENSED_UNDER', terms)];
    const licensed = change({ relations, allNew: true, follows: 1 });
    await expect(store.write(licensed)).rejects.toMatchObject({ code: 'STORE_CONFLICT' });
    await store.filling?.end();
    for (const each of [store, other]) await each.close();
  });

  it('pages models by the licenses that they got after another process placed them', async () => {
    const [store, filled, terms] = [await opened(), model('fill-u'), license('fill-v')];
    await store.filling?.begin();
    await store.write(change({ entities: [filled, terms], allNew: true, follows: 0 }));
    await endFilling(database.connection, false);
    const relations = [relation(filled, 'LICENSED_UNDER', terms)];
    await store.write(change({ relations, allNew: true, follows: 1 }));
    await store.filling?.end();
    const hops = [{ type: 'LICENSED_UNDER', direction: 'OUT' }] as const;
    const where = { op: 'linked', hops, slugs: [terms.slug] } as const;
    const spec = { kind: 'MODEL', where, order: byName, window: page() } as const;
    const { rows } = await readOne(store, { kind: 'list', spec, select: nothing });
    expect(rows.map(({ node }) => node.entity.id)).toEqual([filled.id]);
    await store.close();
  });

  it('is ended by several processes at once', async () => {
    const store = await opened();
    await store.filling?.begin();
    await filledWith(store, 'fill-r');
    const others = Array.from(
      { length: 3 },
      () => new Connection({ ...server, timeoutMs: 20_000 }),
    );
    await Promise.all(others.map((each) => endFilling(each, false)));
    expect(await missing()).toEqual([]);
    await store.filling?.end();
    for (const each of [store, ...others]) await each.close();
  }, 120_000);

  it('is as before after a filling that wrote nothing', async () => {
    const store = await opened();
    await store.filling?.begin();
    await store.close();
    const next = await opened();
    expect(await missing()).toEqual([]);
    expect(await next.state()).toEqual({ revision: 0, changedAt: null });
    const graph = await readOne(next, { kind: 'graph' });
    expect(graph).toMatchObject({ revision: 0, changedAt: null });
    await next.close();
  });

  it('creates the indexes that only reads need when the first of them is sent, and waits no longer than its client', async () => {
    await dropDeferrable(database.connection);
    const store = await opened();
    expect(await missing()).toEqual(deferred);
    const read = { kind: 'listCount', spec: { kind: 'MODEL', where: family } } as const;
    const leaving = new AbortController();
    const [left, stayed] = [
      readOne(store, read, {
        signal: leaving.signal,
        onStatement: () => setImmediate(() => leaving.abort()),
      }),
      readOne(store, read),
    ];
    await expect(left).rejects.toMatchObject({ code: 'STORE_ABORTED' });
    expect(await missing()).not.toEqual([]);
    expect(await stayed).toBe(0);
    expect(await missing()).toEqual([]);
    await store.close();
  });

  it('goes on after another process took it for interrupted', async () => {
    const store = await opened();
    await store.filling?.begin();
    await filledWith(store, 'fill-m');
    const other = await opened();
    expect(await counted(other)).toBe(1);
    await filledWith(store, 'fill-n', 1);
    await other.state();
    await expect(counted(other)).rejects.toMatchObject(refused);
    await store.filling?.end();
    expect(await counted(other)).toBe(2);
    for (const each of [store, other]) await each.close();
  });

  it('is ended with what is committed while it is ended', async () => {
    const store = await opened();
    await store.filling?.begin();
    await filledWith(store, 'fill-o');
    const ending = new Connection({ ...server, timeoutMs: 20_000 });
    const read = ending.read.bind(ending);
    let late = 1;
    // The load writes after all models are placed, while hubs are looked for.
    ending.read = async (statement, options) => {
      const rows = await read(statement, options);
      const seeksHubs = statement.text.includes('>= $from');
      if (seeksHubs && late === 1) await filledWith(store, 'fill-p', late++);
      return rows;
    };
    await endFilling(ending, false);
    await ending.close();
    expect(late).toBe(2);
    const other = await opened();
    expect(await counted(other)).toBe(2);
    for (const each of [store, other]) await each.close();
  });

  it('stays marked while a load goes on to write', async () => {
    const store = await opened();
    await store.filling?.begin();
    await filledWith(store, 'fill-0');
    const ending = new Connection({ ...server, timeoutMs: 20_000 });
    const read = ending.read.bind(ending);
    let follows = 1;
    ending.read = async (statement, options) => {
      const rows = await read(statement, options);
      const seeksHubs = statement.text.includes('>= $from');
      if (seeksHubs) await filledWith(store, `fill-${follows}`, follows++);
      return rows;
    };
    await endFilling(ending, false);
    await ending.close();
    await expect(counted(store)).rejects.toMatchObject(refused);
    await store.close();
    const other = await opened();
    expect(await counted(other)).toBe(follows);
    await other.close();
  });

  it('counts models by their classes which got one before their first cell', async () => {
    const [store, other] = [await opened(), await opened()];
    await store.filling?.begin();
    const filled = await filledWith(store, 'fill-q');
    const found = { key: 'k', content: '{}', variant: null };
    expect(await other.classes.assign(new Map([[filled.id, found]]), 1)).toBe(true);
    await other.write(change({ entities: [{ ...filled }] }));
    await store.filling?.end();
    const read = { kind: 'useClasses', where: family, rivals: [] } as const;
    const classes = await readOne(other, { ...read, mostClasses: 10, mostOpen: 10 });
    expect(classes).toMatchObject({ keys: 'k', counts: [1], openIds: [] });
    for (const each of [store, other]) await each.close();
  });

  it('keeps all indexes of a graph that has something', async () => {
    const store = await opened();
    await store.write(change({ entities: [term('fill-d')] }));
    await store.filling?.begin();
    expect(await missing()).toEqual([]);
    await store.filling?.end();
    await store.close();
  });
}
