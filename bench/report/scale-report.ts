import type { Asked } from '../scale/ask.ts';
import type { ScaleResult } from '../scale/run.ts';
import { machineLine } from './machine.ts';
import { figure, megabytes, table, times } from './markdown.ts';

/**
 * The report on a hub of models: loading, start, memory, and the cost of every operation at each
 * size. `beside` says what else ran on the machine.
 */
export function scaleReport(results: readonly ScaleResult[], beside: string): string {
  const sizes = results.map(({ store, models }) => `${number(models)} models, ${store}`);
  const row = (name: string, cell: (found: ScaleResult) => string) => [name, ...results.map(cell)];
  const rate = (things: number, seconds: number) => number(Math.round(things / seconds));
  const embedded = results.filter(({ store }) => store === 'embedded');
  const tables = Object.keys(embedded.at(-1)?.tables ?? {});
  return [
    '# A hub of models',
    '',
    machineLine(null, false),
    `Other load on the machine: ${beside}. Seconds depend on other load. Processor seconds, statements and database hits hardly do.`,
    '',
    '## Loading, start, memory',
    '',
    table(
      ['', ...sizes],
      [
        row('entities', ({ entities }) => number(entities)),
        row('relations', ({ relations }) => number(relations)),
        row('claims', ({ claims }) => number(claims)),
        row('classes of models', ({ classes }) => number(classes)),
        row('reading, seconds', ({ readSeconds }) => figure(readSeconds)),
        row('load with reading, seconds', ({ loadSeconds }) => figure(loadSeconds)),
        row('processor seconds', ({ loadProcessorSeconds }) => figure(loadProcessorSeconds)),
        row('entities a second', ({ entities, loadSeconds }) => rate(entities, loadSeconds)),
        row('entities a processor second', ({ entities, loadProcessorSeconds }) =>
          rate(entities, loadProcessorSeconds),
        ),
        row('peak memory of the loader', ({ loadPeakBytes }) => megabytes(loadPeakBytes)),
        row('size on disk', ({ diskBytes }) => megabytes(diskBytes)),
        row('bytes for each entity', ({ diskBytes, entities }) => rate(diskBytes, entities)),
        row('start, milliseconds', ({ startSeconds }) => figure(1000 * startSeconds)),
        row('memory after all operations', ({ servedBytes }) => megabytes(servedBytes)),
      ],
    ),
    '',
    '## Bytes for each entity, by table with its indexes',
    '',
    table(
      ['table', ...embedded.map(({ models }) => `${number(models)} models`)],
      tables.map((name) => [
        name,
        ...embedded.map((found) => figure((found.tables[name] ?? 0) / found.entities)),
      ]),
    ),
    ...(['embedded', 'neo4j'] as const).flatMap((store) => {
      const own = results.filter((result) => result.store === store);
      return own.length === 0 ? [] : ['', `## Operations, ${store}`, '', operations(own)];
    }),
    ...results.filter(({ peer }) => peer.length > 0).flatMap(besidePeer),
    '',
  ].join('\n');
}

/** What the peer has of the operations, beside ours. */
function besidePeer({ models, asked, peer }: ScaleResult): readonly string[] {
  return [
    '',
    `## Beside @neo4j/graphql, ${number(models)} models`,
    '',
    'Both answer in their process, without HTTP and without a cache, with the same rows and numbers.',
    '',
    table(
      ['milliseconds: p50 / p99', 'ours', '@neo4j/graphql', 'database hits, ours', 'its'],
      peer.map(({ name, p50, p99, hits }) => {
        const ours = asked.find((each) => each.name === name);
        return [
          name,
          timesOf(ours),
          `${figure(p50)} / ${figure(p99)}`,
          figure(ours?.hits ?? Number.NaN),
          figure(hits),
        ];
      }),
    ),
  ];
}

/**
 * A row for each operation: its times at each size, their growth, the longest hold of the process,
 * statements and database hits.
 */
function operations(results: readonly ScaleResult[]): string {
  const [smallest, largest] = [results[0], results.at(-1)];
  const names = largest?.asked.map(({ name }) => name) ?? [];
  const head = [
    'milliseconds: p50 / p99',
    ...results.map(({ models }) => `${number(models)} models`),
    'growth of p50',
    'longest block of the process',
    'statements',
    ...(largest?.store === 'neo4j' ? ['database hits'] : []),
  ];
  return table(
    head,
    names.map((name) => {
      const at = (result: ScaleResult | undefined) =>
        result?.asked.find((each) => each.name === name);
      const last = at(largest);
      const grown = (last?.p50 ?? Number.NaN) / (at(smallest)?.p50 ?? Number.NaN);
      return [
        name,
        ...results.map((result) => timesOf(at(result))),
        results.length < 2 || last?.refused !== null ? '–' : times(grown),
        figure(last?.held ?? Number.NaN),
        figure(last?.statements ?? Number.NaN),
        ...(largest?.store === 'neo4j' ? [figure(last?.hits ?? Number.NaN)] : []),
      ];
    }),
  );
}

function timesOf(asked: Asked | undefined): string {
  if (asked === undefined) return '–';
  const spent = `${figure(asked.p50)} / ${figure(asked.p99)}`;
  return asked.refused === null ? spent : `${spent}, ${asked.refused}`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
