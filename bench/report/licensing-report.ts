import type { LicensingResult, PageMeasurement } from '../licensing/run.ts';
import { uses } from '../licensing/uses.ts';
import { spreadOf } from '../measure/statistics.ts';
import { machineLine } from './machine.ts';
import { figure, spread, table } from './markdown.ts';
import { verdict } from './verdicts.ts';

const wantedVerdicts = 200_000;
const wantedPages = 500;
/** The server in its default settings, warm. */
const asServed = 'embedded-1000-pages';

/** The report on verdicts, in Markdown. */
export function licensingReport(result: LicensingResult): string {
  const { pure, pages, options, answers, pinned } = result;
  return [
    '# Verdicts on uses',
    machineLine(null, pinned),
    `Data: the seeds, ${pure.licenses} licenses with ${figure(pure.clauses)} clauses and ${pure.models} models; ${uses.length} uses in turns.`,
    `Load: ${options.connections} connections, each waiting for its answer; ${options.rounds} rounds of ${options.roundSeconds} s, interleaved, after a warm-up round. Before the measurement, ${figure(answers)} bodies were compared: every answer equals that of reasoning alone on the seed files, and both servers give the same bytes. Under load, every body was compared byte by byte.`,
    '## Aims',
    aims(result).join('\n'),
    '## Verdicts by themselves, on one core',
    table(
      ['verdict', 'per second of processor time'],
      pure.rates.map(({ what, perSecond }) => [what, figure(perSecond)]),
    ),
    '## Pages over HTTP, on the embedded store',
    'Cold: nothing is cached between requests, so every lineage and every verdict is computed again. Warm, the default: bindings and recent answers are cached as long as the graph does not change. New uses are a thousand uses in turns, more than the cache holds.',
    table(['page', 'server', 'requests/s', 'p99 ms', 'processor ms', 'bytes'], pages.map(rowOf)),
    '',
  ].join('\n\n');
}

function rowOf({ page, contestant, rounds, processor, exchanges }: PageMeasurement) {
  const requests = rounds.reduce((sum, round) => sum + round.requests, 0);
  const bytes = exchanges.reduce((sum, { expected }) => sum + expected.length, 0);
  return [
    page.title,
    contestant.title,
    spread(spreadOf(rounds.map(({ perSecond }) => perSecond))),
    spread(spreadOf(rounds.map(({ p99 }) => p99))),
    figure((processor * 1000) / requests),
    figure(bytes / exchanges.length),
  ];
}

function aims({ pure, pages }: LicensingResult): readonly string[] {
  const [alone, reasoned] = pure.rates;
  const clauseSets = [alone, reasoned].map((rate) => figure(rate?.perSecond ?? Number.NaN));
  return [
    verdict(
      `At least ${figure(wantedVerdicts)} clause-set verdicts/s on one core`,
      (alone?.perSecond ?? 0) >= wantedVerdicts,
      `${clauseSets[0]} the answer alone, ${clauseSets[1]} with reasons.`,
    ),
    ...pages
      .filter(({ contestant }) => contestant.id === asServed)
      .map(({ page, rounds }) => {
        const { median } = spreadOf(rounds.map(({ perSecond }) => perSecond));
        return verdict(
          `${page.title}, as served by default: at least ${wantedPages} requests/s`,
          median >= wantedPages,
          `${figure(median)} requests/s.`,
        );
      }),
  ];
}
