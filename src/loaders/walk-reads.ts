import type { MaybePromise } from '../base/maybe-promise.ts';
import type { RelationRecord } from '../ontology/records.ts';
import type { CountedFan, RelationType } from '../ontology/relations.ts';
import type {
  LinkRow,
  Read,
  ReadResult,
  RouteSpec,
  SurroundingsSpec,
  WalkSpec,
} from '../store/reads.ts';
import { cacheKeys } from './cache-keys.ts';
import type { CachedReads } from './cached-reads.ts';
import type { Keyed } from './plan.ts';
import * as restsOn from './rests-on.ts';

/** Links without the degree of the neighbor. It changes with every relation of the neighbor. */
type PlainLinks = {
  readonly links: readonly Omit<LinkRow, 'neighborDegree'>[];
  readonly complete: boolean;
};
type Links = { readonly links: readonly LinkRow[]; readonly complete: boolean };

/** Reads for walks through the graph: paths, closures, neighborhoods. */
export class WalkReads {
  readonly #reads: CachedReads;
  readonly #findsRoutes: boolean;

  constructor(reads: CachedReads, findsRoutes: boolean) {
    this.#reads = reads;
    this.#findsRoutes = findsRoutes;
  }

  /** The links of an entity, for a walk; null for an unknown entity. */
  links(ownerId: string, plan: Keyed<WalkSpec>): MaybePromise<PlainLinks | null> {
    return this.#reads.cached<PlainLinks | null>(
      cacheKeys.links(ownerId, plan),
      () => this.#links(ownerId, plan),
      (found) => found?.links.length ?? 0,
      (found) => restsOn.ofLinks(ownerId, plan.spec, found),
    );
  }

  /** As `links`, but not cached, for a search that reads thousands of links and needs few. */
  passingLinks(ownerId: string, plan: Keyed<WalkSpec>): Promise<Links | null> {
    this.#reads.restOn(restsOn.ofWalk(plan.spec.types));
    return this.#links(ownerId, plan);
  }

  #links(ownerId: string, plan: Keyed<WalkSpec>): Promise<Links | null> {
    const { spec } = plan;
    return this.#reads.askOwner<Links | null>(
      cacheKeys.links('', plan),
      ownerId,
      null,
      (ownerIds) => {
        return { kind: 'links', ownerIds, spec };
      },
    );
  }

  /** The fans of an entity, not cached. */
  fans(ownerId: string, types: readonly RelationType[]): Promise<readonly CountedFan[]> {
    this.#reads.restOn(restsOn.ofWalk(types));
    const group = cacheKeys.fans('', types);
    return this.#reads.askOwner<readonly CountedFan[]>(group, ownerId, [], (ownerIds) => {
      return { kind: 'fans', ownerIds, types };
    });
  }

  /** The neighbor that the fans of each pair share, not cached. All have types of `fans`. */
  sharedNeighbors(pairs: Read<'sharedNeighbors'>['pairs']): Promise<ReadResult<'sharedNeighbors'>> {
    const read = { kind: 'sharedNeighbors', pairs } as const;
    return this.#reads.asked(cacheKeys.sharedNeighbors(pairs), read);
  }

  /**
   * The links of all shortest paths between two entities, in one read. Null if a walk along links
   * must find the best path. The page cache holds the chosen path, not these links.
   */
  routes(fromId: string, toId: string, plan: Keyed<RouteSpec>): MaybePromise<ReadResult<'routes'>> {
    if (!this.#findsRoutes) return null;
    this.#reads.restOn(restsOn.ofWalk(plan.spec.types));
    const read = { kind: 'routes', fromId, toId, ...plan.spec } as const;
    return this.#reads.asked(cacheKeys.routes(fromId, toId, plan), read);
  }

  /** What lies around an entity; null for an unknown one. */
  surroundings(
    ofId: string,
    plan: Keyed<SurroundingsSpec>,
  ): MaybePromise<ReadResult<'surroundings'>> {
    const read = { kind: 'surroundings', ofId, ...plan.spec } as const;
    const tags = (found: ReadResult<'surroundings'>) =>
      restsOn.ofSurroundings(ofId, plan.spec, found);
    return this.#reads.one(
      cacheKeys.surroundings(ofId, plan),
      read,
      tags,
      (found) => found?.length ?? 1,
    );
  }

  /**
   * The best relations of the types between the entities, by id: at most the limit and one more.
   */
  relationsAmong(
    ids: readonly string[],
    types: readonly RelationType[],
    limit: number,
  ): MaybePromise<readonly RelationRecord[]> {
    return this.#reads.one<readonly RelationRecord[]>(
      cacheKeys.relationsAmong(ids, types, limit),
      { kind: 'relationsAmong', ids, types, limit },
      () => restsOn.ofRelationsAmong(ids, types),
      (relations) => relations.length,
    );
  }
}
