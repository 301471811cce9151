import { beforeAll, describe, expect, it } from 'vitest';
import { PlainTexts } from '../plain-texts.ts';
import { seedEntities } from '../seed-entities.ts';
import { type Evaluation, evaluate, evaluationList } from './evaluation.ts';
import { putsRightHitsFirst } from './right-hits.ts';

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
    const search = new PlainTexts(seedEntities());
    evaluation = await evaluate(
      questions,
      async (query) => (await search.search(query))[0]?.id ?? null,
    );
  });

  putsRightHitsFirst(() => evaluation);
});
