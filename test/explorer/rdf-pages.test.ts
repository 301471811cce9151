import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { iriOf } from '../../src/vocab/rdf/names.ts';
import { recordKeys } from '../../src/vocab/rdf/own-terms.ts';
import { jsonLdQuads, linesOf } from '../exchange/rdf/read-rdf.ts';
import { publicUrl, type ServedPages, servePages } from './served-pages.ts';

let served: ServedPages;
beforeAll(async () => {
  served = await servePages();
});
afterAll(() => served.close());

async function turtle(path: string, accept = 'text/turtle'): Promise<Quad[]> {
  const response = await served.ask(path, { accept });
  expect([path, response.status]).toEqual([path, 200]);
  expect(response.headers.get('content-type')).toBe('text/turtle; charset=utf-8');
  return new Parser().parse(await response.text());
}

const own = (name: string) => `${publicUrl}/vocab#${name}`;

describe('Turtle at the address of an entity', () => {
  it('is what the dump says of it, from the page and from its suffix', async () => {
    const lines = linesOf(await turtle('/models/kimi-k2'));
    expect(linesOf(await turtle('/models/kimi-k2.ttl', 'text/html'))).toEqual(lines);
    const all = new Set(linesOf(await turtle('/dump.ttl')));
    expect(lines.filter((line) => !all.has(line))).toEqual([]);
    const about = `${publicUrl}/models/kimi-k2`;
    const inDump = [...all].filter((line) => line.startsWith(`${about} `));
    expect(inDump.filter((line) => !lines.includes(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(inDump.length);
  });

  it('is there for every kind', async () => {
    for (const path of [
      '/terms/open-weights',
      '/licenses/mit',
      '/organizations/ai2',
      '/tools/vllm',
    ]) {
      const quads = await turtle(`${path}.ttl`);
      expect(quads.some(({ subject }) => subject.value === `${publicUrl}${path}`)).toBe(true);
    }
    expect((await served.ask('/terms/no-such-term.ttl')).status).toBe(404);
  });
});

describe('the dumps', () => {
  it('are the same graph in each form, and the JSON-LD of pages is read by a processor', async () => {
    const lines = linesOf(await turtle('/dump.ttl'));
    const triples = await served.ask('/dump.nt');
    expect(triples.headers.get('content-type')).toBe('application/n-triples; charset=utf-8');
    expect(linesOf(new Parser().parse(await triples.text()))).toEqual(lines);
    const linked = await served.ask('/dump.jsonld');
    expect(linesOf(await jsonLdQuads((await linked.json()) as object))).toEqual(lines);
    const records = (await (await served.ask('/dump.ndjson')).text()).trimEnd().split('\n');
    expect(records.length).toBeGreaterThan(1000);
  });

  it('name terms that the vocabulary describes', async () => {
    const described = new Set(
      (await turtle('/vocab'))
        .filter(({ predicate }) => predicate.value === iriOf('rdfs:comment'))
        .map(({ subject }) => subject.value),
    );
    const used = new Set<string>();
    for (const { predicate, object } of await turtle('/dump.ttl')) {
      used.add(predicate.value).add(object.value);
      if (object.termType === 'Literal') used.add(object.datatype.value);
    }
    const ours = [...used].filter((iri) => iri.startsWith(own('')));
    expect(ours.length).toBeGreaterThan(100);
    expect(ours.filter((iri) => !described.has(iri))).toEqual([]);
    // Those too that no seed uses.
    expect(recordKeys.filter((name) => !described.has(own(name)))).toEqual([]);
  });
});

/** What schema.org's own context says of the terms that we use, so that nothing has to be fetched. */
const schemaOrg = {
  '@context': {
    '@vocab': 'http://schema.org/',
    ...Object.fromEntries(
      ['url', 'sameAs', 'license', 'author'].map((name) => [
        ...[name, { '@id': `http://schema.org/${name}`, '@type': '@id' }],
      ]),
    ),
    datePublished: { '@id': 'http://schema.org/datePublished', '@type': 'http://schema.org/Date' },
    dateModified: { '@id': 'http://schema.org/dateModified', '@type': 'http://schema.org/Date' },
  },
};

describe('the JSON-LD in pages', () => {
  it.each([
    '/terms/open-weights',
    '/models/kimi-k2',
    '/licenses/mit',
    '/organizations/ai2',
    '/tools/vllm',
  ])('of %s is taken by a processor without anything left over', async (path) => {
    const page = await served.page(path);
    const script = page.elements.find(
      ({ name, attributes }) =>
        name === 'script' && attributes.get('type') === 'application/ld+json',
    );
    const document = JSON.parse(script?.text ?? 'null') as jsonld.JsonLdDocument;
    const asked: string[] = [];
    const [node] = await jsonld.expand(document, {
      // What would be left out is an error.
      ...({ safe: true } as object),
      documentLoader: async (url: string) => {
        asked.push(url);
        return { contextUrl: undefined, documentUrl: url, document: schemaOrg };
      },
    } as jsonld.Options.Expand);
    expect(new Set(asked)).toEqual(new Set(['https://schema.org']));
    expect(node?.['@id']).toBe(`${publicUrl}${path}`);
    expect(node?.['@type']).toEqual([expect.stringMatching(/^http:\/\/schema\.org\//)]);
    expect(node?.['http://schema.org/name']).toHaveLength(1);
  });
});

describe('what names of RDF lead to', () => {
  it('the vocabulary is a page for people, with every term where its address leads', async () => {
    const page = await served.page('/vocab');
    expect(page.status).toBe(200);
    const ids = page.elements.map(({ attributes }) => attributes.get('id'));
    for (const name of ['Claim', 'predicate', 'Rank-PREFERRED', 'ClauseEffect-PERMITS']) {
      expect(ids).toContain(name);
    }
    expect(linesOf(await turtle('/vocab.ttl'))).toEqual(linesOf(await turtle('/vocab')));
  });

  it('a source is described in Turtle; browsers are led to the document itself', async () => {
    const path = '/sources/moonshotai-kimi-k2';
    const subjects = new Set((await turtle(path)).map(({ subject }) => subject.value));
    expect([...subjects]).toEqual([`${publicUrl}${path}`]);
    const page = await served.ask(path, { accept: 'text/html' });
    expect(page.status).toBe(303);
    expect(page.headers.get('location')).toMatch(/^https:\/\/github\.com\/MoonshotAI\//);
    expect((await served.ask('/sources/none')).status).toBe(404);
  });

  it('the graph as a whole is described in VoID and DCAT', async () => {
    const quads = await turtle('/.well-known/void', '*/*');
    const graph = `${publicUrl}/.well-known/void#graph`;
    const said = (name: Parameters<typeof iriOf>[0]) =>
      quads
        .filter(({ subject, predicate }) => {
          return subject.value === graph && predicate.value === iriOf(name);
        })
        .map(({ object }) => object.value);
    expect(said('rdf:type')).toEqual([iriOf('void:Dataset'), iriOf('dcat:Dataset')]);
    expect(said('void:uriSpace')).toEqual([`${publicUrl}/`]);
    expect(said('dcat:distribution')).toHaveLength(4);
    const dumps = said('void:dataDump');
    expect(dumps).toEqual(['ttl', 'nt', 'jsonld'].map((form) => `${publicUrl}/dump.${form}`));
    for (const dump of dumps) {
      const answer = await served.ask(new URL(dump).pathname, {}, 'HEAD');
      expect([dump, answer.status]).toEqual([dump, 200]);
    }
    const counted = quads.find(({ predicate }) => predicate.value === iriOf('void:entities'));
    expect(Number(counted?.object.value)).toBeGreaterThan(500);
  });
});
