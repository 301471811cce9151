import { describe, expect, it } from 'vitest';
import { checkActivities } from '../../src/exchange/checks/check-activities.ts';
import { activityVersions } from '../../src/ontology/activity-versions.ts';
import type { LicenseRecord } from '../../src/ontology/records.ts';
import { seedDataset, seededStore } from '../support/seeds.ts';
import { check, entity, placesOf, problemsOf, readings } from './seed-folder.ts';

const clause =
  'effect: PERMITS, activities: ALL, activitiesVersion: 1, bindsDerivatives: COPIES, text: A grant.';

async function licenses(): Promise<readonly LicenseRecord[]> {
  const { entities } = await seedDataset();
  return entities.flatMap(({ record }) =>
    record.kind === 'LICENSE' ? [record as LicenseRecord] : [],
  );
}

describe('clauses of the seeds', () => {
  it('come with their licenses, in the order of the file', async () => {
    const all = await licenses();
    expect(all.filter(({ clauses }) => clauses.length > 0).length).toBeGreaterThan(40);
    const llama = all.find(({ id }) => id === 'License:llama-4-community');
    expect(llama?.clauses[0]).toMatchObject({
      id: 'Clause:llama-4-community/grant',
      documentIndex: 0,
      sourceId: 'Source:meta-llama-llama-models',
      evidence: 'PUBLISHER',
    });
    expect(llama?.clauses.find(({ key }) => key === 'european-union')?.documentIndex).toBe(1);
  });

  it('are given back by the store as they went in', async () => {
    const store = await seededStore();
    const [llama] = (await licenses()).filter(({ slug }) => slug === 'llama-4-community');
    const select = { properties: ['clauses'], edges: [], counts: [] };
    const [found] = await store.read([{ kind: 'entities', ids: [llama?.id ?? ''], select }], {});
    const row = (found as ReadonlyMap<string, { entity: object }>).get(llama?.id ?? '');
    expect(row?.entity).toMatchObject({ clauses: llama?.clauses });
    await store.close();
  });
});

describe('clauses of a seed file', () => {
  it('name documents and sources that exist', async () => {
    const text = entity(
      'l',
      'documents: [{ kind: AGREEMENT, title: The Text }]',
      'clauses:',
      `  - { key: a, ${clause}, document: The Tekst }`,
      `  - { key: b, ${clause}, document: USE_POLICY }`,
      `  - { key: c, ${clause}, document: The Text, source: nowhere }`,
      `  - { key: d, ${clause}, asOf: 2026 }`,
    );
    const problems = await problemsOf({ 'licenses/l.yaml': text });
    const lines = problems.map(({ line, code, message }) => `${line} ${code} ${message}`);
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "8 dangling-reference there is no "The Tekst" among the documents; did you mean "The Text"?
      9 dangling-reference there is no "USE_POLICY" among the documents
      10 dangling-reference there is no "nowhere" in sources
      11 partial-citation expected a source with evidence and asOf; an entry without a source inherits all of \`cite\`"
    `);
  });

  it('say with which version of the activities they were read', async () => {
    const rest = 'effect: PERMITS, bindsDerivatives: COPIES, text: A grant.';
    const clauses = [
      'clauses:',
      `  - { key: a, activities: ALL, ${rest} }`,
      `  - { key: b, activities: [RUN], activitiesVersion: 1, ${rest} }`,
      `  - { key: c, activities: ALL, activitiesVersion: 99, ${rest} }`,
    ];
    const lines = async (...texts: readonly string[]) => {
      const problems = await problemsOf({ 'licenses/l.yaml': entity('l', ...texts, ...clauses) });
      return problems.map(({ line, code, message }) => `${line} ${code} ${message}`).join('\n');
    };
    expect(await lines()).toMatchInlineSnapshot(`
      "7 missing-key expected activitiesVersion, here or for the whole file
      9 bad-value clauses.2.activitiesVersion: expected one of 1"
    `);
    expect(await lines('activitiesVersion: 1')).toMatchInlineSnapshot(
      `"10 bad-value clauses.2.activitiesVersion: expected one of 1"`,
    );
  });

  it('are listed where an activity came after their reading', async () => {
    const rest = 'effect: PERMITS, bindsDerivatives: COPIES, text: A grant.';
    const text = entity(
      'l',
      'activitiesVersion: 1',
      'clauses:',
      `  - { key: a, activities: ALL, ${rest} }`,
      `  - { key: b, activities: [RUN], ${rest} }`,
      `  - { key: c, activities: [SELL_OUTPUTS], ${rest} }`,
    );
    const { index } = await check({ ...readings, 'licenses/l.yaml': text });
    expect(checkActivities(index)).toEqual([]);
    const later = checkActivities(index, { ...activityVersions, SELL_OUTPUTS: 2 });
    const lines = later.map(({ line, severity, message }) => `${line} ${severity} ${message}`);
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "8 warning read with version 1 of the activities, before SELL_OUTPUTS: answers to those are UNKNOWN until the clause is read again
      9 warning read with version 1 of the activities, before SELL_OUTPUTS: answers to those are UNKNOWN until the clause is read again
      10 error SELL_OUTPUTS came after version 1 of the activities; expected the version that the clause was read with"
    `);
  });

  it('have keys of their own', async () => {
    const text = entity('l', 'clauses:', `  - { key: a, ${clause} }`, `  - { key: a, ${clause} }`);
    const problems = await problemsOf({ 'licenses/l.yaml': text });
    expect(placesOf(problems).join('\n')).toMatchInlineSnapshot(
      `"licenses/l.yaml:8:12 error bad-value"`,
    );
    expect(problems.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "clauses.1.key: "a" is listed twice",
      ]
    `);
  });
});
