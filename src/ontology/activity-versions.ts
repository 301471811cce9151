import type { Activity } from './use-vocabulary.ts';

// The vocabulary of activities grows. A clause says what its reader knew: nobody has asked yet
// whether it is about an activity that came later.

/** The version in which each activity came; null: not yet. */
export type ActivityVersions = Readonly<Record<Activity, number | null>>;

/** A new activity takes the next version, and every clause is to be read again for it. */
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

/** The versions that there have been, in order. */
export function versionsSoFar(versions: ActivityVersions = activityVersions): readonly number[] {
  const newest = Math.max(...Object.values(versions).map((version) => version ?? 0));
  return Array.from({ length: newest }, (_, index) => index + 1);
}

/** The activities that somebody knew who read a clause with a version. */
export function activitiesUpTo(
  version: number,
  versions: ActivityVersions = activityVersions,
): readonly Activity[] {
  return activitiesWhere(versions, (since) => since <= version);
}

/** The activities that came after a version; of records from before there were versions, all. */
export function activitiesAfter(
  version: number | undefined,
  versions: ActivityVersions = activityVersions,
): readonly Activity[] {
  return activitiesWhere(versions, (since) => version === undefined || since > version);
}
