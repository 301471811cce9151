import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RelationRecord } from '../../src/ontology/records.ts';
import { compareRelations } from '../../src/ontology/relation-order.ts';
import { aWorld } from '../support/arbitraries.ts';
import { model, relation } from '../support/records.ts';

const [one, other] = [model('one'), model('other')];
const licensed = (given: Partial<RelationRecord>) =>
  relation(one, 'LICENSED_UNDER', other, { evidence: 'COPY', artifact: 'WEIGHTS', ...given });

describe('the best of the relations that connect two entities', () => {
  it.each<[string, Partial<RelationRecord>, Partial<RelationRecord>]>([
    ['is best at all', { rank: 'NORMAL' }, { best: false, rank: 'PREFERRED' }],
    ['is of the type that says most', { type: 'DERIVED_FROM' }, { type: 'RELATED_TO' }],
    ['is of the best rank', { rank: 'PREFERRED', evidence: 'MEMORY' }, { evidence: 'PUBLISHER' }],
    ['has the best evidence', { until: '2020', evidence: 'PUBLISHER' }, { evidence: null }],
    ['is judged rather than remembered', { evidence: null }, { evidence: 'MEMORY' }],
    ['has not ended', { since: '2020' }, { since: '2024', until: '2025' }],
    ['ended last', { until: '2025' }, { since: '2021', until: '2024-12' }],
    ['began last', { since: '2025', artifact: 'TRAINING_DATA' }, {}],
    ['is about all artifacts', { artifact: null }, {}],
    ['is about the weights', {}, { artifact: 'INFERENCE_CODE', asOf: '2025' }],
    ['is of the later date', { asOf: '2025-02' }, { asOf: '2025' }],
    ['has the lower id', { id: 'Relation:a' }, { id: 'Relation:b' }],
  ])('%s', (_, better, worse) => {
    const both = [licensed(worse), licensed(better)];
    expect(both.toSorted(compareRelations)).toEqual(both.toReversed());
  });

  it('is the same in whatever order they come', () => {
    const shuffled = aWorld.chain(({ relations }) =>
      fc.shuffledSubarray([...relations], { minLength: relations.length }).map((again) => {
        return { relations, again };
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ relations, again }) => {
        expect(again.toSorted(compareRelations)).toEqual(relations.toSorted(compareRelations));
      }),
    );
  });
});
