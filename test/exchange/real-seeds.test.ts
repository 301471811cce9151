import { expect, it } from 'vitest';
import { seedsToDataset } from '../../src/exchange/dataset.ts';
import { checkSeeds } from '../../src/exchange/seed-check.ts';
import { formatProblems } from '../../src/exchange/seed-problems.ts';
import { readSeeds } from '../../src/exchange/seed-reader.ts';
import { entityKinds } from '../../src/ontology/kinds.ts';

it('the committed seeds have no problems and make a dataset', async () => {
  const checked = checkSeeds(await readSeeds('seeds'));
  expect(formatProblems(checked.problems)).toBe('No problems found.');
  const { entities, relations, claims } = seedsToDataset(checked);
  expect(new Set(entities.map(({ record }) => record.kind))).toEqual(new Set(entityKinds));
  expect(relations.length).toBeGreaterThan(500);
  expect(claims.filter(({ contested }) => contested).length).toBeGreaterThan(0);
});

it('every model links to its card or home page, and every license to its text', async () => {
  const { entities } = seedsToDataset(checkSeeds(await readSeeds('seeds')));
  const unlinked = entities.filter(({ record }) => {
    if (record.kind === 'MODEL') return record.url === null;
    return (
      record.kind === 'LICENSE' &&
      !record.documents.some(({ kind, url }) => kind === 'AGREEMENT' && url !== null)
    );
  });
  expect(unlinked.map(({ record }) => record.slug)).toEqual([]);
});
