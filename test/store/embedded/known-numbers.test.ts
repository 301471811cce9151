import { expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/embedded/database/database.ts';
import { KnownNumbers } from '../../../src/store/embedded/write/known-numbers.ts';

it('keeps the numbers of the last change, which may not be in the file yet', () => {
  const database = openDatabase(':memory:');
  const known = new KnownNumbers(database, 'entity');
  const many = Array.from({ length: 60_000 }, (_, at) => `term-${at}`);
  for (const [at, id] of many.entries()) known.add(id, at);
  known.forgetMost();
  expect(known.of(['term-59999']).get('term-59999')).toBe(59_999);
  known.add('next', 60_000);
  known.forgetMost();
  expect([...known.of(['next', 'term-59999'])]).toEqual([['next', 60_000]]);
  database.close();
});
