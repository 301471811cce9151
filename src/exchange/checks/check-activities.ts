import {
  type ActivityVersions,
  activitiesAfter,
  activityVersions,
} from '../../ontology/activity-versions.ts';
import type { SeedProblem } from '../seed-problems.ts';
import { problemIn, type SeedIndex } from '../seeds/seed-index.ts';

/**
 * Every clause must name the version of the activities that it was read with. Clauses that were
 * read before an activity was added are listed as warnings.
 */
export function checkActivities(
  index: SeedIndex,
  versions: ActivityVersions = activityVersions,
): readonly SeedProblem[] {
  return index.entities.flatMap(({ file, clauses }) =>
    clauses.flatMap(({ path, activities, activitiesVersion }) => {
      if (activitiesVersion === null) {
        const message = 'expected activitiesVersion, here or for the whole file';
        return [problemIn(file, path, 'missing-key', message)];
      }
      const later = activitiesAfter(activitiesVersion, versions);
      const listed = later.filter((activity) => activities.includes(activity));
      if (listed.length > 0) {
        const message = `${listed.join(', ')} came after version ${activitiesVersion} of the activities; expected the version that the clause was read with`;
        return [problemIn(file, [...path, 'activities'], 'later-activity', message)];
      }
      if (later.length === 0) return [];
      const message = `read with version ${activitiesVersion} of the activities, before ${later.join(', ')}: answers to those are UNKNOWN until the clause is read again`;
      return [problemIn(file, path, 'to-be-read-again', message, 'warning')];
    }),
  );
}
