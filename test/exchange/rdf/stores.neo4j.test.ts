import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadStream } from '../../../src/exchange/load/load.ts';
import { streamOf } from '../../../src/exchange/statement-stream.ts';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { neo4jStore } from '../../contract/stores.ts';
import { describeOnNeo4j } from '../../neo4j/describe.ts';
import { wipe } from '../../neo4j/wipe.ts';
import { bringIn } from './bring-in.ts';
import { exported, linesOf, turtleQuads } from './read-rdf.ts';
import { someStatements } from './some-statements.ts';

const animals = `@prefix skos: <http://www.w3.org/2004/02/skos/core#>.
@prefix : <https://vocab.example/animals/>.
:s a skos:ConceptScheme; skos:prefLabel "Animals"@en; skos:hasTopConcept :animal.
:animal a skos:Concept; skos:topConceptOf :s; skos:prefLabel "animal"@en, "Tier"@de.
:dog a skos:Concept; skos:inScheme :s; skos:prefLabel "dog"@en; skos:altLabel "Köter"@de;
  skos:broader :animal; skos:definition "An animal that barks."@en;
  skos:exactMatch <http://www.wikidata.org/entity/Q144>.`;

describeOnNeo4j(
  'RDF',
  (server) => {
    let neo4j: GraphStore;
    beforeAll(async () => {
      neo4j = neo4jStore(server);
      await neo4j.open();
    });
    afterAll(() => neo4j.close());

    async function fromEmbedded<Found>(ask: (store: GraphStore) => Promise<Found>) {
      const store = createEmbeddedStore({ file: ':memory:' });
      await store.open();
      return ask(store).finally(() => store.close());
    }
    const lines = async (store: GraphStore) =>
      linesOf(turtleQuads(await exported(store, 'ntriples')));

    it('goes out of Neo4j, into it and out of it again as on the embedded store', async () => {
      for (const statements of fc.sample(someStatements, { numRuns: 1, seed: 7 })) {
        const load = (store: GraphStore) =>
          loadStream(store, streamOf(statements), { dataset: 'one' });
        const expected = await fromEmbedded(async (store) => {
          await load(store);
          return lines(store);
        });
        await wipe(server);
        await load(neo4j);
        expect(await lines(neo4j)).toEqual(expected);
        const text = await exported(neo4j, 'turtle');
        expect(await fromEmbedded((store) => brought(store, text))).toEqual(expected);
        await wipe(server);
        expect(await brought(neo4j, text)).toEqual(expected);
      }
    });

    async function brought(store: GraphStore, text: string) {
      await bringIn(store, text, 'turtle', 'other');
      return lines(store);
    }

    it('of a vocabulary becomes the same terms, and a second load of it changes nothing', async () => {
      const expected = await fromEmbedded((store) => brought(store, animals));
      await wipe(server);
      expect(await brought(neo4j, animals)).toEqual(expected);
      const again = await bringIn(neo4j, animals, 'turtle', 'other');
      expect(again.entities).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 2 });
      expect(again.claims).toMatchObject({ added: 0, changed: 0, removed: 0 });
    });
  },
  { lines: 'one' },
);
