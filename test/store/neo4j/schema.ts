import { expect, it } from 'vitest';
import { Connection } from '../../../src/store/neo4j/bolt-connection.ts';
import { applySchema } from '../../../src/store/neo4j/indexes/apply-schema.ts';
import { schemaRules } from '../../../src/store/neo4j/indexes/constraints.ts';
import { createNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import type { Neo4jInfo } from '../../neo4j/bolt.ts';
import { readOne } from '../../support/reads.ts';
import { change, term } from '../../support/records.ts';
import { schemaAt } from './schema-at.ts';

/** What opening a store does to the schema of a database. */
export function opening(server: Neo4jInfo): void {
  const database = schemaAt(server);
  const { opened, names } = database;

  it('creates the constraints and indexes of the ontology, once', async () => {
    const store = await opened();
    await readOne(store, { kind: 'listCount', spec: { kind: 'TERM', where: null } });
    await store.close();
    const before = [await names('CONSTRAINTS'), await names('INDEXES')];
    const rules = schemaRules().map(({ name }) => name);
    expect(before[1]).toEqual(expect.arrayContaining(rules));
    await (await opened()).close();
    expect([await names('CONSTRAINTS'), await names('INDEXES')]).toEqual(before);
  });

  it('keeps the indexes of others, also of another version', async () => {
    const others = ['glossgraph_old', 'other_index'];
    for (const name of others) {
      await database.connection.execute(
        'other',
        `CREATE INDEX ${name} FOR (x:Other) ON (x.${name})`,
      );
    }
    try {
      await (await opened()).close();
      const text = 'SHOW INDEXES YIELD name WHERE name IN $others RETURN name ORDER BY name';
      const rows = await database.connection.read({ name: 'schema', text, parameters: { others } });
      expect(rows).toEqual([['glossgraph_old'], ['other_index']]);
    } finally {
      for (const name of others) await database.connection.execute('other', `DROP INDEX ${name}`);
    }
  });

  it('creates nothing if everything exists, under any name', async () => {
    await (await opened()).close();
    const [rule] = schemaRules().filter(({ type }) => type === 'RANGE');
    if (rule === undefined) throw new Error('expected a rule');
    await database.connection.execute('renamed', `DROP INDEX ${rule.name}`);
    const renamed = rule.text.replace(rule.name, 'glossgraph_renamed');
    await database.connection.execute('renamed', renamed);
    try {
      const watched = new Connection({ ...server, timeoutMs: 20_000 });
      const executed: string[] = [];
      const execute = watched.execute.bind(watched);
      watched.execute = (name, text) => {
        executed.push(text);
        return execute(name, text);
      };
      await applySchema(watched);
      expect(executed).toEqual(['CALL db.awaitIndexes(300)']);
      await watched.close();
    } finally {
      await database.connection.execute('renamed', 'DROP INDEX glossgraph_renamed');
      await database.connection.execute('renamed', rule.text);
    }
  });

  it('has every index in use', async () => {
    // The previous test creates indexes, which a busy server may not have filled yet.
    await database.connection.execute('schema', 'CALL db.awaitIndexes(60)');
    const text = `SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'glossgraph'
      RETURN DISTINCT state`;
    expect(await database.connection.read({ name: 'schema', text })).toEqual([['ONLINE']]);
  });

  it('refuses a graph that was written in another format', async () => {
    const store = await opened();
    const gone = term('schema-format');
    await store.write(change({ entities: [gone] }));
    const mark = (format: string) =>
      database.connection.write('mark', (tx) =>
        tx.run(`MATCH (g:GraphRevision {id: 1}) SET g.format = ${format}`),
      );
    try {
      await mark('-1');
      const other = createNeo4jStore({ ...server, timeoutMs: 20_000 });
      await expect(other.open()).rejects.toMatchObject({
        code: 'STORE_VERSION',
        message: expect.stringContaining('format -1'),
      });
      await other.close();
    } finally {
      await mark('null');
      await store.write(change({ remove: { entities: [gone.id] } }));
      await store.close();
    }
  });

  it('names the record that it cannot read', async () => {
    const store = await opened();
    const odd = term('schema-odd');
    await store.write(change({ entities: [odd] }));
    try {
      await database.connection.write('spoil', (tx) =>
        tx.run('MATCH (e:Entity {id: $id}) SET e.status = "ODD"', { id: odd.id }),
      );
      const select = { properties: ['status'], edges: [], counts: [] };
      await expect(store.read([{ kind: 'entities', ids: [odd.id], select }])).rejects.toMatchObject(
        {
          code: 'STORE_FAILURE',
          message: expect.stringContaining('a status of Term:schema-odd'),
        },
      );
    } finally {
      await store.write(change({ remove: { entities: [odd.id] } }));
      await store.close();
    }
  });
}
