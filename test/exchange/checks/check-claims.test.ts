import { describe, expect, it } from 'vitest';
import { entity, placesOf, problemsOf, term } from '../seed-folder.ts';

const license = entity('l');
const model = (...added: readonly string[]) => ({
  'licenses/l.yaml': license,
  'models/m.yaml': entity('m', ...added),
});

describe('claims', () => {
  it('wants a source for every claim and answer where the file has no citation', async () => {
    const text = [
      ...['id: a', 'slug: a', 'name: A', 'summary: S.', 'termKind: CONCEPT', 'definition: D.'],
      'relations: { REQUIRES: [sound] }',
      'faqs: [{ question: Q, answer: A }]',
      'statements: [{ text: T., source: readings, evidence: COPY }]',
    ];
    expect(placesOf(await problemsOf({ 'terms/a.yaml': `${text.join('\n')}\n` }))).toEqual([
      'terms/a.yaml:6:13 error no-source',
      'terms/a.yaml:7:25 error no-source',
      'terms/a.yaml:8:8 error no-source',
    ]);
  });

  it('refuses evidence or a date without the source they belong to', async () => {
    const text = term('a', 'statements:', '  - { text: T., asOf: 2025 }', '  - { text: U. }');
    expect(placesOf(await problemsOf({ 'terms/a.yaml': text }))).toEqual([
      'terms/a.yaml:9:5 error partial-citation',
    ]);
  });

  it('does not lend the evidence of the file to an entry with its own source', async () => {
    const text = term('a', 'statements:', '  - { text: T., source: readings }');
    expect(placesOf(await problemsOf({ 'terms/a.yaml': text }))).toEqual([
      'terms/a.yaml:9:5 warning no-evidence',
    ]);
  });

  it('wants no evidence for what the editors judge', async () => {
    const problems = await problemsOf({
      'sources/glossgraph-editorial.yaml': 'id: glossgraph-editorial\ntitle: Notes\n',
      'terms/a.yaml': term('a', 'statements: [{ text: T., source: glossgraph-editorial }]'),
    });
    expect(problems).toEqual([]);
  });

  it('refuses to prefer what was recalled', async () => {
    const recalled = '{ text: T., source: readings, evidence: MEMORY, rank: PREFERRED }';
    const text = term('a', 'statements:', `  - ${recalled}`);
    expect(placesOf(await problemsOf({ 'terms/a.yaml': text }))).toEqual([
      'terms/a.yaml:9:59 error preferred-memory',
    ]);
  });

  it('refuses a period that ends when it begins, or earlier', async () => {
    const period = (since: string, until: string) =>
      `    - { to: l, artifact: WEIGHTS, since: ${since}, until: ${until} }`;
    const edges = [
      period('2025-03-25', '2025-03-25'),
      period('2025', '2024-12-31'),
      period('2025-03', '2025-03-24'),
      period('2025-03-01', '2025-04'),
    ];
    const problems = await problemsOf(model('relations:', '  LICENSED_UNDER:', ...edges));
    expect(placesOf(problems)).toEqual([
      'models/m.yaml:8:42 error empty-period',
      'models/m.yaml:9:42 error empty-period',
    ]);
  });

  it('refuses the same statement by one source, however it is written', async () => {
    const problems = await problemsOf(
      model(
        'facts:',
        '  contextTokens: [{ value: 128K }, { value: 131072 }, { value: 1M }]',
        'relations:',
        '  LICENSED_UNDER:',
        '    - l',
        '    - { to: licenses/l, note: Again. }',
        '    - { to: l, artifact: WEIGHTS }',
        '    - { to: l, artifact: WEIGHTS, since: 2025 }',
      ),
    );
    expect(placesOf(problems)).toEqual([
      'models/m.yaml:7:36 error repeated-statement',
      'models/m.yaml:11:7 error repeated-statement',
    ]);
    expect(problems[1]?.message).toBe('the source "readings" states the same in line 10');
  });

  it('lets two sources say the same', async () => {
    const problems = await problemsOf({
      'sources/other.yaml': 'id: other\ntitle: Other\n',
      'terms/a.yaml': term(
        'a',
        'relations:',
        '  REQUIRES: [sound, { to: sound, source: other, evidence: COPY }]',
      ),
    });
    expect(problems).toEqual([]);
  });
});
