import { expect, it } from 'vitest';
import { checkSeeds } from '../../src/exchange/checks/seed-check.ts';
import { formatProblems } from '../../src/exchange/seed-problems.ts';
import { readSeeds } from '../../src/exchange/seeds/seed-reader.ts';
import { entityKinds } from '../../src/ontology/kinds.ts';
import { seedsToDataset } from '../support/dataset.ts';
import { seedDataset } from '../support/seeds.ts';

it('the committed seeds have no problems and make a dataset', async () => {
  const checked = checkSeeds(await readSeeds('seeds'));
  expect(formatProblems(checked.problems)).toBe('No problems found.');
  const { entities, relations, claims } = seedsToDataset(checked);
  expect(new Set(entities.map(({ record }) => record.kind))).toEqual(new Set(entityKinds));
  expect(relations.length).toBeGreaterThan(500);
  expect(claims.filter(({ contested }) => contested).length).toBeGreaterThan(0);
});

it('every model links to its card or home page, and every license to its texts', async () => {
  const { entities } = await seedDataset();
  const unlinked = entities.filter(({ record }) => {
    if (record.kind === 'MODEL') return record.url === null;
    if (record.kind !== 'LICENSE') return false;
    // An agreement with a successor may no longer be on the web.
    const linked = record.documents.filter(({ url }) => url !== null).map(({ kind }) => kind);
    return (
      !linked.includes('AGREEMENT') ||
      record.documents.some(({ kind, url }) => kind !== 'AGREEMENT' && url === null)
    );
  });
  expect(unlinked.map(({ record }) => record.slug)).toEqual([]);
});

it('fewer than eight licenses are read in part only', async () => {
  const { entities } = await seedDataset();
  const inPart = entities.filter(
    ({ record }) => record.kind === 'LICENSE' && !record.clausesComplete,
  );
  expect(inPart.map(({ record }) => record.slug).length).toBeLessThan(8);
});
