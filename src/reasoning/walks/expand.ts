import type { Link } from '../../ontology/relations.ts';

/** Gives the links of each id. An id without links may be absent. */
export type Expand<Of = Link> = (
  ids: readonly string[],
) => Promise<ReadonlyMap<string, readonly Of[]>>;
