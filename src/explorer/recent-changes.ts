import type { Linked } from './addresses.ts';
import { type AskGraph, askFor, dataIn, UnansweredError } from './ask.ts';
import type { EntityKind } from './documents/types.ts';

/** An entity, with the time of its last change. */
export interface Changed extends Linked {
  readonly revision: number;
  readonly updatedAt: string;
}

export interface Recent {
  /** The latest first; null where there are too many entities to check. */
  readonly entities: readonly Changed[] | null;
  /** The number of entities. */
  readonly total: number;
}

/**
 * The graph has no list by time. All entities are checked once for each revision, up to this many.
 */
const most = 5000;
const shown = 200;

/** The variable with the cursor of each kind. */
const cursors = {
  TERM: 'afterTerms',
  MODEL: 'afterModels',
  LICENSE: 'afterLicenses',
  ORGANIZATION: 'afterOrganizations',
  TOOL: 'afterTools',
} as const satisfies Readonly<Record<EntityKind, string>>;
const kinds = Object.keys(cursors) as readonly EntityKind[];

/** Recently changed entities, collected once for each revision of the graph. */
export class RecentChanges {
  #revision: number | null = null;
  #found: Promise<Recent> | null = null;

  async of(ask: AskGraph): Promise<Recent> {
    const state = await askFor(ask, 'state', {});
    const graph = dataIn(state)?.graph ?? null;
    if (graph === null) throw new UnansweredError(state.errors);
    const total = graph.entities.reduce((sum, { count }) => sum + count, 0);
    if (total > most) return { entities: null, total };
    if (this.#found === null || this.#revision !== graph.revision) {
      this.#revision = graph.revision;
      this.#found = lookThrough(ask).then((entities) => ({ entities, total }));
      // A failed attempt is repeated.
      this.#found.catch(() => {
        this.#found = null;
      });
    }
    return this.#found;
  }
}

async function lookThrough(ask: AskGraph): Promise<readonly Changed[]> {
  const entities: Changed[] = [];
  const after = new Map<EntityKind, string | null>(kinds.map((kind) => [kind, null]));
  while (after.size > 0) {
    const found = await askFor(ask, 'changes', {
      withTerms: after.has('TERM'),
      withModels: after.has('MODEL'),
      withLicenses: after.has('LICENSE'),
      withOrganizations: after.has('ORGANIZATION'),
      withTools: after.has('TOOL'),
      ...Object.fromEntries([...after].map(([kind, cursor]) => [cursors[kind], cursor])),
    });
    const data = dataIn(found);
    if (data === null || found.errors.length > 0) throw new UnansweredError(found.errors);
    for (const kind of [...after.keys()]) {
      const list = data[kind] ?? null;
      entities.push(...(list?.nodes ?? []));
      if (list?.pageInfo.hasNextPage) after.set(kind, list.pageInfo.endCursor);
      else after.delete(kind);
    }
  }
  return entities
    .sort((one, other) => other.revision - one.revision || (one.name < other.name ? -1 : 1))
    .slice(0, shown);
}
