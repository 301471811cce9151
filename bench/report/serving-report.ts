import { spreadOf } from '../measure/statistics.ts';
import { type Measurement, requestsOf } from '../serving/measurement.ts';
import type { ServingResult } from '../serving/run.ts';
import { machineLine } from './machine.ts';
import { figure, memoryTable, percent, spread, table, times } from './markdown.ts';
import { rateOf, ratioOf, type Score, scoresOf, unsafeRatioOf } from './scores.ts';
import { verdicts } from './verdicts.ts';

/** The whole report, in Markdown. */
export function servingReport(result: ServingResult): string {
  const scores = scoresOf(result);
  return [
    '# Serving, side by side with @neo4j/graphql 7.6.3',
    machineLine(result.full.neo4j.version, result.pinned),
    conditions(result),
    '## Aims',
    verdicts(result, scores).join('\n'),
    '## Over Neo4j: requests per second, and times the best of the peer',
    summary(scores.filter(({ bestPeer }) => bestPeer !== null)),
    '## Every server',
    'Requests per second and p99 in milliseconds: median of the rounds [least–most]. Processor time of one request, in the server and in Neo4j. Statements as counted during the rounds (the peer: once by capturing); database hits of one request by PROFILE; hits of the page cache, and requests answered by a whole answer that was kept.',
    ...scores.map((score) => cellTable(result, score)),
    '## Growth: cost of a page on the full graph over its cost on a tenth of it',
    growthTable(result),
    '## Memory, resident, after all rounds',
    memoryTable(result.memory),
    '',
  ].join('\n\n');
}

function conditions({ options, full, small, findings }: ServingResult): string {
  const { rounds, roundSeconds, growthRounds, growthSeconds, connections } = options;
  return [
    `Data: generated, ${figure(full.terms)} terms and ${figure(full.relations)} relations, hubs of ${figure(full.hubRelations)}; and a tenth of it, ${figure(small.terms)} terms and ${figure(small.relations)} relations. No claims.`,
    `Load: ${connections} connections, each waiting for its answer; ${rounds} rounds of ${roundSeconds} s, interleaved, after one to warm up; growth ${growthRounds} rounds of ${growthSeconds} s on both sizes in turns.`,
    `Bodies: before any figure ${figure(findings.answers)} answers, every key of every page from every server, were brought into one shape and had the same rows; under load every body was compared byte by byte.`,
    'Like for like: both over the same database, with the indexes that each needs, the same driver settings (pool 16, fetch size 1000), Yoga without log or limits on the body stream. Our reads are auto-commit and executed by graphql-js; our limits and metrics are on. The peer runs in three set-ups: managed transactions, executed by graphql-js (its defaults); auto-commit, executed by graphql-js, which is our contract; and auto-commit, compiled with @envelop/graphql-jit. The compiled one is not safe to offer: graphql-jit turns string literals of a document into code, so a client can run JavaScript in that server. It has a column of its own and counts nowhere else. Of the spellings of the peer of a page (lists, connections) the one that it answers fastest counts. "Best" is the safe set-up with the highest median.',
    ...findings.notes.map((note) => `Note: ${note}`),
  ].join('\n\n');
}

function summary(scores: readonly Score[]): string {
  const head = [
    'page',
    'peer, best safe',
    'cold',
    '×',
    '× the unsafe, compiled peer',
    'warm, asked with every request',
    '×',
    'warm, asked every second',
    '×',
    'pages alone',
    '×',
  ];
  return table(
    head,
    scores.map((score) => {
      const rate = (id: string) => {
        const found = score.measurements.find(({ entrant }) => entrant.id === id);
        return found === undefined ? '–' : figure(rateOf(found).median);
      };
      const best = score.bestPeer;
      const bestText =
        best === null ? '–' : `${figure(rateOf(best).median)} (${best.entrant.title.slice(6)})`;
      return [
        score.cell.title,
        bestText,
        rate('neo4j-off'),
        times(ratioOf(score, 'neo4j-off')),
        times(unsafeRatioOf(score, 'neo4j-off')),
        rate('neo4j-0'),
        times(ratioOf(score, 'neo4j-0')),
        rate('neo4j-1000'),
        times(ratioOf(score, 'neo4j-1000')),
        rate('neo4j-1000-pages'),
        times(ratioOf(score, 'neo4j-1000-pages')),
      ];
    }),
  );
}

function cellTable(result: ServingResult, score: Score): string {
  const head = [
    'server',
    'requests/s',
    'p99 ms',
    'CPU ms, server',
    'CPU ms, Neo4j',
    'statements',
    'of them revision',
    'database hits',
    'pages kept',
    'answers kept',
  ];
  const rows = score.measurements.map((measurement) => [
    measurement.entrant.title + spelled(measurement),
    spread(rateOf(measurement)),
    spread(spreadOf(measurement.rounds.map(({ p99 }) => p99))),
    ...processorColumns(measurement),
    ...workColumns(result, measurement),
  ]);
  return `### ${score.cell.title}\n\n${table(head, rows)}`;
}

function spelled({ entrant, spelling }: Measurement): string {
  return entrant.side === 'peer' ? ` (${spelling})` : '';
}

function processorColumns({ processor, entrant, ...measurement }: Measurement): readonly string[] {
  const milliseconds = 1000 / requestsOf(measurement);
  return [
    figure(processor.server * milliseconds),
    entrant.databasePid === null ? '–' : figure(processor.database * milliseconds),
  ];
}

function workColumns(result: ServingResult, measurement: Measurement): readonly string[] {
  const { entrant, cell, spelling, counts } = measurement;
  const work = result.work.get(cell.id);
  if (counts === null) {
    const peer = work?.peer.get(spelling);
    return [
      figure(peer?.statements ?? Number.NaN),
      '–',
      figure(peer?.hits ?? Number.NaN),
      '–',
      '–',
    ];
  }
  const requests = requestsOf(measurement);
  const { statements, revisionChecks, hits, misses, answerHits } = counts;
  const cached = !entrant.id.endsWith('-off');
  const databaseHits = entrant.id === 'neo4j-off' ? (work?.ours.hits ?? Number.NaN) : Number.NaN;
  return [
    figure(statements / requests),
    figure(revisionChecks / requests),
    figure(databaseHits),
    cached && hits + misses > 0 ? percent(hits, hits + misses) : cached ? '–' : 'off',
    cached ? percent(answerHits, requests) : 'off',
  ];
}

function growthTable({ growth }: ServingResult): string {
  const entrants = [...new Map(growth.map(({ entrant }) => [entrant.id, entrant])).values()];
  const cells = [...new Set(growth.map(({ cell }) => cell))];
  return table(
    ['page', ...entrants.map(({ title }) => title)],
    cells.map((cell) => [
      cell,
      ...entrants.map(({ id }) => {
        const found = growth.find((each) => each.cell === cell && each.entrant.id === id);
        return found === undefined ? '–' : spread(found.cost);
      }),
    ]),
  );
}
