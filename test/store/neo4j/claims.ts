import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { Connection } from '../../../src/store/neo4j/bolt-connection.ts';
import { createNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import type { Neo4jInfo } from '../../neo4j/bolt.ts';
import { change, claim, license, model, relation, source } from '../../support/records.ts';

/** How people who read the database find the way from claims to things. */
export function claimLinks(server: Neo4jInfo): void {
  let connection: Connection;
  let store: GraphStore;
  beforeAll(async () => {
    connection = new Connection({ ...server, timeoutMs: 20_000 });
    store = createNeo4jStore({ ...server, timeoutMs: 20_000 });
    await store.open();
  });
  afterAll(async () => {
    await store.close();
    await connection.close();
  });

  const links = async () => {
    const text = `MATCH (c:Claim)-[r]->(end) WHERE c.subjectId = 'Model:linked'
      RETURN c.id, type(r), end.id ORDER BY c.id, type(r)`;
    return connection.read({ name: 'links', text });
  };
  const [linked, mit, by] = [model('linked'), license('linked-mit'), source('linking')];
  const under = relation(linked, 'LICENSED_UNDER', mit);
  const stated = [
    claim('linked-fact', linked, by),
    claim('linked-edge', linked, by, { property: 'LICENSED_UNDER', relationId: under.id }),
  ];
  const expected = [
    ['Claim:linked-edge', 'ABOUT', 'Model:linked'],
    ['Claim:linked-edge', 'OBJECT', 'License:linked-mit'],
    ['Claim:linked-edge', 'STATED_BY', by.id],
    ['Claim:linked-fact', 'ABOUT', 'Model:linked'],
    ['Claim:linked-fact', 'STATED_BY', by.id],
  ];

  it('links a claim to its subject, its source and its object, once', async () => {
    await store.write(
      change({ entities: [linked, mit], relations: [under], sources: [by], claims: stated }),
    );
    expect(await links()).toEqual(expected);
    await store.write(change({ claims: stated }));
    expect(await links()).toEqual(expected);
  });

  it('links it where the relation is there already, or nothing else is', async () => {
    await store.write(change({ remove: { claims: stated.map(({ id }) => id) } }));
    expect(await links()).toEqual([]);
    await store.write(change({ claims: stated }));
    expect(await links()).toEqual(expected);
    const lost = claim('linked-lost', model('nowhere'), by);
    await store.write(change({ claims: [lost] }));
    const text = "MATCH (c:Claim {id: 'Claim:linked-lost'})-[r]->() RETURN type(r)";
    expect(await connection.read({ name: 'links', text })).toEqual([['STATED_BY']]);
  });
}
