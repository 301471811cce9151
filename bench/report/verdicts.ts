import type { ServingResult } from '../serving/run.ts';
import { figure, times } from './markdown.ts';
import { rateOf, ratioOf, type Score } from './scores.ts';

/** One line for each aim: whether it was met, and where not. */
export function verdicts(result: ServingResult, scores: readonly Score[]): readonly string[] {
  const overNeo4j = scores.filter(({ bestPeer }) => bestPeer !== null);
  return [
    ratioVerdict('Cold, over Neo4j: at least 1.5 × the peer on each', overNeo4j, 'neo4j-off', 1.5),
    ratioVerdict(
      'Warm, revision asked every second (the default): at least 6 × the peer on each',
      overNeo4j,
      'neo4j-1000',
      6,
    ),
    ratioVerdict(
      'Warm, revision asked with every request: at least 6 × the peer on each',
      overNeo4j,
      'neo4j-0',
      6,
    ),
    ...['embedded-1000', 'embedded-1000-pages', 'embedded-off'].map((id) =>
      embeddedVerdict(scores, id),
    ),
    ...['neo4j-off', 'neo4j-1000-pages', 'embedded-off', 'embedded-1000-pages'].map((id) =>
      growthVerdict(result, id),
    ),
  ];
}

/** A line on an aim: whether it was met (null: not measured), and the reason. */
export function verdict(aim: string, met: boolean | null, because: string): string {
  const said = met === null ? 'not measured' : met ? 'met' : 'not met';
  return `- **${said}**: ${aim}. ${because}`;
}

function ratioVerdict(aim: string, scores: readonly Score[], id: string, wanted: number): string {
  const ratios = scores.map((score) => ({ id: score.cell.id, ratio: ratioOf(score, id) }));
  const short = ratios.filter(({ ratio }) => !(ratio >= wanted));
  const list = (of: typeof ratios) =>
    of.map((each) => `${each.id} ${times(each.ratio)}`).join(', ');
  if (ratios.length === 0) return verdict(aim, null, '');
  return short.length === 0
    ? verdict(aim, true, `${list(ratios)}.`)
    : verdict(aim, false, `Short on ${short.length} of ${ratios.length}: ${list(short)}.`);
}

function embeddedVerdict(scores: readonly Score[], id: string): string {
  const name = id.endsWith('off') ? 'cold' : id.endsWith('pages') ? 'pages kept' : 'answers kept';
  const aim = `Embedded, ${name}: at least 3,000 requests/s for 400 leaves over four levels, on one core`;
  const found = scores
    .find(({ cell }) => cell.id === '400-leaves')
    ?.measurements.find(({ entrant }) => entrant.id === id);
  if (found === undefined) return verdict(aim, null, '');
  const { median } = rateOf(found);
  return verdict(aim, median >= 3000, `${figure(median)} requests/s.`);
}

function growthVerdict({ growth }: ServingResult, id: string): string {
  const own = growth.filter(({ entrant }) => entrant.id === id);
  const title = own[0]?.entrant.title ?? id;
  const aim = `${title}: from a tenth of the data to all, a page costs at most 1.5 × as much`;
  if (own.length === 0) return verdict(aim, null, '');
  const dearest = own.reduce((a, b) => (b.cost.median > a.cost.median ? b : a));
  const met = own.every(({ cost }) => cost.median <= 1.5);
  return verdict(aim, met, `Most on ${dearest.cell}: ${times(dearest.cost.median)}.`);
}
