import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetDataset, type LoadReport, loadStream } from '../../src/exchange/load/load.ts';
import type { StatementStream } from '../../src/exchange/statement-stream.ts';
import { classifyModels } from '../../src/loaders/classify-models.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { neo4jStore } from '../contract/stores.ts';
import { describeOnNeo4j } from '../neo4j/describe.ts';
import { wipe } from '../neo4j/wipe.ts';
import { hubStream } from '../support/hub-stream.ts';
import { nothing, readOne } from '../support/reads.ts';
import { recordsIn } from '../support/records-in.ts';

const count = 60;

/** The stream without some entities, and without their claims and relations. */
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

/** The numbers of models by their licenses, which stores add up from groups of equal models. */
async function licenseCounts(store: GraphStore): Promise<readonly (readonly [string, number])[]> {
  const by = { op: 'linked', hops: [{ type: 'LICENSED_UNDER', direction: 'OUT' }] } as const;
  const spec = { kind: 'MODEL', where: null, by, limit: 100 } as const;
  const found = await readOne(store, { kind: 'facet', spec, select: nothing });
  return found.map(({ value, count }) => [value, count]);
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

    const load = (store: GraphStore, stream: StatementStream, dataset: string) =>
      loadStream(store, stream, { dataset, batchSize: 250 });
    const fill = (store: GraphStore, stream: StatementStream, dataset: string) =>
      loadStream(store, stream, { dataset, batchSize: 250, fillsFrom: 1 });
    const forget = (store: GraphStore, dataset: string) =>
      forgetDataset(store, { dataset, batchSize: 250 });
    const part = without(hubStream(count), (id) => /-[0-9]$/.test(id));

    describe('of a hub', () => {
      it.each<[string, (store: GraphStore) => Promise<LoadReport>]>([
        ['writes all of it', (store) => load(store, hubStream(count), 'hub')],
        ['shares what another data set states', (store) => load(store, part, 'other')],
        ['withdraws what it no longer states', (store) => load(store, part, 'hub')],
        ['keeps what the other one states', (store) => load(store, hubStream(20), 'hub')],
        ['is forgotten', (store) => forget(store, 'hub')],
      ])(
        '%s, as in an embedded store',
        async (_, change) => {
          const reports = [await change(neo4j), await change(embedded)];
          expect({ ...reports[0], revision: 0 }).toEqual({ ...reports[1], revision: 0 });
          expect(await recordsIn(neo4j)).toEqual(await recordsIn(embedded));
          const known = await embedded.held.datasets();
          const undated = (all: typeof known) => all.map(({ changedAt: _, ...rest }) => rest);
          expect(undated(await neo4j.held.datasets())).toEqual(undated(known));
        },
        300_000,
      );

      it('has nothing to write the second time', async () => {
        const revision = await neo4j.revision();
        expect(await load(neo4j, part, 'other')).toMatchObject({ revision });
      });

      it('fills an empty store with the same', async () => {
        await wipe(server);
        await fill(neo4j, hubStream(count), 'hub');
        const fresh = createEmbeddedStore({ file: ':memory:' });
        await fresh.open();
        await load(fresh, hubStream(count), 'hub');
        expect(await recordsIn(neo4j)).toEqual(await recordsIn(fresh));
        expect(await licenseCounts(neo4j)).toEqual(await licenseCounts(fresh));
        await fresh.close();
      }, 300_000);

      it('has the same after a filling that ended early, and the next load', async () => {
        await wipe(server);
        const killed = neo4jStore(server);
        await killed.open();
        if (killed.filling === undefined) throw new Error('expected a store that is filled');
        // Who is killed does not end what it began.
        killed.filling.end = async () => {};
        let batches = 0;
        const ending = loadStream(killed, hubStream(count), {
          ...{ dataset: 'hub', batchSize: 250, fillsFrom: 1 },
          onProgress: () => {
            batches += 1;
            if (batches === 4) throw new Error('killed');
          },
        });
        await expect(ending).rejects.toThrow('killed');
        await killed.close();
        // Nobody else finds classes of models whose relations are not there yet.
        expect(await classifyModels(neo4j)).toBe(0);
        const next = neo4jStore(server);
        await next.open();
        await load(next, hubStream(count), 'hub');
        const fresh = createEmbeddedStore({ file: ':memory:' });
        await fresh.open();
        await load(fresh, hubStream(count), 'hub');
        expect(await recordsIn(next)).toEqual(await recordsIn(fresh));
        expect(await licenseCounts(next)).toEqual(await licenseCounts(fresh));
        await next.close();
        await fresh.close();
      }, 300_000);
    });
  },
  { lines: 'one' },
);
