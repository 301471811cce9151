import fc from 'fast-check';
import { isomorphic } from 'rdf-isomorphic';
import { describe, expect, it } from 'vitest';
import { loadStream } from '../../../src/exchange/load/load.ts';
import type { ExportFormat } from '../../../src/exchange/rdf/formats.ts';
import { streamOf } from '../../../src/exchange/statement-stream.ts';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { contentsOf } from '../../support/contents.ts';
import { seededStore } from '../../support/seeds.ts';
import { bringIn } from './bring-in.ts';
import { exported, linesOf, turtleQuads } from './read-rdf.ts';
import { someStatements } from './some-statements.ts';

async function empty(): Promise<GraphStore> {
  const store = createEmbeddedStore({ file: ':memory:' });
  await store.open();
  return store;
}

/** What is the same in two stores that were filled in different ways. */
async function recordsOf(store: GraphStore) {
  const { entities, relations, claims, sources, disagreements } = await contentsOf(store);
  return { entities, relations, claims, sources, disagreements };
}

describe('what we export', () => {
  it('of the seeds comes back to the same records, and the same export', {
    timeout: 300_000,
  }, async () => {
    const first = await seededStore();
    const second = await empty();
    try {
      await bringIn(second, await exported(first, 'turtle'), 'turtle', 'seeds');
      expect(await recordsOf(second)).toEqual(await recordsOf(first));
      const lines = linesOf(turtleQuads(await exported(first, 'ntriples')));
      expect(linesOf(turtleQuads(await exported(second, 'ntriples')))).toEqual(lines);
      // Once more there is nothing to write, whatever the form.
      const again = await bringIn(second, await exported(first, 'jsonld'), 'jsonld', 'seeds');
      expect(again.entities).toMatchObject({ added: 0, changed: 0, removed: 0 });
      expect(again.claims).toMatchObject({ added: 0, changed: 0, removed: 0 });
      expect(again.relations).toMatchObject({ added: 0, changed: 0, removed: 0 });
      expect(again.sources).toMatchObject({ added: 0, changed: 0, removed: 0 });
    } finally {
      await first.close();
      await second.close();
    }
  });

  it('of any graph comes back to an isomorphic export', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        someStatements,
        fc.constantFrom<ExportFormat>('turtle', 'ntriples', 'jsonld'),
        async (statements, form) => {
          const first = await empty();
          const second = await empty();
          try {
            await loadStream(first, streamOf(statements), { dataset: 'one' });
            const text = await exported(first, form);
            await bringIn(second, text, form, 'other');
            const [before, after] = [
              await exported(first, 'turtle'),
              await exported(second, 'turtle'),
            ];
            expect(linesOf(turtleQuads(after))).toEqual(linesOf(turtleQuads(before)));
            expect(isomorphic(turtleQuads(before), turtleQuads(after))).toBe(true);
          } finally {
            await first.close();
            await second.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
