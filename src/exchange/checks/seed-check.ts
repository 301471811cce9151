import { countErrors, type SeedProblem, sortProblems } from '../seed-problems.ts';
import { checkDocuments } from '../seeds/license-documents.ts';
import { SeedIndex } from '../seeds/seed-index.ts';
import type { SeedFiles } from '../seeds/seed-reader.ts';
import { checkShape } from '../seeds/seed-shape.ts';
import { checkActivities } from './check-activities.ts';
import { checkClaims } from './check-claims.ts';
import { checkDates } from './check-dates.ts';
import { checkEdges } from './check-edges.ts';
import { checkIdentity } from './check-identity.ts';
import { checkLineage } from './check-lineage.ts';
import { checkNames } from './check-names.ts';
import { checkReferences } from './check-references.ts';
import { checkSizes } from './check-sizes.ts';
import { checkSources } from './check-sources.ts';
import { checkStatements } from './check-statements.ts';
import { checkUnwritten } from './check-unwritten.ts';

/** Seeds with all their problems. They can be loaded if `ok` is true. */
export interface CheckedSeeds {
  readonly ok: boolean;
  /** Sorted by file and place. */
  readonly problems: readonly SeedProblem[];
  readonly index: SeedIndex;
}

/** Applies all rules to all files, and adds the problems of reading. Never throws. */
export function checkSeeds(seeds: SeedFiles, now = new Date()): CheckedSeeds {
  const index = new SeedIndex(seeds.files);
  const problems = sortProblems([
    ...seeds.problems,
    ...seeds.files.flatMap((file) => checkShape(file)),
    ...checkIdentity(index),
    ...checkNames(index),
    ...checkReferences(index),
    ...checkDocuments(index),
    ...checkActivities(index),
    ...checkEdges(index),
    ...checkClaims(index),
    ...checkSources(index),
    ...checkLineage(index),
    ...checkStatements(index),
    ...checkSizes(index),
    ...checkDates(index, now),
    ...checkUnwritten(index),
  ]);
  return { ok: countErrors(problems) === 0, problems, index };
}
