import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LoadReport, loadStream } from '../../../src/exchange/load/load.ts';
import { streamOf } from '../../../src/exchange/statement-stream.ts';
import { type GraphStore, things } from '../../../src/store/graph-store.ts';
import type { StoreUnderTest } from '../../contract/stores.ts';
import { recordsIn } from '../../support/records-in.ts';
import { type CatalogName, catalogs, importInto, known } from './small-catalogs.ts';

/** Nothing came, changed or went. */
function isQuiet(report: LoadReport): boolean {
  return things.every((thing) => {
    const { added, changed, removed } = report[thing];
    return added + changed + removed === 0;
  });
}

async function idsOf(store: GraphStore): Promise<readonly string[]> {
  return [...(await recordsIn(store)).entities.keys()].sort();
}

/** "LICENSED_UNDER MIT by Source:hugging-face" for every claim about an entity. */
async function claimsAbout(store: GraphStore, id: string): Promise<readonly string[]> {
  const { claims } = await recordsIn(store);
  return [...claims.values()]
    .filter(({ subjectId }) => subjectId === id)
    .map(({ property, valueText, sourceId }) => `${property} ${valueText} by ${sourceId}`)
    .sort();
}

/** What imports of catalogs keep, whatever the store. */
export function catalogImports(stores: StoreUnderTest): void {
  async function graph(...names: readonly CatalogName[]): Promise<GraphStore> {
    const store = await stores.empty();
    await loadStream(store, streamOf(known), { dataset: 'seeds' });
    for (const name of names) await importInto(store, name);
    return store;
  }

  describe('an import', () => {
    it('adds claims to known entities, under its own source', async () => {
      const store = await graph('hub');
      expect(await claimsAbout(store, 'Model:phi-4')).toEqual([
        'DEVELOPED_BY Microsoft by Source:hugging-face',
        'LICENSED_UNDER MIT by Source:hugging-face',
        'LICENSED_UNDER MIT by Source:own',
        'URL https://huggingface.co/Microsoft/phi-4 by Source:hugging-face',
        'URL https://huggingface.co/microsoft/phi-4 by Source:own',
      ]);
      expect(await claimsAbout(store, 'Model:acme-phi-4-tuned')).toContain(
        'DERIVED_FROM phi-4 by Source:hugging-face',
      );
    });

    it('finds one entity for several catalogs, whatever its name in each', async () => {
      const store = await graph('hub', 'modelsDev', 'bill', 'spdx', 'licenseDb');
      expect(await idsOf(store)).toEqual([
        'License:0bsd',
        'License:acme-1.0',
        'License:apache-2.0',
        'License:mit',
        'Model:acme-phi-4-tuned',
        'Model:acme-ranker-20260101',
        'Model:phi-4',
        'Organization:microsoft',
      ]);
    });

    it('finds where a source disagrees with another, and withdraws what it no longer says', async () => {
      const store = await graph('hub');
      const before = await recordsIn(store);
      expect((await importInto(store, 'hubOtherwise')).disagreements.added).toBe(1);
      const about = await claimsAbout(store, 'Model:phi-4');
      expect(about).toContain('LICENSED_UNDER Apache-2.0 by Source:hugging-face');
      expect(about).toContain('LICENSED_UNDER MIT by Source:own');
      expect(about).not.toContain('LICENSED_UNDER MIT by Source:hugging-face');
      expect(await idsOf(store)).not.toContain('Model:acme-phi-4-tuned');
      expect((await importInto(store, 'hub')).disagreements.removed).toBe(1);
      const after = await recordsIn(store);
      expect(after.claims).toEqual(before.claims);
      expect(after.relations).toEqual(before.relations);
    });

    it('says in a dry run what the run does, and writes nothing', async () => {
      const store = await graph();
      for (const name of ['hub', 'hubOtherwise', 'modelsDev', 'licenseDb'] as const) {
        const revision = await store.revision();
        const { revision: _, ...planned } = await importInto(store, name, { dryRun: true });
        expect(await store.revision()).toBe(revision);
        const { revision: __, ...done } = await importInto(store, name);
        expect(planned).toEqual(done);
      }
    });

    it('of the same data changes nothing, in any order of the catalogs', async () => {
      const names = Object.keys(catalogs).filter(
        (name) => name !== 'hubOtherwise',
      ) as CatalogName[];
      const orders = fc.shuffledSubarray(names, { minLength: names.length });
      await fc.assert(
        fc.asyncProperty(orders, async (order) => {
          const store = await graph(...order);
          // The first catalogs find more when the later ones are there; after that nothing is left.
          for (const name of order) await importInto(store, name);
          const kinds = (await idsOf(store)).map((id) => id.replace(/:.*/, ''));
          expect(kinds).toEqual([
            ...Array.from({ length: 4 }, () => 'License'),
            ...Array.from({ length: 3 }, () => 'Model'),
            'Organization',
          ]);
          for (const name of order)
            expect([name, isQuiet(await importInto(store, name))]).toEqual([name, true]);
        }),
        { numRuns: Math.min(8, stores.effort.histories) },
      );
    });
  });
}
