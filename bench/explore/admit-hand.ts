import { requestBytes } from '../client/connection.ts';
import { answersTo } from '../client/load.ts';
import { unmeasured } from '../serving/contest.ts';
import type { Entrant } from '../serving/entrant.ts';
import type { Findings } from '../serving/first-pass.ts';
import type { Measurement } from '../serving/measurement.ts';
import { normalizedAnswer } from '../workload/normalize.ts';
import type { Agreement, ExploreCell } from './cells.ts';

/**
 * Compares the answers of a cell's hand-written statement with ours. Null if there is no such
 * statement.
 */
export async function admitHand(
  cell: ExploreCell,
  entrant: Entrant,
  ours: Measurement,
  findings: Findings,
): Promise<Measurement | null> {
  if (cell.hand === null) return null;
  const { query, variables } = cell.hand;
  const requests = variables.map((each) => requestBytes(entrant.server.url, query, each));
  const bodies = await answersTo(entrant.server.url, requests);
  const exchanges = requests.map((request, key) => {
    return { request, expected: bodies[key] as Buffer };
  });
  bodies.forEach((body, key) => {
    const own = normalizedAnswer(ours.exchanges[key]?.expected.toString() ?? '');
    const other = normalizedAnswer(body.toString());
    if (cell.agreement !== 'none') findings.answers += 1;
    if (agree(cell.agreement, own, other, cell.wanted[key] ?? '')) return;
    const asked = JSON.stringify(variables[key]);
    throw new Error(
      `${cell.id}, ${asked}: by hand ${other.slice(0, 1500)}\ninstead of ${own.slice(0, 1500)}`,
    );
  });
  return unmeasured(cell, entrant, { cell: cell.id, spelling: cell.hand, exchanges });
}

function agree(agreement: Agreement, own: string, other: string, wanted: string): boolean {
  switch (agreement) {
    case 'rows':
      return own === other;
    case 'set':
      return slugsOf(own).join() === slugsOf(other).join();
    case 'found':
      return [own, other].every((body) => slugsOf(body).includes(wanted));
    case 'none':
      return true;
  }
}

function slugsOf(body: string): readonly string[] {
  return [...body.matchAll(/"slug":"([^"]+)"/g)].map(([, slug]) => slug ?? '').sort();
}
