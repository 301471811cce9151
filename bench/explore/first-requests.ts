import { residentBytes } from '../measure/memory.ts';
import type { Entrant } from '../serving/entrant.ts';
import type { ExploreCell } from './cells.ts';

/** The cost of the first request of a kind, which builds an index for all later ones. */
export interface FirstRequest {
  readonly server: string;
  readonly cell: string;
  readonly milliseconds: number;
  readonly residentBefore: number;
  readonly residentAfter: number;
}

/** One operation for each index that is built on first use, in the order of the cells. */
const building = ['suggest', 'search-words', 'annotate'];

/** Sends the first requests to each of our servers, before any others. */
export async function firstRequests(
  cells: readonly ExploreCell[],
  entrants: readonly Entrant[],
): Promise<readonly FirstRequest[]> {
  const found: FirstRequest[] = [];
  for (const { side, title, server } of entrants) {
    if (side !== 'ours') continue;
    for (const id of building) {
      const ours = cells.find((cell) => cell.id === id)?.ours;
      if (ours === undefined) continue;
      const residentBefore = await residentBytes(server.pid);
      const begun = performance.now();
      const body = JSON.stringify({ query: ours.query, variables: ours.variables[0] });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(server.url, { method: 'POST', headers, body });
      const answer = (await response.json()) as { readonly errors?: unknown };
      if (answer.errors !== undefined) throw new Error(`${title}: ${JSON.stringify(answer)}`);
      const milliseconds = performance.now() - begun;
      const residentAfter = await residentBytes(server.pid);
      found.push({ server: title, cell: id, milliseconds, residentBefore, residentAfter });
    }
  }
  return found;
}
