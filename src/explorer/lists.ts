import { type AskGraph, askFor, UnansweredError } from './ask.ts';
import type { EntityKind } from './documents/types.ts';
import type { Listed } from './pages/list.tsx';

const documents = {
  TERM: 'terms',
  MODEL: 'models',
  LICENSE: 'licenses',
  ORGANIZATION: 'organizations',
  TOOL: 'tools',
} as const satisfies Readonly<Record<EntityKind, string>>;

export interface List {
  readonly entities: readonly Listed[];
  readonly total: number | null;
  /** The start of the next part; null at the end. */
  readonly next: string | null;
  /** A problem with the given start, or null. */
  readonly problem: string | null;
}

/**
 * About `size` entities of a kind by name. Several pages of the graph make one page of the list.
 */
export async function listFrom(
  ask: AskGraph,
  kind: EntityKind,
  after: string | null,
  size: number,
): Promise<List> {
  const entities: Listed[] = [];
  let next = after;
  let total: number | null = null;
  do {
    const { data, errors } = await askFor(ask, documents[kind], { after: next });
    const list = data?.list ?? null;
    if (list === null) {
      const [error] = errors;
      if (next === null || error?.extensions?.code !== 'BAD_USER_INPUT') {
        throw new UnansweredError(errors);
      }
      const fresh = await listFrom(ask, kind, null, size);
      return { ...fresh, problem: `${error.message} The list is shown from its beginning.` };
    }
    entities.push(...list.nodes);
    total = list.totalCount;
    next = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
  } while (next !== null && entities.length < size);
  return { entities, total, next, problem: null };
}
