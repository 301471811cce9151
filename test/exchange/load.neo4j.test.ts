import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReading } from '../../src/exchange/load.ts';
import { readStatements } from '../../src/exchange/spooled-dataset.ts';
import type { StatementStream } from '../../src/exchange/statement-stream.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { Spool } from '../../src/store/embedded/spool.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { neo4jStore } from '../contract/stores.ts';
import { describeOnNeo4j } from '../neo4j/describe.ts';
import { wipe } from '../neo4j/wipe.ts';
import { contentsOf } from '../support/contents.ts';
import { hubStream } from '../support/hub-stream.ts';

const count = 120;

/** The stream without some entities, and without what is stated of them or leads to them. */
function without(stream: StatementStream, gone: (id: string) => boolean): StatementStream {
  return {
    sources: () => stream.sources(),
    async *entities() {
      for await (const statements of stream.entities()) {
        if (gone(statements.head.id)) continue;
        const edges = statements.edges.filter(({ objectId }) => !gone(objectId));
        yield { ...statements, edges };
      }
    },
  };
}

describeOnNeo4j(
  'a load in portions',
  (server) => {
    let neo4j: GraphStore;
    let embedded: GraphStore;
    beforeAll(async () => {
      await wipe(server);
      neo4j = neo4jStore(server);
      embedded = createEmbeddedStore({ file: ':memory:' });
      for (const store of [neo4j, embedded]) await store.open();
    });
    afterAll(async () => {
      for (const store of [neo4j, embedded]) await store.close();
    });

    const load = async (store: GraphStore, stream: StatementStream, prune = false) => {
      const spool = new Spool();
      try {
        const reading = await readStatements(stream, spool);
        return await loadReading(store, reading, { batchSize: 400, prune });
      } finally {
        spool.close();
      }
    };

    describe('of a hub', () => {
      it.each<[string, StatementStream, boolean]>([
        ['writes all of it', hubStream(count), false],
        [
          'keeps what it does not know',
          without(hubStream(count), (id) => /-[0-9]$/.test(id)),
          false,
        ],
        [
          'removes that where it prunes',
          without(hubStream(count), (id) => /-[0-9]$/.test(id)),
          true,
        ],
      ])('%s, as in an embedded store', async (_, stream, prune) => {
        const reports = [await load(neo4j, stream, prune), await load(embedded, stream, prune)];
        expect({ ...reports[0], revision: 0 }).toEqual({ ...reports[1], revision: 0 });
        expect(await contentsOf(neo4j)).toEqual(await contentsOf(embedded));
        const { revision } = await load(neo4j, stream, prune);
        expect(revision).toBe(reports[0]?.revision);
      });
    });
  },
  { lines: 'first' },
);
