import { describe, expect, it } from 'vitest';
import { entity, placesOf, problemsOf, term } from '../seed-folder.ts';

describe('names', () => {
  it('refuses an alias that repeats the name, case and accents folded', async () => {
    const text = term('a', 'aliases: [NAME  OF Á, other]');
    expect(placesOf(await problemsOf({ 'terms/a.yaml': text }))).toEqual([
      'terms/a.yaml:8:11 error bad-value',
      'terms/a.yaml:8:11 error duplicate-name',
    ]);
  });

  it('refuses a duplicate alias', async () => {
    const text = term('a', 'aliases: [other, Other]');
    expect(placesOf(await problemsOf({ 'terms/a.yaml': text }))).toEqual([
      'terms/a.yaml:8:18 error duplicate-name',
    ]);
  });

  it('faults the alias where it is the name of a later file', async () => {
    const problems = await problemsOf({
      'terms/a.yaml': term('a', 'aliases: [name of b]'),
      'terms/b.yaml': term('b'),
    });
    expect(placesOf(problems)).toEqual(['terms/a.yaml:8:11 error duplicate-name']);
    expect(problems[0]?.message).toBe('the name "name of b" is used by terms/b.yaml');
  });

  it('lets kinds share names', async () => {
    const files = {
      'terms/a.yaml': term('a', 'aliases: [Shared]'),
      'models/a.yaml': entity('a', 'aliases: [shared]'),
    };
    expect(await problemsOf(files)).toEqual([]);
  });

  it('counts English labels as names, others and hidden ones not', async () => {
    const label = (text: string, language: string, kind: string) =>
      `  - { text: ${text}, language: ${language}, kind: ${kind} }`;
    const problems = await problemsOf({
      'terms/a.yaml': term('a', 'aliases: [Shared]'),
      'terms/b.yaml': term(
        'b',
        'labels:',
        label('shared', 'de', 'ALTERNATIVE'),
        label('shared', 'en', 'ALTERNATIVE'),
      ),
      'terms/c.yaml': term('c', 'labels:', label('shared', 'en', 'HIDDEN')),
    });
    expect(placesOf(problems)).toEqual(['terms/b.yaml:10:5 error duplicate-name']);
  });

  it('refuses a second preferred label in a language, and a label of two kinds', async () => {
    const text = term(
      'a',
      'labels:',
      '  - { text: A, language: en, kind: PREFERRED }',
      '  - { text: B, language: de, kind: PREFERRED }',
      '  - { text: C, language: de, kind: PREFERRED }',
      '  - { text: b, language: de, kind: HIDDEN }',
    );
    expect(placesOf(await problemsOf({ 'terms/a.yaml': text }))).toEqual([
      'terms/a.yaml:9:5 error duplicate-label',
      'terms/a.yaml:11:5 error duplicate-label',
      'terms/a.yaml:12:5 error duplicate-label',
    ]);
  });
});
