import { beforeAll, describe } from 'vitest';
import { seededReader } from '../../schema/explore/seeded.ts';
import { type Evaluation, evaluate, evaluationList } from './evaluation.ts';
import { firstHitOf } from './graphql-search.ts';
import { putsRightHitsFirst } from './right-hits.ts';

describe('search on the embedded store', () => {
  let evaluation: Evaluation;
  beforeAll(async () => {
    const reader = await seededReader();
    evaluation = await evaluate(evaluationList(), (query) => firstHitOf(reader, query));
  });

  putsRightHitsFirst(() => evaluation);
});
