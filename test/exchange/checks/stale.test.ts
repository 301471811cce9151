import { describe, expect, it } from 'vitest';
import { checkSeeds } from '../../../src/exchange/checks/seed-check.ts';
import { staleStatements } from '../../../src/exchange/checks/stale.ts';
import { readSeeds } from '../../../src/exchange/seeds/seed-reader.ts';
import { entity, inSeedFolder, placesOf, type SeedTexts, term } from '../seed-folder.ts';

const sources: SeedTexts = {
  'sources/readings.yaml': 'id: readings\ntitle: Readings\n',
  'sources/book.yaml': 'id: book\ntitle: Book\nretrievedOn: 2026-06-01\n',
};

async function staleSince(since: string, texts: SeedTexts) {
  return inSeedFolder({ ...sources, ...texts }, async (directory) => {
    const { index } = checkSeeds(await readSeeds(directory));
    return staleStatements(index, since).map((problem) => ({
      ...problem,
      file: problem.file.slice(directory.length + 1),
    }));
  });
}

describe('stale statements', () => {
  const model = {
    'models/a.yaml': entity(
      'a',
      'facts:',
      '  architecture: DENSE',
      '  releasedOn:',
      '    - { value: 2024, source: book, evidence: SECONDARY, asOf: 2020-01-01 }',
      '  totalParameters:',
      '    - { value: 7B, source: readings, evidence: SECONDARY, asOf: 2026 }',
      'relations: { EXEMPLIFIES: [b] }',
    ),
    'terms/b.yaml': term('b'),
  };

  it("uses the later of a statement's date and the reading of its source", async () => {
    // The facts and relations are of 2026-01-02. 2026 may mean its first day. The book was read in
    // June.
    expect(placesOf(await staleSince('2026-01-02', model))).toEqual([
      'models/a.yaml:11:7 warning stale',
    ]);
    const later = await staleSince('2026-01-03', model);
    expect(placesOf(later)).toContain('models/a.yaml:7:17 warning stale');
    expect(placesOf(later)).toContain('models/a.yaml:12:28 warning stale');
    expect(placesOf(later)).not.toContain('models/a.yaml:9:7 warning stale');
    expect(later.map(({ message }) => message)).toContain(
      'architecture: as of 2026-01-02, "readings" read never',
    );
    expect(await staleSince('2026-01-01', model)).toEqual([]);
    expect(placesOf(await staleSince('2026-06-02', model))).toContain(
      'models/a.yaml:9:7 warning stale',
    );
  });

  it('lists statements without a date, also clauses', async () => {
    const license = {
      'licenses/l.yaml': entity(
        'l',
        'documents: [{ kind: AGREEMENT, title: Text }]',
        'activitiesVersion: 1',
        'clauses:',
        '  - key: grant',
        '    effect: PERMITS',
        '    activities: ALL',
        '    bindsDerivatives: ALL',
        '    text: All is allowed.',
        'clausesComplete: true',
      ).replace(', asOf: 2026-01-02', ''),
    };
    const [problem, ...others] = await staleSince('2020-01-01', license);
    expect(others).toEqual([]);
    expect(problem?.message).toBe('clauses: as of no date, "readings" read never');
  });
});
