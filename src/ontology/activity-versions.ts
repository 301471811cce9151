import type { Activity } from './use-vocabulary.ts';

// The vocabulary of activities grows. A clause says nothing about an activity that is newer than
// its reading, so it must be read again.

/** The version in which each activity was added; null means it is not in a version yet. */
export type ActivityVersions = Readonly<Record<Activity, number | null>>;

/** A new activity gets the next version. Every clause must then be read again. */
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

/** The activities of a version, which the reader of a clause knew. */
export function activitiesUpTo(
  version: number,
  versions: ActivityVersions = activityVersions,
): readonly Activity[] {
  return activitiesWhere(versions, (since) => since <= version);
}

/** The activities that were added after a version, or all of them without a version. */
export function activitiesAfter(
  version: number | undefined,
  versions: ActivityVersions = activityVersions,
): readonly Activity[] {
  return activitiesWhere(versions, (since) => version === undefined || since > version);
}
