import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetDataset, loadStream } from '../../../src/exchange/load/load.ts';
import { knownTermsIn } from '../../../src/exchange/rdf/import/known-terms.ts';
import { streamOf } from '../../../src/exchange/statement-stream.ts';
import type { TermRecord } from '../../../src/ontology/records.ts';
import { allRecordProperties } from '../../../src/ontology/records.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import type { ReadResult } from '../../../src/store/reads.ts';
import { contentsOf } from '../../support/contents.ts';
import { seedDataset, seededStore } from '../../support/seeds.ts';
import { importTexts, turtle } from './import-texts.ts';
import { base } from './read-rdf.ts';

let store: GraphStore;
beforeAll(async () => {
  store = await seededStore();
});
afterAll(() => store.close());

/** A term of the seeds that is named in another vocabulary, and one that is not. */
async function seedTerms() {
  const { entities } = await seedDataset();
  const terms = entities.flatMap(({ record }) => (record.kind === 'TERM' ? [record] : []));
  const matched = terms.find(({ exactMatch }) => exactMatch.length > 0);
  const other = terms.find(({ id, exactMatch }) => exactMatch.length === 0 && id !== matched?.id);
  if (matched === undefined || other === undefined) throw new Error('the seeds have no such terms');
  return { matched, other };
}

async function read(id: string): Promise<TermRecord> {
  const select = { properties: allRecordProperties, edges: [], counts: [] };
  const [rows] = (await store.read([{ kind: 'entities', ids: [id], select }])) as [
    ReadResult<'entities'>,
  ];
  return rows.get(id)?.entity as unknown as TermRecord;
}

describe('a vocabulary that names terms of the graph', () => {
  it('adds its statements to them, and removes these when it is withdrawn', async () => {
    const { matched, other } = await seedTerms();
    const before = await contentsOf(store);
    const text = turtle(`:s a skos:ConceptScheme; dcterms:title "Elsewhere"@en.
:one a skos:Concept; skos:inScheme :s; skos:prefLabel "ganz anders"@de, "quite another"@en;
  skos:exactMatch <${matched.exactMatch[0]}>; skos:definition "What others say."@en.
:two a skos:Concept; skos:inScheme :s; skos:prefLabel "Zweites"@de;
  skos:exactMatch <${base}/terms/${other.id.slice('Term:'.length)}>; skos:related :three.
:three a skos:Concept; skos:inScheme :s; skos:prefLabel "${matched.slug.replaceAll('-', ' ')}"@en.`);
    const known = knownTermsIn(store, base);
    const { statements, problems } = await importTexts({ 'a.ttl': text }, { known });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (statements === null) throw new Error('there are statements');
    await loadStream(store, streamOf(statements), { dataset: 'elsewhere' });
    const one = await read(matched.id);
    expect([one.name, one.slug, one.definition]).toEqual([
      ...[matched.name, matched.slug, matched.definition],
    ]);
    // What others say in their words stands beside it, and contradicts nothing.
    const { claims, disagreements } = await contentsOf(store);
    expect(claims.size).toBeGreaterThan(before.claims.size);
    expect(disagreements).toEqual(before.disagreements);
    expect(one.labels).toContainEqual({ text: 'ganz anders', language: 'de', kind: 'PREFERRED' });
    expect(one.exactMatch).toContain('https://vocab.example/animals/one');
    expect((await read(other.id)).exactMatch).toContain('https://vocab.example/animals/two');
    // A name that is taken gets another slug.
    const three = [...statements.entities].find(({ name }) =>
      name.startsWith(matched.slug.slice(0, 3)),
    );
    expect(three?.id).not.toBe(matched.id);
    // The same again is found by its addresses, and changes nothing.
    const again = await importTexts({ 'a.ttl': text }, { known });
    const report = await loadStream(store, streamOf(again.statements ?? statements), {
      dataset: 'elsewhere',
    });
    expect(report.entities).toMatchObject({ added: 0, changed: 0, removed: 0 });
    await forgetDataset(store, { dataset: 'elsewhere' });
    expect((await contentsOf(store)).claims).toEqual(before.claims);
    expect((await contentsOf(store)).entities).toEqual(before.entities);
  });
});
