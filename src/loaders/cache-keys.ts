import type { FanAt, RelationType } from '../ontology/relations.ts';
import type { Artifact } from '../ontology/vocabulary.ts';
import type { Locator } from '../store/reads.ts';
import type { EdgeCountPlan, EdgePlan, PlannedSelection } from './plan.ts';

/**
 * All keys of the cache. A key names the cached thing and everything it depends on. The owner comes
 * last, since ids may contain any character.
 */
export const cacheKeys = {
  entity: (id: string, select: PlannedSelection) => `entity/${select.key}/${id}`,
  located: (locator: Locator, select: PlannedSelection) =>
    `located/${select.key}/${locatorKey(locator)}`,
  edges: (ownerId: string, plan: Pick<EdgePlan, 'key'>) => `edges/${plan.key}/${ownerId}`,
  edgeCount: (ownerId: string, plan: Pick<EdgeCountPlan, 'key'>) =>
    `edge-count/${plan.key}/${ownerId}`,
  list: (plan: Keyed) => `list/${plan.key}`,
  listCount: (plan: Keyed) => `list-count/${plan.key}`,
  facet: (plan: Keyed) => `facet/${plan.key}`,
  useClasses: (plan: Keyed) => `use-classes/${plan.key}`,
  classContents: (keys: readonly string[]) => `class-contents/${keys.join(' ')}`,
  record: (kind: 'relations' | 'sources' | 'claimsById', id: string) => `${kind}/${id}`,
  claims: (ownerId: string, plan: Keyed) => `claims/${plan.key}/${ownerId}`,
  claimCount: (ownerId: string, plan: Keyed) => `claim-count/${plan.key}/${ownerId}`,
  disagreements: (plan: Keyed) => `disagreements/${plan.key}`,
  disagreementCount: (plan: Keyed) => `disagreement-count/${plan.key}`,
  links: (ownerId: string, plan: Keyed) => `links/${plan.key}/${ownerId}`,
  fans: (ownerId: string, types: readonly RelationType[]) =>
    `fans/${JSON.stringify(types)}/${ownerId}`,
  sharedNeighbors: (pairs: readonly (readonly [FanAt, FanAt])[]) =>
    `shared-neighbors/${JSON.stringify(pairs)}`,
  routes: (fromId: string, toId: string, plan: Keyed) =>
    `routes/${plan.key}/${JSON.stringify([fromId, toId])}`,
  path: (fromId: string, toId: string, plan: Keyed) =>
    `path/${plan.key}/${JSON.stringify([fromId, toId])}`,
  surroundings: (ofId: string, plan: Keyed) => `surroundings/${plan.key}/${ofId}`,
  relationsAmong: (ids: readonly string[], types: readonly RelationType[], limit: number) =>
    `relations-among/${JSON.stringify([types, limit, ids])}`,
  latest: (limit: number) => `latest/${limit}`,
  graph: () => 'graph',
  binding: (modelId: string, artifact: Artifact, day: string) =>
    `binding/${artifact}/${day}/${modelId}`,
  verdict: (modelId: string, use: string) => `verdict/${use}/${modelId}`,
} as const;

interface Keyed {
  readonly key: string;
}

/** A unique text for a locator. */
export function locatorKey({ kind, key }: Locator): string {
  return `${kind}/${key}`;
}
