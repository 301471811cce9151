import { beforeAll, describe, expect, it } from 'vitest';
import { seedEntities } from '../text/seed-entities.ts';
import { type Evaluation, evaluate, evaluationList, percent, table } from './evaluation.ts';
import { MemorySearch } from './memory-search.ts';

const questions = evaluationList();

describe('the evaluation list', () => {
  it('is long enough, half of it held apart, and names what exists', () => {
    expect(questions.length).toBeGreaterThanOrEqual(140);
    const held = questions.filter((question) => question.held).length;
    expect(Math.abs(held * 2 - questions.length)).toBeLessThanOrEqual(5);
    const known = new Set(seedEntities().map(({ kind, slug }) => `${kind}:${slug}`));
    expect(questions.filter(({ kind, slug }) => !known.has(`${kind}:${slug}`))).toEqual([]);
    expect(new Set(questions.map(({ query }) => query)).size).toBe(questions.length);
  });
});

describe('search over the seeds, without a store', () => {
  let evaluation: Evaluation;
  beforeAll(async () => {
    const search = new MemorySearch(seedEntities());
    evaluation = await evaluate(questions, (query) => search.search(query)[0]?.id ?? null);
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
