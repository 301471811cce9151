import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, digestOf } from '../../../src/exchange/load/digest.ts';

/** The same value with the keys of every mapping in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, reversed(inner)] as const);
  return Object.fromEntries(entries.reverse());
}

describe('digests', () => {
  it('are of JSON text that says the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('do not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(digestOf(reversed(value))).toBe(digestOf(value));
      }),
    );
  });

  it('differ where a value, a key or the order of a list does', () => {
    const digests = [{ a: 1 }, { a: '1' }, { b: 1 }, { a: null }, { a: [1, 2] }, { a: [2, 1] }];
    expect(new Set(digests.map(digestOf)).size).toBe(digests.length);
  });
});
