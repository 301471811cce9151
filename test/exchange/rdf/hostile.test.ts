import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importTexts, turtle } from './import-texts.ts';

const rdf =
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">';
const inXml = (body: string, head = '') =>
  `<?xml version="1.0"?>${head}\n${rdf}\n${body}\n</rdf:RDF>`;
const concept = (label: string) => turtle(`\n:a a skos:Concept; skos:prefLabel "${label}"@en.`);
const laughs = Array.from({ length: 9 }, (_, n) => {
  return `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`;
}).join('\n');
const nested = (open: string, close: string, depth: number, inner = '') =>
  open.repeat(depth) + inner + close.repeat(depth);
const quadratic = `<!ENTITY a "${'a'.repeat(5000)}">`;

/** What is wrong with each, in one problem that names file and, where it can be told, the line. */
const cases: readonly (readonly [string, string, string | Uint8Array, number | null, string])[] = [
  [
    'entities within entities',
    'a.rdf',
    inXml(
      '<skos:Concept rdf:about="urn:a"/>',
      `<!DOCTYPE rdf:RDF [\n<!ENTITY lol0 "lol">\n${laughs}\n]>`,
    ),
    12,
    'entity',
  ],
  ['a long entity', 'a.rdf', inXml('', `<!DOCTYPE rdf:RDF [ ${quadratic} ]>`), 1, 'entity'],
  [
    'an entity of another file',
    'a.rdf',
    inXml(
      '<skos:Concept rdf:about="urn:a"><skos:note>&x;</skos:note></skos:Concept>',
      '<!DOCTYPE rdf:RDF [ <!ENTITY x SYSTEM "file:///etc/passwd"> ]>',
    ),
    1,
    'entity',
  ],
  [
    'an entity of parameters',
    'a.rdf',
    inXml('', '<!DOCTYPE rdf:RDF [ <!ENTITY % x "y"> ]>'),
    1,
    'entity',
  ],
  [
    'deep XML',
    'a.rdf',
    inXml(nested('<skos:Concept><skos:broader>', '</skos:broader></skos:Concept>', 2000)),
    3,
    'too-deep',
  ],
  ['deep JSON', 'a.jsonld', nested('[', ']', 100_000), 1, 'too-deep'],
  ['deep objects', 'a.jsonld', nested('{"a":', '}', 100_000, '1'), 1, 'too-deep'],
  [
    'deep Turtle',
    'a.ttl',
    turtle(`:a skos:note ${nested('[ skos:note ', ']', 100_000, '1')} .`),
    null,
    'too-deep',
  ],
  ['a huge label', 'a.ttl', concept('x'.repeat(150_000)), 2, 'too-long'],
  ['a huge text', 'a.ttl', concept('x'.repeat(1_000_000)), 2, 'too-long'],
  [
    'a text without an end',
    'a.ttl',
    turtle(`:a skos:note "${'x'.repeat(5_000_000)}`),
    1,
    'too-long',
  ],
  ['a text without an end in JSON', 'a.jsonld', `{"a":"${'x'.repeat(5_000_000)}`, 1, 'too-long'],
  [
    'a text without an end in XML',
    'a.rdf',
    `${rdf}<skos:Concept rdf:about="${'x'.repeat(5_000_000)}`,
    1,
    'too-long',
  ],
  ['a space in an IRI', 'a.ttl', turtle('<http://a b> a skos:Concept.'), 1, 'syntax'],
  ['an IRI that says nothing', 'a.ttl', turtle('<nowhere> a skos:Concept.'), 1, 'iri'],
  ['a bad IRI in XML', 'a.rdf', inXml('<skos:Concept rdf:about="http://a&#60;b"/>'), 3, 'iri'],
  [
    'a bad IRI in JSON',
    'a.jsonld',
    '{"@id":"http://a|b","@type":"http://www.w3.org/2004/02/skos/core#Concept"}',
    null,
    'iri',
  ],
  ['a control character', 'a.ttl', concept('a\\u0007b'), 2, 'unfit-text'],
  ['an override of direction', 'a.ttl', concept('a\\u202Eb'), 2, 'unfit-text'],
  [
    'half a surrogate pair',
    'a.jsonld',
    '{"@id":"urn:a","@type":"http://www.w3.org/2004/02/skos/core#Concept","http://www.w3.org/2004/02/skos/core#prefLabel":"a\\ud800b"}',
    null,
    'unfit-text',
  ],
  [
    'a context to fetch',
    'a.jsonld',
    '{"@context":"https://schema.org","@id":"urn:a"}',
    null,
    'remote-context',
  ],
  [
    'a context to fetch within',
    'a.jsonld',
    '[{"@id":"urn:a"},{"@context":["https://example.org/c"],"@id":"urn:b"}]',
    null,
    'remote-context',
  ],
  [
    'a context to import',
    'a.jsonld',
    '{"@context":{"@import":"https://example.org/c"},"@id":"urn:a"}',
    null,
    'remote-context',
  ],
  [
    'a named graph',
    'a.jsonld',
    '{"@id":"urn:g","@graph":[{"@id":"urn:a","http://www.w3.org/2004/02/skos/core#note":"x"}]}',
    null,
    'named-graph',
  ],
  ['a comma before the end of an object', 'a.jsonld', '{\n"a": 1,\n}', 2, 'syntax'],
  ['a comma before the end of a list', 'a.jsonld', '{\n"a": 1,\n"b": [1,2,]}', 3, 'syntax'],
  ['no JSON', 'a.jsonld', '{\n"a": 1', 2, 'syntax'],
  ['nothing in JSON', 'a.jsonld', '', 1, 'syntax'],
  ['a list of numbers', 'a.jsonld', '[1, 2]', null, 'nothing-to-import'],
  ['no object', 'a.jsonld', '"text"', 1, 'syntax'],
  ['a file cut off', 'a.ttl', turtle(':a a skos:Concept; skos:prefLabel "x"@en'), 1, 'syntax'],
  ['XML cut off', 'a.rdf', `${rdf}\n<skos:Concept rdf:about="urn:a">`, 2, 'syntax'],
  ['XML that is none', 'a.rdf', 'not XML', 1, 'syntax'],
  ['a prefix that is not declared', 'a.ttl', 'a:b a a:c.', 1, 'syntax'],
  ['bytes that are no text', 'a.ttl', new Uint8Array([0x3c, 0xff, 0xfe, 0x3e]), 1, 'not-utf-8'],
  ['a name of another format', 'a.csv', 'a,b', null, 'unknown-format'],
  ['nothing', 'a.ttl', '', null, 'nothing-to-import'],
  ['nothing in XML', 'a.rdf', '', null, 'nothing-to-import'],
  ['no concept', 'a.ttl', turtle('<urn:a> dcterms:title "x".'), null, 'nothing-to-import'],
];

describe('a file unlike any vocabulary is reported, and nothing is loaded', () => {
  it.each(cases)('%s', async (_, name, text, line, code) => {
    const { statements, problems } = await importTexts({ [name]: text });
    expect(statements).toBeNull();
    const [error] = problems.filter(({ severity }) => severity === 'error');
    expect(error).toMatchObject({ code, file: name });
    if (line !== null) expect(error?.line).toBe(line);
    expect(error?.message).toMatch(/^expected|expected /);
    expect(error?.message.length).toBeLessThan(600);
    expect(error?.message).not.toMatch(/\n| at .*\.js/);
  });
});

describe('what is unusual and right is read', () => {
  it.each([
    [
      'entities for namespaces',
      'a.rdf',
      inXml(
        '<rdf:Description rdf:about="urn:a"><rdf:type rdf:resource="&skos;Concept"/><skos:prefLabel>x</skos:prefLabel></rdf:Description>',
        '<!DOCTYPE rdf:RDF [ <!ENTITY skos "http://www.w3.org/2004/02/skos/core#" > ]>',
      ),
    ],
    ['a mark of byte order', 'a.ttl', `\uFEFF${concept('x')}`],
    ['line ends of Windows', 'a.ttl', concept('x').replaceAll('\n', '\r\n')],
    [
      'RDF/XML in one line',
      'a.rdf',
      inXml(
        '<skos:Concept rdf:about="urn:a"><skos:prefLabel>x</skos:prefLabel></skos:Concept>',
      ).replaceAll('\n', ''),
    ],
    [
      'an order in which the context comes last',
      'a.jsonld',
      '{"@graph":[{"prefLabel":"x","@id":"urn:a","@type":"Concept"}],"@context":{"@vocab":"http://www.w3.org/2004/02/skos/core#"}}',
    ],
  ])('%s', async (_, name, text) => {
    const { statements, problems } = await importTexts({ [name]: text });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([...(statements?.entities ?? [])].map((head) => head.name)).toEqual(['x']);
  });
});

describe('a file that was damaged somewhere', () => {
  const whole: Readonly<Record<string, string>> = {
    'a.ttl': turtle('\n:a a skos:Concept; skos:prefLabel "x"@en; skos:broader [ a skos:Concept ].'),
    'a.nt': '<urn:a> <http://www.w3.org/2004/02/skos/core#prefLabel> "x"@en .\n',
    'a.rdf': inXml(
      '<skos:Concept rdf:about="urn:a"><skos:prefLabel>x</skos:prefLabel></skos:Concept>',
    ),
    'a.jsonld':
      '{"@context":{"@vocab":"http://www.w3.org/2004/02/skos/core#"},"@id":"urn:a","@type":"Concept","prefLabel":"x"}',
  };

  it.each(Object.keys(whole))('%s is read, or its problems are told', async (name) => {
    const text = whole[name] ?? '';
    const damage = fc.record({
      at: fc.nat({ max: text.length }),
      length: fc.nat({ max: 12 }),
      by: fc.oneof(
        fc.constantFrom('<', '"', '\\', '{', '[', '&', '\u0000', '@', '_:'),
        fc.string(),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        const damaged = damages.reduce(
          (left, { at, length, by }) => left.slice(0, at) + by + left.slice(at + length),
          text,
        );
        const { statements, problems } = await importTexts({ [name]: damaged });
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect(statements === null).toBe(errors.length > 0);
        for (const { message } of errors) expect(message).toMatch(/expected /);
      }),
      { numRuns: 150 },
    );
  });
});
