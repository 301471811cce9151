import { expect, it } from 'vitest';
import { corpusDataset } from './corpus.ts';
import { covering, usesOf } from './covering.ts';
import { storedOperations } from './operations.ts';

it('few stored operations use as much of the schema as all of them', async () => {
  const all = storedOperations(await corpusDataset());
  const few = covering(all);
  const used = (operations: typeof all) =>
    [...new Set(operations.flatMap((each) => [...usesOf(each)]))].sort();
  expect(used(few)).toEqual(used(all));
  expect(few.length).toBeLessThan(all.length / 2);
});

it('what is used is named as in the schema', async () => {
  const all = storedOperations(await corpusDataset());
  const used = new Set(all.flatMap((each) => [...usesOf(each)]));
  for (const use of [
    ...['Query.models', 'Query.models(filter:)', 'ModelFilter.licenses', 'Availability.OPEN'],
    ...['ModelOrderField.RELEASED_ON', 'Term.broader', 'walked backwards'],
  ]) {
    expect(used, use).toContain(use);
  }
});
