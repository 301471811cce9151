import { compareText } from '../../../base/compare-text.ts';
import { shownText } from '../../../ontology/plain-text.ts';
import type { Place } from '../../../vocab/rdf/node-index.ts';

/** What is wrong with a file of RDF, or might be. */
export interface RdfProblem extends Place {
  /** Errors keep all from being loaded; warnings do not. */
  readonly severity: 'error' | 'warning';
  /** A stable name of the rule in kebab case; of SKOS's integrity conditions their own: "S14". */
  readonly code: string;
  readonly message: string;
}

/** A file that cannot be read any further. */
export class UnreadableRdf extends Error {
  readonly problem: RdfProblem;
  constructor(problem: Omit<RdfProblem, 'severity'>) {
    super(problem.message);
    this.name = 'UnreadableRdf';
    this.problem = { ...problem, severity: 'error' };
  }
}

/** So many problems of one kind are told one by one. */
const toldOfEach = 5;

/** The problems by severity, file and place: a line each, of many of one kind the first. */
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
