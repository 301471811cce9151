import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityRecord } from '../../../src/ontology/records.ts';
import { containing } from '../../../src/store/embedded/text-scan.ts';

/** The texts of a list that are found to contain the text; null where they are not few. */
function found(texts: readonly string[], text: string): readonly string[] | null {
  const list = texts.map((folded, id) => ({ folded, id: String(id) }) as EntityRecord);
  return containing(list, text, 1000)?.map(({ folded }) => folded) ?? null;
}

describe('entities that contain a text', () => {
  it('are those that one by one contain it, in their order', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', 'é'), maxLength: 6 });
    const wantedText = text.filter((each) => each !== '');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), wantedText, (texts, wanted) => {
        expect(found(texts, wanted)).toEqual(texts.filter((each) => each.includes(wanted)));
      }),
    );
  });

  it('are not given where they are many', () => {
    const texts = [...Array<string>(3000).fill('common'), 'rare'];
    expect(found(texts, 'common')).toBeNull();
    expect(found(texts, 'rare')).toEqual(['rare']);
  });
});
