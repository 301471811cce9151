import { beforeAll, describe, expect, it } from 'vitest';
import { seededReader } from '../explore/seeded.ts';
import { type Evaluation, evaluate, evaluationList, percent, table } from './evaluation.ts';
import { firstHitOf } from './graphql-search.ts';

describe('search on the embedded store', () => {
  let evaluation: Evaluation;
  beforeAll(async () => {
    const reader = await seededReader();
    evaluation = await evaluate(evaluationList(), (query) => firstHitOf(reader, query));
  });

  it.each([
    ['name', 95],
    ['alias', 95],
    ['folding', 95],
    ['typo', 85],
    ['description', 75],
  ] as const)('puts the right hit first: %s at least %i%%', (category, least) => {
    const shown = table(evaluation);
    expect(percent(evaluation, category, 'held'), shown).toBeGreaterThanOrEqual(least);
    expect(percent(evaluation, category, 'both'), shown).toBeGreaterThanOrEqual(least);
  });
});
