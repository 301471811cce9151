import { describe, expect, it } from 'vitest';
import type { Link } from '../../../src/ontology/relations.ts';
import { closure } from '../../../src/reasoning/walks/closure.ts';

/** A start with children that have so many children each. */
function walkOf(children: number, ofEach: number) {
  const asked: number[] = [];
  const expand = async (ids: readonly string[]) => {
    asked.push(ids.length);
    const linksOf = (id: string): readonly Omit<Link, 'neighborDegree'>[] => {
      const count = id === 'start' ? children : id.includes('/') ? 0 : ofEach;
      return Array.from({ length: count }, (_, at) => {
        const neighborId = id === 'start' ? `child-${at}` : `${id}/${at}`;
        return {
          ...{ relationId: `Relation:${neighborId}`, type: 'DERIVED_FROM', forward: false },
          ...{ neighborId, neighborSlug: neighborId },
        };
      });
    };
    return new Map(ids.map((id) => [id, linksOf(id)]));
  };
  const query = { startId: 'start', depth: 3, maxSteps: 1000 };
  return { asked, steps: () => closure(query, expand) };
}

describe('a walk over all links', () => {
  it('expands few of a level of hubs before it is given up', async () => {
    const { asked, steps } = walkOf(900, 900);
    expect(await steps()).toBeNull();
    expect(asked).toEqual([1, 100]);
  });

  it('expands a wide level without links in few portions', async () => {
    const { asked, steps } = walkOf(900, 0);
    expect(await steps()).toHaveLength(900);
    expect(asked).toEqual([1, 100, 200, 400, 200]);
  });

  it('expands levels of up to a hundred at once', async () => {
    const { asked, steps } = walkOf(10, 10);
    expect(await steps()).toHaveLength(110);
    expect(asked).toEqual([1, 10, 100]);
  });
});
