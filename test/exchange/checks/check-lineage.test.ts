import { describe, expect, it } from 'vitest';
import { entity, placesOf, problemsOf } from '../seed-folder.ts';

const sized = (id: string, size: string, ...added: readonly string[]) =>
  entity(id, `facts: { totalParameters: ${size} }`, ...added);

const from = (edge: string) => `relations: { DERIVED_FROM: [{ to: parent, ${edge} }] }`;

const problemsOfChild = (size: string, edge: string, parent = '405B') =>
  problemsOf({
    'models/parent.yaml': sized('parent', parent),
    'models/child.yaml': sized('child', size, from(edge)),
  });

describe('sizes along the lineage', () => {
  it.each(['ADAPTER', 'MERGE', 'QUANTIZED'])(
    'refuses a child by %s that is smaller',
    async (method) => {
      const problems = await problemsOfChild(
        '88.8B',
        `method: ${method}, note: One entry for all.`,
      );
      expect(placesOf(problems)).toEqual(['models/child.yaml:7:35 error smaller-than-parent']);
      expect(problems[0]?.message).toContain(
        'child has 88800000000 parameters, parent 405000000000',
      );
    },
  );

  it.each(['49B', '700B'])('asks how a fine-tune of %s came to another size', async (size) => {
    expect(placesOf(await problemsOfChild(size, 'method: FINETUNE'))).toEqual([
      'models/child.yaml:7:35 error other-size-than-parent',
    ]);
    expect(await problemsOfChild(size, 'method: FINETUNE, note: Pruned.')).toEqual([]);
  });

  it.each([
    ['88.8B', 'method: ADAPTER', '70B'],
    ['685B', 'method: FINETUNE', '671B'],
    ['7B', 'method: DISTILLED', '405B'],
    ['7B', 'method: ADAPTER, rank: DEPRECATED', '405B'],
  ])('takes %s (%s) from %s', async (size, edge, parent) => {
    expect(await problemsOfChild(size, edge, parent)).toEqual([]);
  });
});
