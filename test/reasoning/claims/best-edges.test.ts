import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeBest } from '../../../src/ontology/properties.ts';
import { bestEdgeIds, type RankedEdge } from '../../../src/reasoning/claims/best-edges.ts';
import { anyClaims, anyLicenseClaim, type TestClaim } from './claims.ts';

const edge = (toId: string, given: Partial<RankedEdge> = {}): RankedEdge => ({
  id: toId,
  type: 'LICENSED_UNDER',
  fromId: 'Model:a',
  toId,
  artifact: 'WEIGHTS',
  expression: null,
  since: null,
  until: null,
  rank: 'NORMAL',
  eligible: true,
  ...given,
});
const best = (...edges: readonly RankedEdge[]) => [...bestEdgeIds(edges)].sort();

/** An edge with a single claim. */
function edgeOf({ objectId, subjectId, evidence, ...claim }: TestClaim): RankedEdge {
  return {
    ...claim,
    type: 'LICENSED_UNDER',
    fromId: subjectId,
    toId: objectId ?? '',
    eligible: mayBeBest(claim.rank, evidence),
  };
}

describe('the best edges', () => {
  it('of one artifact and period are those of the best rank', () => {
    expect(best(edge('a', { rank: 'PREFERRED' }), edge('b'))).toEqual(['a']);
    expect(best(edge('a'), edge('b'))).toEqual(['a', 'b']);
  });

  it('of another artifact, subject or period are chosen apart', () => {
    const current = edge('a', { rank: 'PREFERRED', since: '2025-03-25' });
    expect(best(current, edge('b', { until: '2025-03-25' }))).toEqual(['a', 'b']);
    expect(best(current, edge('b', { artifact: 'TRAINING_DATA' }))).toEqual(['a', 'b']);
    expect(best(current, edge('b', { fromId: 'Model:b' }))).toEqual(['a', 'b']);
    expect(best(current, edge('b', { since: '2025-04' }))).toEqual(['a']);
  });

  it('of a type with many values do not outrank each other', () => {
    const type = 'DEVELOPED_BY';
    expect(best(edge('a', { type, rank: 'PREFERRED' }), edge('b', { type }))).toEqual(['a', 'b']);
  });

  it('are all those of an expression, by the best rank among them', () => {
    const expression = 'A AND B';
    const edges = [
      edge('a', { expression, rank: 'PREFERRED' }),
      edge('b', { expression }),
      edge('c'),
    ];
    expect(best(...edges)).toEqual(['a', 'b']);
  });

  it('are never those without a claim that may be best', () => {
    expect(best(edge('a', { rank: 'PREFERRED', eligible: false }), edge('b'))).toEqual(['b']);
    expect(best(edge('a', { rank: 'DEPRECATED', eligible: false }))).toEqual([]);
  });

  it('do not depend on order, and include one for each artifact with an eligible edge', () => {
    fc.assert(
      fc.property(anyClaims(anyLicenseClaim), ([claims, shuffled]) => {
        const edges = claims.map(edgeOf);
        const found = bestEdgeIds(edges);
        expect(bestEdgeIds(shuffled.map(edgeOf))).toEqual(found);
        for (const { id, eligible, rank, fromId, artifact } of edges) {
          if (found.has(id)) expect(eligible).toBe(true);
          if (eligible && rank === 'PREFERRED') expect(found.has(id)).toBe(true);
          const rivals = edges.filter((other) => {
            return other.eligible && other.fromId === fromId && other.artifact === artifact;
          });
          if (eligible) expect(rivals.some((other) => found.has(other.id))).toBe(true);
        }
      }),
    );
  });
});
