import { spanOf } from '../../ontology/partial-date.ts';
import { isPeriod } from '../../reasoning/claims/period.ts';
import type { SeedProblem } from '../seed-problems.ts';
import type { DraftCitation, DraftEdge, DraftFact, EntityDraft } from '../seeds/seed-draft.ts';
import { problemIn, type SeedIndex } from '../seeds/seed-index.ts';
import type { SeedPath } from '../yaml-file.ts';

/** The source of our own judgments, which have no evidence. Every other source needs evidence. */
const editorialSource = 'glossgraph-editorial';

function citationProblems(
  { file }: EntityDraft,
  { source, partial }: DraftCitation,
  path: SeedPath,
): SeedProblem[] {
  if (source === null) {
    const message = 'expected a source, here or in the `cite` of the file';
    return [problemIn(file, path, 'no-source', message)];
  }
  if (!partial) return [];
  const message =
    'expected a source with evidence and asOf; an entry without a source inherits all of `cite`';
  return [problemIn(file, path, 'partial-citation', message)];
}

function claimProblems(entity: EntityDraft, claim: DraftFact | DraftEdge): SeedProblem[] {
  const { file } = entity;
  const { path, rank, evidence, source } = claim;
  const problems = citationProblems(entity, claim, path);
  if (rank === 'PREFERRED' && evidence === 'MEMORY') {
    const message = 'evidence MEMORY cannot be PREFERRED: it is never the best value';
    problems.push(problemIn(file, [...path, 'rank'], 'preferred-memory', message));
  }
  if (source !== null && source !== editorialSource && evidence === null) {
    const message = `expected evidence: how "${source}" was read`;
    problems.push(problemIn(file, path, 'no-evidence', message, 'warning'));
  }
  return problems;
}

function periodProblems({ file }: EntityDraft, edge: DraftEdge): SeedProblem[] {
  const { since, until, path } = edge;
  if (since === null || until === null || isPeriod(edge)) return [];
  const message = `expected since (${spanOf(since).first}) before until (${spanOf(until).first})`;
  return [problemIn(file, [...path, 'since'], 'empty-period', message)];
}

/** The key of a statement. Two statements of one source with equal keys are duplicates. */
function statementKey(index: SeedIndex, entity: EntityDraft, claim: DraftFact | DraftEdge): string {
  const { source, artifact } = claim;
  if ('property' in claim) {
    return JSON.stringify([claim.property, artifact, claim.value, source]);
  }
  const { type, expression, since, until, method, to } = claim;
  const target = index.targetOf(entity, claim)?.file.file ?? to.slug;
  return JSON.stringify([type, target, artifact, expression, since, until, method, source]);
}

function repeatedStatements(index: SeedIndex, entity: EntityDraft): SeedProblem[] {
  const problems: SeedProblem[] = [];
  const seen = new Map<string, SeedPath>();
  for (const claim of [...entity.facts, ...entity.edges]) {
    if ('property' in claim && claim.value === null) continue;
    const key = statementKey(index, entity, claim);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, claim.path);
      continue;
    }
    const { line } = entity.file.yaml.locate(first);
    const message = `the source "${claim.source ?? ''}" states the same in line ${line}`;
    problems.push(problemIn(entity.file, claim.path, 'repeated-statement', message));
  }
  return problems;
}

/**
 * Every claim needs a source, a valid period and evidence fit for its rank, and must not be
 * repeated.
 */
export function checkClaims(index: SeedIndex): readonly SeedProblem[] {
  return index.entities.flatMap((entity) => [
    ...[...entity.facts, ...entity.edges].flatMap((claim) => claimProblems(entity, claim)),
    ...entity.faqs
      .filter(({ source }) => source === null)
      .flatMap((faq) => citationProblems(entity, faq, faq.path)),
    ...entity.clauses.flatMap((clause) => citationProblems(entity, clause, clause.path)),
    ...entity.edges.flatMap((edge) => periodProblems(entity, edge)),
    ...repeatedStatements(index, entity),
  ]);
}
