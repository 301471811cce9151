import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Use } from '../../../src/ontology/use.ts';
import { useContent } from '../../../src/reasoning/licensing/use-profile.ts';
import { knownUse, profileFor, withheldKeys, withhold } from './generated.ts';

const uses = fc
  .tuple(knownUse, fc.subarray([...withheldKeys]))
  .map(([use, keys]) => withhold(use, keys));

/** The same use, with its fields and list items in reverse order. */
function turned(use: Use): Use {
  const entries = Object.entries(use).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.toReversed() : value,
  ]);
  return Object.fromEntries(entries.reverse()) as Use;
}

it('is equal for equal uses, in any order', () => {
  fc.assert(
    fc.property(uses, (use) => {
      expect(useContent(profileFor(turned(use)))).toBe(useContent(profileFor(use)));
    }),
  );
});

it('differs for any difference in the given facts', () => {
  fc.assert(
    fc.property(uses, uses, fc.constantFrom(...withheldKeys), (use, other, key) => {
      const changed = { ...use, [key]: other[key] };
      const plain = ({ [key]: value }: Use) =>
        JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
      expect(useContent(profileFor(changed)) === useContent(profileFor(use))).toBe(
        plain(changed) === plain(use),
      );
    }),
    { numRuns: 1000 },
  );
});
