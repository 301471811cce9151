import { residentBytes } from '../measure/memory.ts';
import type { Entrant } from '../serving/entrant.ts';
import type { ExploreCell } from './cells.ts';

/** What the first request of a kind took, which builds what all later ones use. */
export interface FirstRequest {
  readonly server: string;
  readonly cell: string;
  readonly milliseconds: number;
  readonly residentBefore: number;
  readonly residentAfter: number;
}

/** One operation for each index that is built when it is first needed, in the order of the cells. */
const building = ['suggest', 'search-words', 'annotate'];

/** Asks each of our servers for the first time, before anything else does. */
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
