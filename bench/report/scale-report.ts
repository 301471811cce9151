import type { ScaleResult } from '../scale/run.ts';
import { machineLine } from './machine.ts';
import { figure, megabytes, table } from './markdown.ts';

/** What loading, start and first pages cost at each size. */
export function scaleReport(results: readonly ScaleResult[]): string {
  const names = results[0]?.pages.map(({ name }) => name) ?? [];
  const sizes = results.map(({ models }) => `${models.toLocaleString('en-US')} models`);
  const row = (name: string, cell: (found: ScaleResult) => string) => [name, ...results.map(cell)];
  const rate = (things: number, seconds: number) =>
    Math.round(things / seconds).toLocaleString('en-US');
  const tables = Object.keys(results.at(-1)?.tables ?? {});
  return [
    '# A hub of models in an embedded file',
    '',
    machineLine(null, false),
    'Seconds depend on what else the machine does; seconds of processors hardly do.',
    '',
    '## Loading, start, memory',
    '',
    table(
      ['', ...sizes],
      [
        row('entities', ({ entities }) => entities.toLocaleString('en-US')),
        row('relations', ({ relations }) => relations.toLocaleString('en-US')),
        row('claims', ({ claims }) => claims.toLocaleString('en-US')),
        row('first reading, seconds', ({ readSeconds }) => figure(readSeconds)),
        row('load with that, seconds', ({ loadSeconds }) => figure(loadSeconds)),
        row('of processors, seconds', ({ loadProcessorSeconds }) => figure(loadProcessorSeconds)),
        row('entities a second', ({ entities, loadSeconds }) => rate(entities, loadSeconds)),
        row('entities a second of a processor', ({ entities, loadProcessorSeconds }) =>
          rate(entities, loadProcessorSeconds),
        ),
        row('most memory of the load', ({ loadPeakBytes }) => megabytes(loadPeakBytes)),
        row('file', ({ diskBytes }) => megabytes(diskBytes)),
        row('bytes an entity', ({ diskBytes, entities }) => rate(diskBytes, entities)),
        row('start, milliseconds', ({ startSeconds }) => figure(1000 * startSeconds)),
        row('memory after the first pages', ({ servedBytes }) => megabytes(servedBytes)),
      ],
    ),
    '',
    '## Bytes an entity, by table with its indexes',
    '',
    table(
      ['table', ...sizes],
      tables.map((name) =>
        row(name, (found) => figure((found.tables[name] ?? 0) / found.entities)),
      ),
    ),
    '',
    '## First pages, in milliseconds: the first time, then the slowest of 20 more',
    '',
    table(
      ['page', ...sizes],
      names.map((name, place) =>
        row(name, ({ pages }) => {
          const { first = Number.NaN, slowestLater = Number.NaN } = pages[place] ?? {};
          return `${figure(first)}, ${figure(slowestLater)}`;
        }),
      ),
    ),
    '',
  ].join('\n');
}
