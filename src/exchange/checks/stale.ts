import { spanOf } from '../../ontology/partial-date.ts';
import { propertyOf } from '../../ontology/properties.ts';
import { type SeedProblem, sortProblems } from '../seed-problems.ts';
import { dateText } from '../seeds/loose.ts';
import type { DraftCitation, EntityDraft } from '../seeds/seed-draft.ts';
import { problemIn, type SeedIndex } from '../seeds/seed-index.ts';
import type { SeedPath } from '../yaml-file.ts';

interface Stated extends DraftCitation {
  readonly path: SeedPath;
}

/** All statements of a file, with their names. */
function statedIn(entity: EntityDraft): readonly (readonly [string, Stated])[] {
  return [
    ...entity.facts.map((fact) => [propertyOf(fact.property).key, fact] as const),
    ...entity.edges.map((edge) => [`${edge.type} ${edge.to.slug}`, edge] as const),
    ...entity.faqs.map((faq) => ['faqs', faq] as const),
    ...entity.clauses.map((clause) => ['clauses', clause] as const),
  ];
}

/** The first day that a date may mean, since the statement may be that old. */
function dayOf(date: string | null): string {
  return date === null ? '' : spanOf(date).first;
}

/**
 * Warns about statements that were not checked since a day (YYYY-MM-DD), in the order of the files.
 * A statement was checked on its date, or when its source was last read.
 */
export function staleStatements(index: SeedIndex, since: string): readonly SeedProblem[] {
  const read = new Map(index.sources.map(({ id, data }) => [id, dateText(data.retrievedOn)]));
  const problems = index.entities.flatMap((entity) =>
    statedIn(entity).flatMap(([what, { source, asOf, path }]) => {
      const retrievedOn = source === null ? null : (read.get(source) ?? null);
      const looked = [dayOf(asOf), dayOf(retrievedOn)].sort().at(-1) ?? '';
      if (looked >= since) return [];
      const dates = `as of ${asOf ?? 'no date'}, "${source ?? ''}" read ${retrievedOn ?? 'never'}`;
      return [problemIn(entity.file, path, 'stale', `${what}: ${dates}`, 'warning')];
    }),
  );
  return sortProblems(problems);
}
