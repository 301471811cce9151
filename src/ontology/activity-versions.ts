import type { Activity } from './use-vocabulary.ts';

// The vocabulary of activities grows. A clause is about the activities that its reader knew. For an
// activity that came later, the clause has to be read again.

/** The version in which each activity was added; null: it is not part of a version yet. */
export type ActivityVersions = Readonly<Record<Activity, number | null>>;

/** A new activity gets the next version. Every clause has to be read again for it. */
export const activityVersions: ActivityVersions = {
  RUN: 1,
  FINE_TUNE: 1,
  OFFER_PRODUCT: 1,
  HOST_AS_SERVICE: 1,
  REDISTRIBUTE: 1,
  TRAIN_ON_OUTPUTS: 1,
  SELL_OUTPUTS: 1,
  USE_HOSTED_PRODUCT: 1,
};

function activitiesWhere(
  versions: ActivityVersions,
  test: (version: number) => boolean,
): readonly Activity[] {
  return (Object.keys(versions) as Activity[]).filter((activity) => {
    const version = versions[activity];
    return version !== null && test(version);
  });
}

/** All versions so far, in order. */
export function versionsSoFar(versions: ActivityVersions = activityVersions): readonly number[] {
  const newest = Math.max(...Object.values(versions).map((version) => version ?? 0));
  return Array.from({ length: newest }, (_, index) => index + 1);
}

/** The activities that the reader of a clause knew, by the version that the reader used. */
export function activitiesUpTo(
  version: number,
  versions: ActivityVersions = activityVersions,
): readonly Activity[] {
  return activitiesWhere(versions, (since) => since <= version);
}

/** The activities that were added after a version. Without a version: all of them. */
export function activitiesAfter(
  version: number | undefined,
  versions: ActivityVersions = activityVersions,
): readonly Activity[] {
  return activitiesWhere(versions, (since) => version === undefined || since > version);
}
