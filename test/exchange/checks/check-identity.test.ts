import { describe, expect, it } from 'vitest';
import { entity, placesOf, problemsOf, term } from '../seed-folder.ts';

describe('ids, slugs and SPDX ids', () => {
  it('wants the id to be the name of the file', async () => {
    const problems = await problemsOf({ 'terms/b.yaml': term('a') });
    expect(placesOf(problems)).toEqual(['terms/b.yaml:1:5 error id-not-file-name']);
    expect(problems[0]?.message).toBe(
      'expected the id "b", the same as the name of the file; found "a"',
    );
  });

  it('wants the id of a source to be the name of its file', async () => {
    const problems = await problemsOf({ 'sources/b.yaml': 'id: a\ntitle: A\n' });
    expect(placesOf(problems)).toContain('sources/b.yaml:1:5 error id-not-file-name');
  });

  it('refuses an id, and a slug, that another file of the kind has', async () => {
    const files = { 'terms/a.yaml': term('a'), 'terms/b.yaml': term('a') };
    expect(placesOf(await problemsOf(files))).toEqual([
      'terms/b.yaml:1:5 error duplicate-id',
      'terms/b.yaml:1:5 error id-not-file-name',
      'terms/b.yaml:2:7 error duplicate-slug',
      'terms/b.yaml:3:7 error duplicate-name',
    ]);
  });

  it('lets kinds share slugs', async () => {
    const license = entity('a');
    expect(await problemsOf({ 'terms/a.yaml': term('a'), 'licenses/a.yaml': license })).toEqual([]);
  });

  it('refuses a former slug that two entities claim, be it as their id', async () => {
    const moved = term('a').replace('slug: a', 'slug: a-moved');
    const files = { 'terms/a.yaml': moved, 'terms/b.yaml': term('b', 'formerSlugs: [a]') };
    const problems = await problemsOf(files);
    expect(placesOf(problems)).toEqual(['terms/b.yaml:8:14 error duplicate-slug']);
    expect(problems[0]?.message).toBe('the former slug "a" is taken by terms/a.yaml');
  });

  it('warns where a former slug now leads to something else', async () => {
    const files = { 'terms/a.yaml': term('a'), 'terms/b.yaml': term('b', 'formerSlugs: [a]') };
    expect(placesOf(await problemsOf(files))).toEqual(['terms/b.yaml:8:14 warning slug-reused']);
  });

  it('refuses an SPDX id that two licenses have, whatever its case', async () => {
    const problems = await problemsOf({
      'licenses/a.yaml': entity('a', 'facts: { spdxId: MIT }'),
      'licenses/b.yaml': entity('b', 'identifiers: [{ scheme: SPDX, value: mit }]'),
    });
    expect(placesOf(problems)).toEqual(['licenses/b.yaml:6:38 error spdx-conflict']);
  });

  it('refuses two SPDX ids of one license, and takes one given twice', async () => {
    const license = (id: string) =>
      entity('a', 'facts: { spdxId: MIT }', `identifiers: [{ scheme: SPDX, value: ${id} }]`);
    expect(await problemsOf({ 'licenses/a.yaml': license('MIT') })).toEqual([]);
    expect(placesOf(await problemsOf({ 'licenses/a.yaml': license('X11') }))).toEqual([
      'licenses/a.yaml:7:38 error spdx-conflict',
    ]);
  });

  it('refuses an SPDX id that is the slug, or was, of another license', async () => {
    const problems = await problemsOf({
      'licenses/a.yaml': entity('a', 'facts: { spdxId: curl }'),
      'licenses/b.yaml': entity('b', 'formerSlugs: [curl]'),
    });
    expect(placesOf(problems)).toEqual(['licenses/a.yaml:6:18 error spdx-conflict']);
  });

  const item = (number: string) => `http://www.wikidata.org/entity/${number}`;

  it('refuses an exact match that two files have, not a close one', async () => {
    const match = (id: string, key: string) => term(id, `${key}: ["${item('Q1')}"]`);
    const files = {
      'terms/a.yaml': match('a', 'exactMatch'),
      'terms/b.yaml': match('b', 'exactMatch'),
    };
    const problems = await problemsOf(files);
    expect(placesOf(problems)).toEqual(['terms/b.yaml:8:14 error duplicate-match']);
    expect(problems[0]?.message).toBe(`the exact match "${item('Q1')}" is taken by terms/a.yaml`);
    expect(await problemsOf({ ...files, 'terms/b.yaml': match('b', 'closeMatch') })).toEqual([]);
  });

  it.each(['https://www.wikidata.org/wiki/Q1', item('1'), `${item('Q1')}#x`])(
    'wants items of Wikidata by one address, not %s',
    async (address) => {
      const problems = await problemsOf({
        'terms/a.yaml': term('a', `closeMatch: ["${address}"]`),
      });
      expect(placesOf(problems)).toEqual(['terms/a.yaml:8:14 error match-address']);
    },
  );
});
