import fc from 'fast-check';
import { Parser, Writer } from 'n3';
import { describe, expect, it } from 'vitest';
import type { KnownTerm, KnownTerms } from '../../../src/exchange/rdf/import/known-terms.ts';
import type { Statements } from '../../../src/exchange/statement.ts';
import { importTexts, turtle } from './import-texts.ts';

const animals =
  turtle(`:scheme a skos:ConceptScheme; dcterms:title "Animals"@en; dcterms:issued "2025-03-01";
  skos:hasTopConcept :animal.
:other a skos:ConceptScheme; dcterms:title "Pets"@en; skos:hasTopConcept :pet.
:animal a skos:Concept; skos:inScheme :scheme; skos:prefLabel "animal"@en, "Tier"@de, "animal"@fr;
  skos:narrower :dog, :cat; skos:definition "A living thing that moves."@en, "Ein Lebewesen."@de.
:dog a skos:Concept; skos:inScheme :scheme; skos:prefLabel "dog"@en, "Hund"@de; skos:notation "D1";
  skos:altLabel "domestic  dog"@en; skos:hiddenLabel "dgo"@en; skos:broader :animal; skos:related :cat;
  skos:exactMatch <http://www.wikidata.org/entity/Q144>; skos:closeMatch <https://example.org/wolf>;
  skos:scopeNote "Not the wolf."@en; skos:example "A poodle."@en; skos:editorialNote "Check this."@en.
:cat a skos:Concept; skos:inScheme :scheme; skos:prefLabel "cat"@en; skos:related :dog;
  skos:broadMatch <https://example.org/feline>.
:hound a skos:Concept; skos:inScheme :scheme; skos:prefLabel "hound"@en; owl:deprecated true;
  dcterms:isReplacedBy :dog; skos:broader :animal.
:pet a skos:Concept; skos:inScheme :other; xl:prefLabel [ xl:literalForm "pet"@en ];
  skos:definition [ rdf:value "An animal that is kept."@en ]; skos:narrowMatch :dog.
[] a skos:Concept; skos:inScheme :other; skos:prefLabel "goldfish"@en; skos:broader :pet.
:group a skos:Collection; skos:prefLabel "by size"@en; skos:member :dog, :cat.
`);

function termOf({ entities }: Statements, name: string) {
  const found = [...entities].find((head) => head.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

function edgesOf({ edges }: Statements) {
  const bare = (id: string) => id.replace('Term:', '').replace(/-[0-9a-f]{8}$/, '');
  return [...edges]
    .map(({ subjectId, type, objectId }) => `${bare(subjectId)} ${type} ${bare(objectId)}`)
    .sort();
}

async function statementsOf(
  texts: Parameters<typeof importTexts>[0],
  options: Parameters<typeof importTexts>[1] = {},
): Promise<Statements> {
  const { statements, problems } = await importTexts(texts, options);
  if (statements === null) throw new Error(JSON.stringify(problems));
  return statements;
}

describe('a vocabulary in SKOS', () => {
  it('becomes terms with labels by language, texts, matches and relations', async () => {
    const statements = await statementsOf({ 'animals.ttl': animals });
    expect(termOf(statements, 'dog')).toMatchObject({
      labels: [
        { text: 'Hund', language: 'de', kind: 'PREFERRED' },
        { text: 'domestic dog', language: 'en', kind: 'ALTERNATIVE' },
        { text: 'dgo', language: 'en', kind: 'HIDDEN' },
        { text: 'D1', language: 'und', kind: 'HIDDEN' },
      ],
      exactMatch: ['https://vocab.example/animals/dog', 'http://www.wikidata.org/entity/Q144'],
      closeMatch: ['https://example.org/wolf'],
    });
    expect(termOf(statements, 'hound')).toMatchObject({
      ...{ status: 'DEPRECATED', replacedById: 'Term:dog' },
    });
    expect(termOf(statements, 'animal').summary).toBe('A living thing that moves.');
    expect(edgesOf(statements)).toEqual(
      [
        'cat RELATED_TO dog',
        'cat BROADER animal',
        'dog BROADER animal',
        'dog BROADER pet',
        'goldfish BROADER pet',
        'hound BROADER animal',
      ].sort(),
    );
    const facts = [...statements.facts].map(({ subjectId, property, value }) => {
      return [subjectId, property, value];
    });
    expect(facts).toEqual([
      ['Term:animal', 'DEFINITION', 'A living thing that moves.'],
      ['Term:dog', 'EXPLANATION', 'Not the wolf.'],
      ['Term:dog', 'STATEMENT', 'A poodle.'],
      ['Term:pet', 'DEFINITION', 'An animal that is kept.'],
    ]);
  });

  it('has its schemes as sources, with the day of the edition', async () => {
    const statements = await statementsOf({ 'animals.ttl': animals });
    const titles = [...statements.sources].map(({ title, url, publishedOn }) => {
      return [title, url, publishedOn];
    });
    expect(titles).toEqual([
      ['Animals', 'https://vocab.example/animals/scheme', '2025-03-01'],
      ['Pets', 'https://vocab.example/animals/other', null],
    ]);
    const ids = [...statements.sources].map(({ id }) => id);
    const [fact] = statements.facts;
    expect(fact).toMatchObject({ sourceId: ids[0], asOf: '2025-03-01', evidence: 'COPY' });
  });

  it('reports what cannot be imported, and likely mistakes', async () => {
    const { noPlace, problems } = await importTexts({ 'animals.ttl': animals });
    expect(Object.fromEntries(noPlace)).toEqual({
      'skos:definition@de': 1,
      'skos:editorialNote': 1,
      'skos:broadMatch to what is not here': 1,
      'skos:Collection': 1,
      'skos:member': 2,
    });
    const told = problems.map(({ severity, code, line }) => `${severity} ${code} ${line}`);
    expect(told.sort()).toEqual(['warning label-spaces 7']);
  });

  it('is the same from Turtle, N-Triples, RDF/XML and JSON-LD', async () => {
    const quads = new Parser().parse(animals);
    const lines = new Writer({ format: 'N-Triples' }).quadsToString(quads);
    const xml = `<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [ <!ENTITY skos "http://www.w3.org/2004/02/skos/core#"> ]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"
    xmlns:owl="http://www.w3.org/2002/07/owl#" xmlns:dcterms="http://purl.org/dc/terms/"
    xml:base="https://vocab.example/animals/">
  <skos:ConceptScheme rdf:about="scheme"><dcterms:title xml:lang="en">Animals</dcterms:title>
    <skos:hasTopConcept rdf:resource="animal"/></skos:ConceptScheme>
  <rdf:Description rdf:about="animal"><rdf:type rdf:resource="&skos;Concept"/>
    <skos:prefLabel xml:lang="en">animal</skos:prefLabel><skos:inScheme rdf:resource="scheme"/></rdf:Description>
  <skos:Concept rdf:about="dog"><skos:prefLabel xml:lang="en">dog</skos:prefLabel>
    <skos:prefLabel xml:lang="de">Hund</skos:prefLabel><skos:inScheme rdf:resource="scheme"/>
    <skos:broader rdf:resource="animal"/></skos:Concept>
</rdf:RDF>`;
    const json = {
      '@context': {
        '@base': 'https://vocab.example/animals/',
        skos: 'http://www.w3.org/2004/02/skos/core#',
        title: { '@id': 'http://purl.org/dc/terms/title', '@language': 'en' },
        prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' },
        broader: { '@id': 'skos:broader', '@type': '@id' },
        inScheme: { '@id': 'skos:inScheme', '@type': '@id' },
      },
      '@graph': [
        { '@id': 'scheme', '@type': 'skos:ConceptScheme', title: 'Animals' },
        {
          '@id': 'animal',
          '@type': 'skos:Concept',
          prefLabel: { en: 'animal' },
          inScheme: 'scheme',
        },
        {
          ...{ '@id': 'dog', '@type': 'skos:Concept', prefLabel: { en: 'dog', de: 'Hund' } },
          ...{ inScheme: 'scheme', broader: 'animal' },
        },
      ],
    };
    const whole = await statementsOf({ 'a.ttl': animals });
    const fromLines = await statementsOf({ 'a.nt': lines });
    const plain = (statements: Statements) => ({
      heads: [...statements.entities].sort((one, other) => (one.name < other.name ? -1 : 1)),
      edges: edgesOf(statements),
    });
    const fish = /-[0-9a-f]{8}$/;
    const known = (statements: Statements) =>
      plain(statements).heads.filter(({ id }) => !fish.test(id));
    expect(known(fromLines)).toEqual(known(whole));
    expect(edgesOf(fromLines)).toEqual(edgesOf(whole));
    const small = await statementsOf({ 'a.rdf': xml });
    expect(plain(await statementsOf({ 'a.jsonld': JSON.stringify(json) }))).toEqual(plain(small));
    expect(edgesOf(small)).toEqual(['dog BROADER animal']);
    expect(termOf(small, 'dog').labels).toEqual([
      { text: 'Hund', language: 'de', kind: 'PREFERRED' },
    ]);
  });

  it('without English keeps its own language, and --language chooses another', async () => {
    const text = turtle(`:s a skos:ConceptScheme; skos:hasTopConcept :a.
:a a skos:Concept; skos:inScheme :s; skos:prefLabel "Tier"@de, "animal"@fr; skos:altLabel "Viech"@de;
  skos:definition "Ein Lebewesen."@de, "Un être."@fr; skos:narrower :b.
:b a skos:Concept; skos:inScheme :s; skos:prefLabel "Öl & Gas"@de.`);
    const german = await statementsOf({ 'a.ttl': text });
    expect(termOf(german, 'Tier')).toMatchObject({ slug: 'tier', nameLanguage: 'de' });
    expect(termOf(german, 'Öl & Gas').slug).toBe('ol-gas');
    expect([...german.facts].map(({ value }) => value)).toEqual(['Ein Lebewesen.']);
    const french = await statementsOf({ 'a.ttl': text }, { language: 'fr' });
    expect(termOf(french, 'animal')).toMatchObject({ nameLanguage: 'fr' });
    expect([...french.facts].map(({ value }) => value)).toEqual(['Un être.']);
  });

  it('keeps blank nodes of several files apart', async () => {
    const one = turtle('_:x a skos:Concept; skos:prefLabel "one"@en.');
    const two = turtle('_:x a skos:Concept; skos:prefLabel "two"@en.');
    const { entities } = await statementsOf({ 'one.ttl': one, 'two.ttl': two });
    expect([...entities].map(({ name }) => name).sort()).toEqual(['one', 'two']);
  });

  it('leaves out the step that closes a cycle of broader concepts, and says so', async () => {
    const text = turtle(`:a a skos:Concept; skos:prefLabel "a"@en; skos:broader :b.
:b a skos:Concept; skos:prefLabel "b"@en; skos:broader :c.
:c a skos:Concept; skos:prefLabel "c"@en; skos:broader :a.`);
    const { statements, problems } = await importTexts({ 'a.ttl': text });
    expect(edgesOf(statements as Statements)).toHaveLength(2);
    expect(problems.map(({ code }) => code)).toContain('cycle');
  });
});

describe('slugs and identity', () => {
  const concept = (name: string, label: string, more = '') =>
    `:${name} a skos:Concept; skos:prefLabel "${label}"@en${more}.`;

  /** A graph with some terms. */
  function graphOf(
    terms: readonly (KnownTerm & { readonly uris: readonly string[] })[],
  ): KnownTerms {
    return {
      byUri: async (uris) =>
        new Map(
          terms.flatMap((term) =>
            term.uris.flatMap((uri) => (uris.includes(uri) ? [[uri, term] as const] : [])),
          ),
        ),
      bySlug: async (slugs) =>
        new Map(
          terms.flatMap(({ slug, id }) => (slugs.includes(slug) ? [[slug, id] as const] : [])),
        ),
    };
  }
  const dog = {
    ...{ id: 'Term:dog', slug: 'canine', name: 'Dog', uris: ['https://vocab.example/animals/d1'] },
    labels: [{ text: 'Dog', language: 'en', kind: 'PREFERRED' as const }],
    owners: ['seeds'],
  };

  it('a term of the graph with the same address or an exact match is the same', async () => {
    const known = graphOf([dog]);
    const byAddress = await statementsOf(
      { 'a.ttl': turtle(concept('d1', 'hound', '; skos:prefLabel "Hund"@de')) },
      { known },
    );
    const [head] = byAddress.entities;
    expect(head).toMatchObject({ id: 'Term:dog', slug: 'canine', name: 'Dog' });
    expect(head?.labels).toContainEqual({ text: 'Hund', language: 'de', kind: 'PREFERRED' });
    const match = '; skos:exactMatch <https://vocab.example/animals/d1>';
    const byMatch = await statementsOf(
      { 'a.ttl': turtle(concept('x', 'hound', match)) },
      { known },
    );
    expect([...byMatch.entities][0]?.id).toBe('Term:dog');
  });

  it('others get slugs that nothing in the graph has', async () => {
    const taken = graphOf([{ ...dog, slug: 'dog', uris: [] }]);
    const text = turtle(
      [
        concept('d2', 'dog', '; skos:notation "N 7"'),
        concept('d3', 'Dog'),
        concept('d4', '犬'),
        concept('d5', 'dog'),
      ].join('\n'),
    );
    const { entities } = await statementsOf({ 'a.ttl': text }, { known: taken });
    const slugs = [...entities].map(({ slug }) => slug);
    expect(slugs.sort()).toEqual(['d4', 'dog-d3', 'dog-d5', 'dog-n-7']);
  });

  it('slugs are unique, and do not depend on the order of concepts', async () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 2 });
    const labels = fc.constantFrom('dog', 'Dog', 'dog!', '犬', 'a', 'dog a');
    await fc.assert(
      fc.asyncProperty(
        names,
        fc.array(labels, { minLength: 6, maxLength: 6 }),
        async (all, texts) => {
          const lines = all.map((name, index) => concept(name, texts[index] ?? 'dog'));
          const slugsOf = async (given: readonly string[]) => {
            const { entities } = await statementsOf({ 'a.ttl': turtle(given.join('\n')) });
            return [...entities].map(({ exactMatch, slug }) => `${exactMatch[0]} ${slug}`).sort();
          };
          const found = await slugsOf(lines);
          expect(new Set(found.map((each) => each.split(' ')[1])).size).toBe(all.length);
          expect(await slugsOf([...lines].reverse())).toEqual(found);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('two concepts that are one term of the graph stay two, with a warning', async () => {
    const known = graphOf([dog]);
    const match = '; skos:exactMatch <https://vocab.example/animals/d1>';
    const text = turtle([concept('x', 'one', match), concept('y', 'two', match)].join('\n'));
    const { statements, problems } = await importTexts({ 'a.ttl': text }, { known });
    expect([...(statements?.entities ?? [])].map(({ id }) => id)).toEqual(['Term:dog', 'Term:two']);
    expect(problems.map(({ code }) => code)).toContain('two-for-one');
  });
});
