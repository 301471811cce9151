import { describe, expect, it } from 'vitest';
import { entity, placesOf, problemsOf, term } from '../seed-folder.ts';

describe('references', () => {
  it('suggests the nearest slug for a target that is not there', async () => {
    const text = term('a', 'relations:', '  REQUIRES:', '    - sond', '    - { to: xyzzy }');
    const problems = await problemsOf({ 'terms/a.yaml': text });
    expect(placesOf(problems)).toEqual([
      'terms/a.yaml:10:7 error dangling-reference',
      'terms/a.yaml:11:13 error dangling-reference',
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      'there is no "sond" in terms; did you mean "sound"?',
      'there is no "xyzzy" in terms',
    ]);
  });

  it('points at the folder where a target of that name is', async () => {
    const problems = await problemsOf({
      'models/m.yaml': entity('m'),
      'terms/a.yaml': term('a', 'relations: { RELATED_TO: [m, models/m] }'),
    });
    expect(placesOf(problems)).toEqual(['terms/a.yaml:8:27 error dangling-reference']);
    expect(problems[0]?.message).toBe('there is no "m" in terms; there is "models/m"');
  });

  it('refuses a target of a kind that the relation does not lead to', async () => {
    const problems = await problemsOf({
      'models/m.yaml': entity('m'),
      'terms/a.yaml': term('a', 'relations: { BROADER: [models/m] }'),
    });
    expect(placesOf(problems)).toEqual(['terms/a.yaml:8:24 error wrong-kind']);
    expect(problems[0]?.message).toBe('BROADER leads to one of terms, not models');
  });

  it('reports sources that are not there, wherever they are cited', async () => {
    const text = [
      ...['id: a', 'slug: a', 'name: A', 'summary: S.', 'cite: { source: reading }'],
      ...['termKind: CONCEPT', 'definition: D.', 'statements:'],
      '  - { text: T., source: nowhere, evidence: COPY }',
      'faqs: [{ question: Q, answer: A, source: elsewhere }]',
    ];
    const problems = await problemsOf({ 'terms/a.yaml': `${text.join('\n')}\n` });
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(placesOf(errors)).toEqual([
      'terms/a.yaml:5:17 error dangling-reference',
      'terms/a.yaml:9:25 error dangling-reference',
      'terms/a.yaml:10:42 error dangling-reference',
    ]);
    expect(errors[0]?.message).toBe('there is no "reading" in sources; did you mean "readings"?');
  });

  it('refuses relations of an entity to itself', async () => {
    const text = term('a', 'relations: { REQUIRES: [a] }');
    expect(placesOf(await problemsOf({ 'terms/a.yaml': text }))).toEqual([
      'terms/a.yaml:8:25 error self-relation',
    ]);
  });

  it('warns of a slug that was given up, and follows it', async () => {
    const problems = await problemsOf({
      'terms/a.yaml': term('a').replace('slug: a', 'slug: a-moved'),
      'terms/b.yaml': term('b', 'relations: { REQUIRES: [a] }'),
    });
    expect(placesOf(problems)).toEqual(['terms/b.yaml:8:25 warning former-slug']);
    expect(problems[0]?.message).toBe('"a" is a former slug; write "a-moved"');
  });

  it('checks what replaces a deprecated entity', async () => {
    const problems = await problemsOf({
      'terms/a.yaml': term('a', 'status: DEPRECATED', 'replacedBy: sund'),
      'terms/b.yaml': term('b', 'status: DEPRECATED', 'replacedBy: b'),
      'terms/c.yaml': term('c', 'replacedBy: sound'),
      'terms/d.yaml': term('d', 'status: DEPRECATED', 'replacedBy: terms/sound'),
    });
    expect(placesOf(problems)).toEqual([
      'terms/a.yaml:9:13 error dangling-reference',
      'terms/b.yaml:9:13 error self-relation',
      'terms/c.yaml:8:13 error replaced-but-current',
    ]);
  });

  it('warns of a source that nothing cites', async () => {
    const problems = await problemsOf({ 'sources/s.yaml': 'id: s\ntitle: S\n' });
    expect(placesOf(problems)).toEqual(['sources/s.yaml:1:5 warning unused-source']);
  });
});
