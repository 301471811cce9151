import type { ExploreCell } from '../explore/cells.ts';
import type { ExploreResult } from '../explore/run.ts';
import { latency, measurementOf, otherOf } from './explore-figures.ts';
import { figure, times } from './markdown.ts';
import { verdict } from './verdicts.ts';

/** One line for each aim: whether it was met, and where not. */
export function exploreVerdicts(result: ExploreResult): readonly string[] {
  return [
    ratioVerdict(result, 'neo4j-off', 'Cold, over Neo4j', 1.5),
    ratioVerdict(result, 'neo4j-1000-pages', 'Warm, over Neo4j', 6),
    latencyVerdict(result, 'path', 50),
    latencyVerdict(result, 'suggest', 5),
    ...['embedded-off', 'embedded-1000-pages', 'neo4j-off', 'neo4j-1000-pages'].map((id) =>
      growthVerdict(result, id),
    ),
  ];
}

function ratioVerdict(result: ExploreResult, id: string, name: string, wanted: number): string {
  const ratios = result.cells.flatMap((cell) => {
    const other = otherOf(result, cell);
    if (other === null || other.entrant.side !== 'peer') return [];
    const ours = latency(measurementOf(result, cell, id), 'p50');
    return [{ id: cell.id, ratio: latency(other, 'p50') / ours }];
  });
  const aim = `${name}: at least ${wanted} × the peer, by the median time, wherever it has the operation`;
  return overAll(
    aim,
    ratios,
    ({ ratio }) => ratio >= wanted,
    ({ ratio }) => times(ratio),
  );
}

function latencyVerdict(result: ExploreResult, id: string, most: number): string {
  const cell = result.cells.find((each) => each.id === id);
  const aim = `${id} on the embedded store: p99 at most ${most} ms`;
  if (cell === undefined) return verdict(aim, null, '');
  const found = ['embedded-off', 'embedded-1000-pages'].map((entrant) => {
    const name = entrant.endsWith('off') ? 'cold' : 'warm';
    return { id: name, p99: latency(measurementOf(result, cell, entrant), 'p99') };
  });
  return overAll(
    aim,
    found,
    ({ p99 }) => p99 <= most,
    ({ p99 }) => `${figure(p99)} ms`,
  );
}

function growthVerdict({ growth, cells }: ExploreResult, id: string): string {
  const bounded = new Set(cells.filter((cell) => cell.bounded).map((cell: ExploreCell) => cell.id));
  const own = growth
    .filter(({ entrant, cell }) => entrant.id === id && bounded.has(cell))
    .map(({ cell, cost }) => ({ id: cell, ratio: cost.median }));
  const title = growth.find(({ entrant }) => entrant.id === id)?.entrant.title ?? id;
  const aim = `${title} (${id.startsWith('embedded') ? 'embedded' : 'Neo4j'}): from a tenth of WordNet to all, a bounded page takes at most 1.5 × as long`;
  return overAll(
    aim,
    own,
    ({ ratio }) => ratio <= 1.5,
    ({ ratio }) => times(ratio),
  );
}

/** An aim for all items. Lists the items that miss it. */
function overAll<Item extends { readonly id: string }>(
  aim: string,
  items: readonly Item[],
  isMet: (item: Item) => boolean,
  say: (item: Item) => string,
): string {
  if (items.length === 0) return verdict(aim, null, '');
  const list = (of: readonly Item[]) => of.map((item) => `${item.id} ${say(item)}`).join(', ');
  const short = items.filter((item) => !isMet(item));
  return short.length === 0
    ? verdict(aim, true, `${list(items)}.`)
    : verdict(aim, false, `Short on ${short.length} of ${items.length}: ${list(short)}.`);
}
