import { describe, expect, it } from 'vitest';
import {
  formatProblems,
  problemsToJson,
  type SeedProblem,
} from '../../src/exchange/seed-problems.ts';

const problem = (file: string, line: number, severity: SeedProblem['severity']): SeedProblem => ({
  file,
  line,
  column: 3,
  severity,
  code: 'a-rule',
  message: 'expected\n  this',
});
const problems = [
  problem('seeds/b.yaml', 2, 'warning'),
  problem('seeds/a.yaml', 10, 'error'),
  problem('seeds/a.yaml', 9, 'error'),
  problem('seeds/a.yaml', 9, 'error'),
];

describe('writing problems', () => {
  it('gives each its line, files apart, and counts them', () => {
    expect(formatProblems(problems.slice(0, 3))).toBe(
      [
        'seeds/a.yaml:9:3 error a-rule  expected this',
        'seeds/a.yaml:10:3 error a-rule  expected this',
        '',
        'seeds/b.yaml:2:3 warning a-rule  expected this',
        '',
        '2 errors, 1 warning.',
      ].join('\n'),
    );
  });

  it('says so where there are none', () => {
    expect(formatProblems([])).toBe('No problems found.');
  });

  it('gives the same as JSON, sorted and each once', () => {
    const report = JSON.parse(problemsToJson(problems)) as { problems: SeedProblem[] };
    expect(report).toMatchObject({ errors: 2, warnings: 1 });
    expect(report.problems.map(({ file, line }) => [file, line])).toEqual([
      ['seeds/a.yaml', 9],
      ['seeds/a.yaml', 10],
      ['seeds/b.yaml', 2],
    ]);
  });
});
