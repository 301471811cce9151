import { describe, expect, it } from 'vitest';
import { entity, placesOf, problemsOf, term } from '../seed-folder.ts';

const related = (type: string, ...targets: readonly string[]) =>
  `relations: { ${type}: [${targets.join(', ')}] }`;

describe('edges taken together', () => {
  it.each(['BROADER', 'PART_OF', 'REQUIRES'])('prints a cycle of %s', async (type) => {
    const problems = await problemsOf({
      'terms/a.yaml': term('a', related(type, 'sound', 'b')),
      'terms/b.yaml': term('b', related(type, 'c')),
      'terms/c.yaml': term('c', related(type, 'a')),
    });
    const column = related(type).length - 2;
    expect(placesOf(problems)).toEqual([`terms/c.yaml:8:${column} error cycle`]);
    expect(problems[0]?.message).toBe(`${type} makes a cycle: a → b → c → a`);
  });

  it('prints a cycle of licenses that supersede each other', async () => {
    const problems = await problemsOf({
      'licenses/a.yaml': entity('a', related('SUPERSEDES', 'b')),
      'licenses/b.yaml': entity('b', related('SUPERSEDES', 'a')),
    });
    expect(placesOf(problems)).toEqual(['licenses/b.yaml:6:27 error cycle']);
  });

  it('prints every knot, however entities are ordered', async () => {
    const problems = await problemsOf({
      'terms/a.yaml': term('a', related('REQUIRES', 'd')),
      'terms/b.yaml': term('b', related('REQUIRES', 'c')),
      'terms/c.yaml': term('c', related('REQUIRES', 'b')),
      'terms/d.yaml': term('d', related('REQUIRES', 'e')),
      'terms/e.yaml': term('e', related('REQUIRES', 'd')),
    });
    expect(problems.map(({ message }) => message)).toEqual([
      'REQUIRES makes a cycle: b → c → b',
      'REQUIRES makes a cycle: d → e → d',
    ]);
  });

  it('takes diamonds, contrasts both ways round a triangle, and contradicted edges', async () => {
    const problems = await problemsOf({
      'terms/a.yaml': term('a', related('BROADER', 'b', 'c')),
      'terms/b.yaml': term('b', related('BROADER', 'd')),
      'terms/c.yaml': term('c', related('BROADER', 'd')),
      'terms/d.yaml': term('d', related('BROADER', '{ to: a, rank: DEPRECATED }')),
      'terms/e.yaml': term('e', related('CONTRASTS_WITH', 'a')),
      'terms/f.yaml': term('f', related('CONTRASTS_WITH', 'a', 'e')),
    });
    expect(problems).toEqual([]);
  });

  it.each(['RELATED_TO', 'CONTRASTS_WITH'])('refuses %s from both ends', async (type) => {
    const problems = await problemsOf({
      'terms/a.yaml': term('a', related(type, 'b')),
      'terms/b.yaml': term('b', related(type, 'terms/a')),
    });
    const column = related(type).length - 2;
    expect(placesOf(problems)).toEqual([`terms/b.yaml:8:${column} error mirrored-edge`]);
  });

  it('refuses RELATED_TO beside the closure of BROADER, in either direction', async () => {
    const problems = await problemsOf({
      'terms/a.yaml': term('a', 'relations:', '  BROADER: [b]', '  RELATED_TO: [c]'),
      'terms/b.yaml': term('b', related('BROADER', 'c')),
      'terms/c.yaml': term('c'),
      'terms/d.yaml': term('d', related('RELATED_TO', 'e', 'a')),
      'terms/e.yaml': term('e', related('BROADER', 'd')),
    });
    expect(placesOf(problems)).toEqual([
      'terms/a.yaml:10:16 error not-disjoint',
      'terms/d.yaml:8:27 error not-disjoint',
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      'RELATED_TO and BROADER must not link the same two entities: a → b → c',
      'RELATED_TO and BROADER must not link the same two entities: e → d',
    ]);
  });
});
