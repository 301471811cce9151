import { describe, expect, it } from 'vitest';
import { entity, placesOf, problemsOf } from '../seed-folder.ts';

const catalog = [
  'id: catalog',
  'title: Catalog',
  'exactNumbers: true',
  'states: [contextTokens, releasedOn]',
].join('\n');

const from = '{ source: catalog, evidence: SECONDARY, asOf: 2026';

describe('what a source states', () => {
  it('refuses a rounded context where the source writes numbers out', async () => {
    const problems = await problemsOf({
      'sources/catalog.yaml': catalog,
      'models/a.yaml': entity(
        'a',
        'facts:',
        '  contextTokens:',
        `    - ${from}, value: 1M }`,
        `    - ${from}, value: 1000001 }`,
        '    - { value: 1M, rank: DEPRECATED }',
      ),
    });
    expect(placesOf(problems)).toEqual(['models/a.yaml:8:7 error not-as-written']);
    expect(problems[0]?.message).toBe('"catalog" writes numbers out; expected digits, not 1M');
  });

  it('is refused as a citation for other statements, inherited or not', async () => {
    const problems = await problemsOf({
      'sources/catalog.yaml': catalog,
      'models/a.yaml': entity('a', 'facts:', '  totalParameters:', `    - ${from}, value: 7B }`),
      'models/b.yaml': entity('b', 'facts: { architecture: DENSE, releasedOn: 2026 }').replace(
        'source: readings',
        'source: catalog',
      ),
    });
    expect(placesOf(problems)).toEqual([
      'models/a.yaml:8:7 error not-in-source',
      'models/b.yaml:6:24 error not-in-source',
    ]);
    expect(problems[0]?.message).toBe(
      '"catalog" does not state totalParameters; it states contextTokens, releasedOn',
    );
  });
});
