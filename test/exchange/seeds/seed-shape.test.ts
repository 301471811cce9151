import { describe, expect, it } from 'vitest';
import { entity, placesOf, problemsOf, term } from '../seed-folder.ts';

/** The place and the message of each problem of a file. */
async function problemsIn(file: string, text: string): Promise<readonly string[]> {
  const problems = await problemsOf({ [file]: text });
  return problems.map(({ line, column, code, message }) => `${line}:${column} ${code}: ${message}`);
}

const model = (...facts: readonly string[]) => entity('m', 'facts:', ...facts.map((f) => `  ${f}`));

describe('the shape of a seed file', () => {
  it('names an unknown key, and the known one it is near to', async () => {
    expect(await problemsIn('terms/a.yaml', term('a', 'sumary: What?', 'colour: red'))).toEqual([
      '8:1 unknown-key: "sumary" is not a key here; did you mean "summary"?',
      '9:1 unknown-key: "colour" is not a key here',
    ]);
  });

  it('names unknown keys inside of entries', async () => {
    const text = term(
      'a',
      'relations:',
      '  REQUIRES:',
      '    - to: sound',
      '      artefact: WEIGHTS',
    );
    expect(await problemsIn('terms/a.yaml', text)).toEqual([
      '11:7 unknown-key: "artefact" is not a key in relations.REQUIRES.0',
    ]);
  });

  it('takes attributes only where the relation type has them', async () => {
    const text = entity(
      'm',
      'relations:',
      '  EXEMPLIFIES: [{ to: sound, method: FINETUNE }]',
      '  BROADER: [sound]',
    );
    expect(await problemsIn('models/m.yaml', text)).toEqual([
      '7:30 unknown-key: "method" is not a key in relations.EXEMPLIFIES.0',
      '8:3 unknown-key: "BROADER" is not a key in relations',
    ]);
  });

  it('names a missing key at the place of its mapping', async () => {
    const text = entity(
      'a',
      'definition: What it means.',
      'relations: { REQUIRES: [{ note: x }] }',
    );
    expect(await problemsIn('terms/a.yaml', text)).toEqual([
      '1:1 missing-key: "termKind" is missing',
      '7:25 missing-key: "relations.REQUIRES.0.to" is missing',
    ]);
  });

  it('asks for quotes where YAML reads a number', async () => {
    const text = entity('l', 'facts:', '  version: 2.0', 'aliases: [3, "4"]');
    expect(await problemsIn('licenses/l.yaml', text)).toEqual([
      '7:12 bad-value: facts.version: expected text; write it in quotes: "2.0"',
      '8:11 bad-value: aliases.0: expected text; write it in quotes: "3"',
    ]);
  });

  it('takes a bare year as a date, and no day that does not exist', async () => {
    expect(await problemsIn('models/m.yaml', model('releasedOn: 2024'))).toEqual([]);
    expect(await problemsIn('models/m.yaml', model('releasedOn: 2024-02-30'))).toEqual([
      '7:15 bad-value: facts.releasedOn: expected a date as YYYY, YYYY-MM or YYYY-MM-DD',
    ]);
  });

  it('reports the entry of a list of claims that is wrong, not the list', async () => {
    const text = model(
      'contextTokens:',
      '  - value: 128K',
      '  - value: 1 million',
      '    rank: BEST',
    );
    expect(await problemsIn('models/m.yaml', text)).toEqual([
      '9:14 bad-value: facts.contextTokens.1.value: expected a positive whole number, or one written like 128K',
      '10:13 bad-value: facts.contextTokens.1.rank: expected one of PREFERRED, NORMAL, DEPRECATED',
    ]);
  });

  it('asks for a list in place of a single claim', async () => {
    expect(await problemsIn('models/m.yaml', model('contextTokens: { value: 128K }'))).toEqual([
      '7:18 bad-value: facts.contextTokens: expected a list',
    ]);
  });

  it('distinguishes a list as a value from a list of claims', async () => {
    expect(await problemsIn('models/m.yaml', model('inputModalities: [TEXT, TASTE]'))).toEqual([
      '7:27 bad-value: facts.inputModalities.1: expected one of TEXT, IMAGE, VIDEO, AUDIO, PDF',
    ]);
    const claims = model('inputModalities:', '  - value: [TEXT]', '  - value: [TASTE]');
    expect(await problemsIn('models/m.yaml', claims)).toEqual([
      '9:15 bad-value: facts.inputModalities.1.value.0: expected one of TEXT, IMAGE, VIDEO, AUDIO, PDF',
    ]);
  });

  it('wants the artifact of an availability', async () => {
    const text = model(
      'availability:',
      '  - { artifact: WEIGHTS, value: OPEN }',
      '  - value: OPEN',
    );
    expect(placesOf(await problemsOf({ 'models/m.yaml': text }))).toEqual([
      'models/m.yaml:9:7 error missing-key',
    ]);
  });

  it('refuses slugs, addresses and summaries that no page could show', async () => {
    const text = [
      'id: l',
      'slug: L',
      'name: L',
      `summary: ${'a'.repeat(241)}`,
      'cite: { source: readings, evidence: PUBLISHER }',
      'exactMatch: ["javascript:alert(1)"]',
      'documents: [{ kind: AGREEMENT, title: T, url: example.org }]',
    ];
    const problems = await problemsOf({ 'licenses/l.yaml': `${text.join('\n')}\n` });
    expect(placesOf(problems)).toEqual([
      'licenses/l.yaml:2:7 error bad-value',
      'licenses/l.yaml:4:10 error bad-value',
      'licenses/l.yaml:6:14 error bad-value',
      'licenses/l.yaml:7:47 error bad-value',
    ]);
    expect(problems[1]?.message).toBe('summary: expected at most 240 characters');
  });

  it('refuses a source that cites or relates', async () => {
    const text = 'id: s\ntitle: S\ncite: { source: readings }\n';
    expect(placesOf(await problemsOf({ 'sources/s.yaml': text }))).toEqual([
      'sources/s.yaml:1:5 warning unused-source',
      'sources/s.yaml:3:1 error unknown-key',
    ]);
  });

  it('refuses names that JavaScript objects have of their own', async () => {
    const text = term('a', 'constructor: x', '__proto__: { name: y }');
    expect(placesOf(await problemsOf({ 'terms/a.yaml': text }))).toEqual([
      'terms/a.yaml:8:1 error unknown-key',
      'terms/a.yaml:9:1 error unknown-key',
    ]);
  });
});
