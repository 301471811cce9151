import { compareText } from '../../../base/compare-text.ts';
import { shownText } from '../../../ontology/plain-text.ts';
import type { Place } from '../../../vocab/rdf/node-index.ts';

/** A problem of an RDF file. */
export interface RdfProblem extends Place {
  /** Errors prevent the import. Warnings do not. */
  readonly severity: 'error' | 'warning';
  /**
   * The stable name of the rule, in kebab case. Conditions of SKOS keep their own names, such as
   * "S14".
   */
  readonly code: string;
  readonly message: string;
}

/** A file that cannot be read to its end. */
export class UnreadableRdf extends Error {
  readonly problem: RdfProblem;
  constructor(problem: Omit<RdfProblem, 'severity'>) {
    super(problem.message);
    this.name = 'UnreadableRdf';
    this.problem = { ...problem, severity: 'error' };
  }
}

/** The most problems of one kind that are listed. */
const toldOfEach = 5;

/**
 * The problems by severity, file and place, one line each. Only the first problems of each kind are
 * listed.
 */
export function formatRdfProblems(problems: readonly RdfProblem[]): string {
  const sorted = [...problems].sort(
    (one, other) =>
      compareText(one.severity, other.severity) ||
      compareText(one.file, other.file) ||
      compareText(one.code, other.code) ||
      (one.line ?? 0) - (other.line ?? 0),
  );
  const told = new Map<string, number>();
  const lines: string[] = [];
  for (const [index, problem] of sorted.entries()) {
    const kind = kindOf(problem);
    const count = (told.get(kind) ?? 0) + 1;
    told.set(kind, count);
    if (count <= toldOfEach) lines.push(lineOf(problem));
    const next = sorted[index + 1];
    const more = count - toldOfEach;
    if (more > 0 && (next === undefined || kindOf(next) !== kind)) {
      lines.push(`${problem.file} ${problem.severity} ${problem.code}  and ${more} more of these`);
    }
  }
  return lines.join('\n');
}

function kindOf({ severity, file, code }: RdfProblem): string {
  return `${severity} ${file} ${code}`;
}

function lineOf({ file, line, severity, code, message }: RdfProblem): string {
  const place = line === null ? file : `${file}:${line}`;
  return shownText(`${place} ${severity} ${code}  ${message.replace(/\s+/gu, ' ')}`);
}
