import { describe, expect, it } from 'vitest';
import { readSeeds } from '../../../src/exchange/seeds/seed-reader.ts';
import { check, inSeedFolder, placesOf, problemsOf, type SeedTexts, term } from '../seed-folder.ts';

describe('reading seeds', () => {
  it('finds nothing wrong with sound files, a README and hidden files', async () => {
    const problems = await problemsOf({
      'README.md': '# Seeds',
      'terms/README.md': '# Terms',
      'terms/.draft.yaml': 'a: [',
      'schema/term.schema.json': '{}',
    });
    expect(problems).toEqual([]);
  });

  it('reports a duplicate key at its second place', async () => {
    const problems = await problemsOf({ 'terms/a.yaml': term('a', 'slug: b') });
    expect(placesOf(problems)).toEqual(['terms/a.yaml:8:1 error duplicate-key']);
  });

  it.each([
    ['an open bracket', 'id: a\naliases: [b\n', 'terms/a.yaml:3:1 error bad-yaml'],
    ['a tab', 'id: a\ncite:\n\tsource: b\n', 'terms/a.yaml:3:1 error bad-yaml'],
    ['a second document', 'id: a\n---\nid: b\n', 'terms/a.yaml:2:1 error bad-yaml'],
    ['an unknown tag', 'id: !secret a\n', 'terms/a.yaml:1:5 error bad-yaml'],
    ['an alias of nothing', 'id: *b\n', 'terms/a.yaml:1:5 error bad-yaml'],
  ])('reports %s', async (_, text, expected) => {
    expect(placesOf(await problemsOf({ 'terms/a.yaml': text }))).toContain(expected);
  });

  it.each([
    ['no text', ''],
    ['only a comment', '# later\n'],
    ['only null', 'null\n'],
  ])('reports a file with %s as empty', async (_, text) => {
    const problems = await problemsOf({ 'terms/a.yaml': text });
    expect(placesOf(problems)).toEqual(['terms/a.yaml:1:1 error empty-file']);
  });

  it('reports a file that is a list, or a word', async () => {
    const problems = await problemsOf({ 'terms/a.yaml': '- id: a\n', 'terms/b.yaml': 'b\n' });
    expect(placesOf(problems)).toEqual([
      'terms/a.yaml:1:1 error bad-value',
      'terms/b.yaml:1:1 error bad-value',
    ]);
    expect(problems[0]?.message).toBe('expected a mapping (key: value)');
  });

  it('reports wrong extensions, wrong folders and files outside of any', async () => {
    const problems = await problemsOf({
      'terms/a.yml': term('a'),
      'term/a.yaml': term('a'),
      'a.yaml': term('a'),
    });
    expect(placesOf(problems)).toEqual([
      'a.yaml:1:1 error wrong-folder',
      'term:1:1 error wrong-folder',
      'terms/a.yml:1:1 error wrong-extension',
    ]);
    expect(problems[0]?.message).toContain(
      'terms, models, licenses, organizations, tools, sources',
    );
  });

  it('reports a file that is not UTF-8, and a folder named like a file', async () => {
    const problems = await problemsOf({
      'terms/a.yaml': Uint8Array.of(0x69, 0xff, 0xfe),
      'terms/b.yaml/c.yaml': '',
    });
    expect(placesOf(problems)).toEqual([
      'terms/a.yaml:1:1 error unreadable',
      'terms/b.yaml:1:1 error unreadable',
    ]);
  });

  it.each<[string, SeedTexts]>([
    ['an empty directory', {}],
    ['a directory of other things', { 'README.md': '# x', 'notes.txt': 'x' }],
    ['folders without seeds', { 'terms/README.md': '# x', 'models/.draft.yaml': 'x' }],
    ['sources that nothing cites', { 'sources/a.yaml': 'id: a\ntitle: A\n' }],
  ])('reports %s as no seeds', async (_, texts) => {
    const { ok, problems } = await check(texts);
    expect(ok).toBe(false);
    expect(problems.map(({ code }) => code)).toContain('no-seeds');
    expect(problems.find(({ code }) => code === 'no-seeds')?.message).toContain(
      'expected seeds, YAML files in folders terms, models, licenses',
    );
  });

  it('reports a directory that is not there, and does not throw', async () => {
    const { files, problems } = await readSeeds('/nowhere/seeds');
    expect(files).toEqual([]);
    expect(placesOf(problems)).toEqual(['/nowhere/seeds:1:1 error unreadable']);
  });

  it('lets other files name a broken one', async () => {
    const problems = await problemsOf({
      'terms/a.yaml': 'id: [\n',
      'terms/b.yaml': term('b', 'relations: { REQUIRES: [a] }'),
    });
    expect(problems.map(({ file }) => file)).not.toContain('terms/b.yaml');
  });

  it('shows files below the given directory, in the order of their names', async () => {
    await inSeedFolder({ 'terms/b.yaml': '', 'terms/a.yaml': '' }, async (directory) => {
      const { files } = await readSeeds(`${directory}/`);
      expect(files.map(({ file }) => file)).toEqual([
        `${directory}/terms/a.yaml`,
        `${directory}/terms/b.yaml`,
      ]);
    });
  });
});
