import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityRecord } from '../../../src/ontology/records.ts';
import type { Snapshot } from '../../../src/store/embedded/snapshot.ts';
import { candidates } from '../../../src/store/embedded/text-scan.ts';

/** A list of entities with these folded texts, in their order. */
function listOf(texts: readonly string[]): Pick<Snapshot, 'list'> {
  const list = texts.map((folded, id) => ({ folded, id: String(id) }) as EntityRecord);
  return { list: () => list };
}

function found(texts: readonly string[], text: string): readonly string[] {
  const where = { op: 'contains', property: 'folded', text } as const;
  return candidates(listOf(texts), 'TERM', where, 'sort').map(({ folded }) => folded);
}

describe('entities that contain a text', () => {
  it('are those that one by one contain it, in their order', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', 'é'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), text, (texts, wanted) => {
        expect(found(texts, wanted)).toEqual(texts.filter((each) => each.includes(wanted)));
      }),
    );
  });

  it('are the whole list where they are many', () => {
    const texts = [...Array(3000).fill('common'), 'rare'];
    expect(found(texts, 'common')).toHaveLength(3001);
    expect(found(texts, 'rare')).toEqual(['rare']);
  });
});
