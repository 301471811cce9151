import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Exchange, type Round, runRound } from '../client/load.ts';
import { processorSeconds } from '../measure/processor-time.ts';
import { type Contestant, oursEmbedded } from '../servers/contestant.ts';
import { canPin, pinClient, type ServerProcess, startServer } from '../servers/process.ts';
import { checkedExchanges, type VerdictPage, verdictPages } from './pages.ts';
import { measurePureVerdicts, type PureVerdicts } from './pure-verdicts.ts';

export interface LicensingOptions {
  readonly rounds: number;
  readonly roundSeconds: number;
  /** The number of connections that send requests at the same time. */
  readonly connections: number;
  readonly log: (text: string) => void;
}

/** The measurement of one page on one server. */
export interface PageMeasurement {
  readonly page: VerdictPage;
  readonly contestant: Contestant;
  readonly server: ServerProcess;
  readonly exchanges: readonly Exchange[];
  readonly rounds: Round[];
  /** The processor seconds that the server used in all rounds. */
  processor: number;
}

export interface LicensingResult {
  readonly options: LicensingOptions;
  readonly pinned: boolean;
  readonly pure: PureVerdicts;
  readonly pages: readonly PageMeasurement[];
  /** The number of answers that were compared before measuring. */
  readonly answers: number;
}

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));

/** Measures verdicts alone, then pages of verdicts over HTTP on the embedded store. */
export async function runLicensing(options: LicensingOptions): Promise<LicensingResult> {
  options.log('verdicts by themselves');
  const pure = measurePureVerdicts(options.roundSeconds);
  const pinned = await canPin();
  const folders: string[] = [];
  const servers: ServerProcess[] = [];
  try {
    const entered: [Contestant, ServerProcess][] = [];
    for (const revision of ['off', '1000'] as const) {
      const folder = await mkdtemp(join(tmpdir(), 'glossgraph-bench-'));
      folders.push(folder);
      // Cached answers would not measure verdicts.
      const kept = revision === 'off' ? 'answers' : 'pages';
      const contestant = oursEmbedded(folder, revision, kept, seeds);
      const server = await startServer(contestant.command, pinned);
      servers.push(server);
      entered.push([contestant, server]);
    }
    if (pinned) await pinClient();
    const pages: PageMeasurement[] = [];
    for (const page of verdictPages) {
      for (const [contestant, server] of entered) {
        const exchanges = await checkedExchanges(server.url, page);
        pages.push({ page, contestant, server, exchanges, rounds: [], processor: 0 });
      }
    }
    sameBodies(pages);
    await contest(pages, options);
    const answers = pages.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
    return { options, pinned, pure, pages, answers };
  } finally {
    for (const server of servers) await server.stop();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
}

/** Caches must not change answers: all servers give the same bytes for a page. */
function sameBodies(pages: readonly PageMeasurement[]): void {
  for (const { page, exchanges, contestant } of pages) {
    const first = pages.find((other) => other.page === page) as PageMeasurement;
    exchanges.forEach(({ expected }, index) => {
      if (first.exchanges[index]?.expected.equals(expected)) return;
      throw new Error(`${page.id}: ${contestant.title} gives another body`);
    });
  }
}

/** Measures in rounds through all pages. The order changes with each round. */
async function contest(pages: readonly PageMeasurement[], options: LicensingOptions) {
  const { rounds, roundSeconds, connections, log } = options;
  for (const { server, exchanges } of pages) {
    await runRound(server.url, exchanges, roundSeconds / 2, connections);
  }
  for (let round = 0; round < rounds; round++) {
    log(`round ${round + 1} of ${rounds}`);
    const start = round % pages.length;
    for (const each of [...pages.slice(start), ...pages.slice(0, start)]) {
      const before = await processorSeconds(each.server.pid);
      each.rounds.push(await runRound(each.server.url, each.exchanges, roundSeconds, connections));
      each.processor += (await processorSeconds(each.server.pid)) - before;
    }
  }
}
