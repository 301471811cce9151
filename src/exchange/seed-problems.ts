import { compareText } from '../base/compare-text.ts';
import { shownText } from '../ontology/plain-text.ts';

/** A place in a file. Lines and columns count from 1. */
export interface SeedPosition {
  readonly line: number;
  readonly column: number;
}

/** A problem of a seed file: its place, and what was expected. */
export interface SeedProblem extends SeedPosition {
  readonly file: string;
  /** Errors prevent loading, warnings do not. */
  readonly severity: 'error' | 'warning';
  /** The stable name of the rule, in kebab case. */
  readonly code: string;
  readonly message: string;
}

function compareProblems(one: SeedProblem, other: SeedProblem): number {
  return (
    compareText(one.file, other.file) ||
    one.line - other.line ||
    one.column - other.column ||
    compareText(one.code, other.code) ||
    compareText(one.message, other.message)
  );
}

/** The problems by file and place, each once. */
export function sortProblems(problems: Iterable<SeedProblem>): readonly SeedProblem[] {
  const sorted = [...problems].sort(compareProblems);
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareProblems(before, problem) !== 0;
  });
}

export function countErrors(problems: readonly SeedProblem[]): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** One line for each problem, a blank line between files, and a count at the end. */
export function formatProblems(problems: readonly SeedProblem[]): string {
  if (problems.length === 0) return 'No problems found.';
  const sorted = sortProblems(problems);
  const lines = sorted.flatMap(({ file, line, column, severity, code, message }, index) => {
    const text = `${file}:${line}:${column} ${severity} ${code}  ${message.replace(/\s+/gu, ' ')}`;
    const shown = shownText(text);
    const before = sorted[index - 1];
    return before === undefined || before.file === file ? [shown] : ['', shown];
  });
  const errors = countErrors(sorted);
  const warnings = sorted.length - errors;
  return [...lines, '', `${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`].join('\n');
}

/** The problems as JSON, for editors and build servers. */
export function problemsToJson(problems: readonly SeedProblem[]): string {
  const sorted = sortProblems(problems);
  const errors = countErrors(sorted);
  const report = { errors, warnings: sorted.length - errors, problems: sorted };
  return `${JSON.stringify(report, null, 2)}\n`;
}
