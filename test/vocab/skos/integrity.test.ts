import { describe, expect, it } from 'vitest';
import { importTexts, turtle } from '../../exchange/rdf/import-texts.ts';

/** A concept on each line, then what breaks a condition. */
const some = `:a a skos:Concept; skos:prefLabel "a"@en; skos:inScheme :s.
:b a skos:Concept; skos:prefLabel "b"@en; skos:inScheme :s; skos:broader :a.
:c a skos:Concept; skos:prefLabel "c"@en; skos:inScheme :s; skos:broader :b.
`;

async function problemsOf(text: string) {
  const { statements, problems } = await importTexts({ 'a.ttl': turtle(some + text) });
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(statements === null).toBe(errors.length > 0);
  return errors.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`);
}

const at = 'https://vocab.example/animals/';

describe('the integrity conditions of SKOS', () => {
  it.each([
    ['S9', ':a a skos:ConceptScheme.', `<${at}a> is a concept and a concept scheme`],
    ['S9', ':x skos:inScheme :a.', `<${at}a> is a concept and a concept scheme`],
    ['S13', ':a skos:altLabel "a"@en.', `"a"@en of <${at}a> is skos:prefLabel and skos:altLabel`],
    ['S13', ':a skos:hiddenLabel "a"@EN.', 'is skos:prefLabel and skos:hiddenLabel'],
    ['S14', ':a skos:prefLabel "other"@en.', 'two preferred labels in "en", "a" and "other"'],
    ['S27', ':b skos:related :a.', `<${at}a> is broader than <${at}b>`],
    ['S27', ':a skos:related :c.', `<${at}a> is broader than <${at}c>`],
    ['S27', ':c skos:relatedMatch :a.', `<${at}a> is broader than <${at}c>`],
    ['S37', ':a a skos:Collection.', `<${at}a> is a collection and a concept`],
    ['S37', ':s skos:member :a.', `<${at}s> is a collection and a concept scheme`],
    ['S46', ':a skos:exactMatch :x; skos:broadMatch :x.', 'an exact match of'],
    [
      'S46',
      ':a skos:exactMatch :x. :y skos:exactMatch :x; skos:relatedMatch :a.',
      'skos:relatedMatch',
    ],
  ])('%s: %s', async (condition, text, says) => {
    const [problem = '', ...others] = await problemsOf(text);
    expect(problem).toContain(`a.ttl:4 ${condition} `);
    expect(problem).toContain(says);
    expect(others).toEqual([]);
  });

  it.each([
    ':a skos:altLabel "a"@de, "A"@en.',
    ':a skos:prefLabel "a"@en, "a"@de, "a".',
    ':c skos:related :d. :d a skos:Concept; skos:prefLabel "d"@en; skos:broader :a.',
    ':a skos:exactMatch :x; skos:broadMatch :y.',
    ':g a skos:Collection; skos:member :a, :h. :h a skos:Collection.',
  ])('are met by: %s', async (text) => {
    expect(await problemsOf(text)).toEqual([]);
  });
});
