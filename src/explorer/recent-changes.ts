import type { Linked } from './addresses.ts';
import { type AskGraph, askFor, dataIn, UnansweredError } from './ask.ts';

/** An entity and its last change. */
export interface Changed extends Linked {
  readonly revision: number;
  readonly updatedAt: string;
}

export interface Recent {
  /** The latest first. */
  readonly entities: readonly Changed[];
  /** The number of entities in the graph. */
  readonly total: number;
}

const shown = 200;

/** The entities that changed last. */
export async function recentChanges(ask: AskGraph): Promise<Recent> {
  const found = await askFor(ask, 'changes', { limit: shown });
  const { recentChanges: changed, graph } = dataIn(found) ?? {};
  if (changed == null || graph == null) throw new UnansweredError(found.errors);
  const entities = changed
    .filter((entity) => entity !== null)
    .sort((one, other) => other.revision - one.revision || (one.name < other.name ? -1 : 1));
  return { entities, total: graph.entities.reduce((sum, { count }) => sum + count, 0) };
}
