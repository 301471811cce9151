import { expect, it } from 'vitest';
import { entity, placesOf, problemsOf, term } from '../seed-folder.ts';

const says = (rank: string, text = 'It is the best.') =>
  `statements: [{ text: ${text}, rank: ${rank} }]`;

it('refuses two ranks for the same statement of one source', async () => {
  const problems = await problemsOf({
    'models/a.yaml': entity('a', says('NORMAL')),
    'models/b.yaml': entity('b', says('NORMAL', 'It is good.')),
    'terms/c.yaml': term('c', says('DEPRECATED')),
    'terms/d.yaml': term('d', says('NORMAL')),
  });
  expect(placesOf(problems)).toEqual(['terms/c.yaml:8:14 error rank-differs']);
  expect(problems[0]?.message).toBe(
    'DEPRECATED here and NORMAL in models/a.yaml; expected one rank',
  );
});
