import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortKey } from '../../src/text/sort-key.ts';

it('folds case, accents, width and white space', () => {
  expect(sortKey('  Ä\tＡ\u00a0b ')).toBe('a a b');
});

it('holds no control character, whatever the name', () => {
  expect(sortKey('a\u0000b\u0007')).toBe('a b');
  const names = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(names, (name) => {
      expect(sortKey(name)).not.toMatch(/\p{Cc}/u);
      expect(sortKey(sortKey(name))).toBe(sortKey(name));
    }),
  );
});
