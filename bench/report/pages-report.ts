import { spreadOf } from '../measure/statistics.ts';
import type { PageCost, PagesResult } from '../pages/run.ts';
import { machineLine } from './machine.ts';
import { figure, table } from './markdown.ts';

const wantedMs = 30;
const wantedBytes = 60 * 1024;

/** The report on the pages for people, in Markdown. */
export function pagesReport({ pages, options, pinned }: PagesResult): string {
  const slowest = worst(pages, ({ processorMs }) => processorMs);
  const largest = worst(pages, ({ bytesWithoutPictures }) => bytesWithoutPictures);
  return [
    '# Pages for people',
    machineLine(null, pinned),
    `Data: the seeds, on the embedded store with default settings. Each page was requested ${options.times} times, one after the other, after three warm-up rounds. Processor time is that of the whole server for one answer, including compression.`,
    '## Aims',
    [
      `- The slowest page takes at most ${wantedMs} ms of the server: ${slowest.path} takes ${figure(slowest.processorMs)} ms${slowest.processorMs <= wantedMs ? '' : ', **missed**'}.`,
      `- Without pictures a page has at most 60 kB, compressed: ${largest.path} has ${kilobytes(largest.bytesWithoutPictures)} kB${largest.bytesWithoutPictures <= wantedBytes ? '' : ', **missed**'}.`,
    ].join('\n'),
    '## Page by page',
    table(
      ['page', 'processor ms', 'median ms', 'worst ms', 'kB', 'kB without pictures'],
      pages.map(({ path, processorMs, ms, bytes, bytesWithoutPictures }) => [
        `\`${path}\``,
        figure(processorMs),
        figure(spreadOf(ms).median),
        figure(spreadOf(ms).max),
        kilobytes(bytes),
        kilobytes(bytesWithoutPictures),
      ]),
    ),
    '',
  ].join('\n\n');
}

function worst(pages: readonly PageCost[], cost: (page: PageCost) => number): PageCost {
  const [first, ...others] = pages;
  if (first === undefined) throw new Error('No page was measured.');
  return others.reduce((most, page) => (cost(page) > cost(most) ? page : most), first);
}

function kilobytes(bytes: number): string {
  return figure(bytes / 1024);
}
