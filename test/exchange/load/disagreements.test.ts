import { describe, expect, it } from 'vitest';
import { zDisagreementRecord } from '../../../src/ontology/disagreement.ts';
import { seedsToDataset } from '../../support/dataset.ts';
import { check, entity, readings, type SeedTexts, term } from '../seed-folder.ts';

const other = { 'sources/other.yaml': 'id: other\ntitle: Other\nurl: https://example.org\n' };
const byOther = 'source: other, evidence: SECONDARY, asOf: 2026-02';

/** A license with one clause, which grants everything or forbids an activity. */
function license(id: string, effect: 'PERMITS' | 'FORBIDS', ...more: readonly string[]): string {
  const clause = (key: string, of: string, activities: string) =>
    `  - { key: ${key}, effect: ${of}, activities: ${activities}, bindsDerivatives: ALL, text: It says so. }`;
  return entity(
    id,
    'documents: [{ kind: AGREEMENT, title: Text }]',
    'activitiesVersion: 1',
    'clauses:',
    clause('grant', 'PERMITS', 'ALL'),
    ...(effect === 'FORBIDS' ? [clause('ban', 'FORBIDS', '[HOST_AS_SERVICE]')] : []),
    'clausesComplete: true',
    ...more,
  );
}

const licenses: SeedTexts = {
  'licenses/free.yaml': license('free', 'PERMITS', 'facts: { osiApproved: true }'),
  'licenses/liberal.yaml': license('liberal', 'PERMITS', 'facts: { osiApproved: true }'),
  'licenses/unapproved.yaml': license('unapproved', 'PERMITS', 'facts: { osiApproved: false }'),
  'licenses/strict.yaml': license('strict', 'FORBIDS', 'facts: { osiApproved: true }'),
};

async function disagreementsOf(texts: SeedTexts) {
  const checked = await check({ ...readings, ...other, ...licenses, ...texts });
  expect(checked.problems).toEqual([]);
  const { disagreements, claims } = seedsToDataset(checked);
  for (const record of disagreements) zDisagreementRecord.strict().parse(record);
  const textOf = new Map(claims.map(({ id, valueText, rank }) => [id, `${valueText} ${rank}`]));
  return disagreements
    .toSorted((one, two) => (one.sort < two.sort ? -1 : 1))
    .map(({ id: _, sort, claimIds, kind, ...rest }) => ({
      ...rest,
      claims: claimIds.map((id) => textOf.get(id)),
    }));
}

/** The disagreement about a model if two sources state different licenses. */
async function betweenLicenses(one: string, two: string, rank = 'NORMAL', more = '') {
  const [found, ...others] = await disagreementsOf({
    'models/m.yaml': entity(
      'm',
      'relations:',
      '  LICENSED_UNDER:',
      `    - { to: ${one}, artifact: WEIGHTS${more} }`,
      `    - { to: ${two}, artifact: WEIGHTS, ${byOther}, rank: ${rank}${more} }`,
    ),
  });
  expect(others).toEqual([]);
  return found;
}

describe('what the sources disagree about', () => {
  it('changes a verdict where a use is allowed by one license and not by the other', async () => {
    expect(await betweenLicenses('free', 'strict')).toEqual({
      subjectId: 'Model:m',
      property: 'LICENSED_UNDER',
      artifact: 'WEIGHTS',
      consequence: 'VERDICT',
      contested: true,
      effects: [
        'hosting it as a service: ALLOWED by Name of free; NOT_ALLOWED by Name of strict',
        'hosting it as a service, by a large business: ALLOWED by Name of free; NOT_ALLOWED by Name of strict',
      ],
      claims: ['Name of free NORMAL', 'Name of strict NORMAL'],
    });
  });

  it('is settled if one side is deprecated, but stays on record', async () => {
    expect(await betweenLicenses('free', 'strict', 'DEPRECATED')).toMatchObject({
      consequence: 'VERDICT',
      contested: false,
      claims: ['Name of free NORMAL', 'Name of strict DEPRECATED'],
    });
  });

  it('changes the license alone where all answers are the same', async () => {
    expect(await betweenLicenses('free', 'liberal')).toMatchObject({
      consequence: 'LICENSE',
      effects: ['license: Name of free; Name of liberal'],
    });
    // A verdict on openness is listed as well.
    expect(await betweenLicenses('free', 'unapproved')).toMatchObject({
      consequence: 'LICENSE',
      effects: [
        'OSAID_1_0: UNKNOWN by Name of free; FAILS by Name of unapproved',
        'OSI_APPROVED_LICENSE: MEETS by Name of free; FAILS by Name of unapproved',
        'license: Name of free; Name of unapproved',
      ],
    });
  });

  it('is judged on a day for which both speak', async () => {
    const found = await betweenLicenses('free', 'strict', 'NORMAL', ', until: 2025-06-01');
    expect(found?.consequence).toBe('VERDICT');
  });

  it('do not include claims for successive periods', async () => {
    const found = await disagreementsOf({
      'models/m.yaml': entity(
        'm',
        'relations:',
        '  LICENSED_UNDER:',
        '    - { to: free, artifact: WEIGHTS, until: 2025-03-25 }',
        `    - { to: strict, artifact: WEIGHTS, since: 2025-03-25, ${byOther} }`,
      ),
    });
    expect(found).toEqual([]);
  });

  it('changes openness, the value shown, or nothing', async () => {
    const fact = (key: string, one: string, two: string, more = '') =>
      `  ${key}: [{ ${one} }, { ${two}, ${byOther}${more} }]`;
    const found = await disagreementsOf({
      'licenses/doubtful.yaml': license('doubtful', 'PERMITS').replace(
        'clausesComplete',
        `facts:\n${fact('osiApproved', 'value: true', 'value: false')}\nclausesComplete`,
      ),
      'models/m.yaml': entity(
        'm',
        'facts:',
        fact('availability', 'artifact: WEIGHTS, value: OPEN', 'artifact: WEIGHTS, value: CLOSED'),
        fact('contextTokens', 'value: 128K', 'value: 1M'),
        fact('totalParameters', 'value: 7B', 'value: 70B', ', rank: DEPRECATED'),
        fact('activeParameters', 'value: 7B', 'value: 7.1B'),
      ),
    });
    expect(
      found.map(({ property, consequence, contested }) => [property, consequence, contested]),
    ).toEqual([
      ['AVAILABILITY', 'OPENNESS', true],
      ['OSI_APPROVED', 'OPENNESS', true],
      ['CONTEXT_TOKENS', 'BEST_VALUE', true],
      ['TOTAL_PARAMETERS', 'NONE', false],
    ]);
    expect(found[0]?.effects).toContain('OPEN_WEIGHTS: MEETS by OPEN; FAILS by CLOSED');
  });

  it('changes what comes along from an ancestor with the date of a release', async () => {
    const found = await disagreementsOf({
      'models/base.yaml': entity(
        'base',
        'relations:',
        '  LICENSED_UNDER:',
        '    - { to: free, artifact: WEIGHTS, until: 2025-03-25 }',
        '    - { to: strict, artifact: WEIGHTS, since: 2025-03-25 }',
      ),
      'models/m.yaml': entity(
        'm',
        `facts:\n  releasedOn: [{ value: 2025-01-02 }, { value: 2025-09-09, ${byOther} }]`,
        'relations:',
        '  LICENSED_UNDER: [{ to: free, artifact: WEIGHTS }]',
        '  DERIVED_FROM: [{ to: base, method: FINETUNE }]',
      ),
    });
    expect(found).toMatchObject([{ property: 'RELEASED_ON', consequence: 'VERDICT' }]);
    expect(found[0]?.effects).toContain(
      'hosting it as a service: ALLOWED by 2025-01-02; NOT_ALLOWED by 2025-09-09',
    );
  });

  it('are the texts of a term, too', async () => {
    const found = await disagreementsOf({
      'terms/t.yaml': term('t').replace(
        'definition: What it means.',
        `definition: [{ value: What it means. }, { value: Something else., ${byOther} }]`,
      ),
    });
    expect(found).toMatchObject([{ property: 'DEFINITION', consequence: 'BEST_VALUE' }]);
  });
});
