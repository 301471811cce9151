import type { ScaleResult } from '../scale/run.ts';
import { machineLine } from './machine.ts';
import { table } from './markdown.ts';

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
const milliseconds = (value: number) => value.toFixed(value < 10 ? 1 : 0);

/** What loading and first pages cost at each size. */
export function scaleReport(results: readonly ScaleResult[]): string {
  const names = results[0]?.pages.map(({ name }) => name) ?? [];
  return [
    '# A hub of models, in an embedded file',
    machineLine(null, false),
    '## Loading, start, memory, disk',
    table(
      [
        'models',
        'entities',
        'relations',
        'claims',
        'load',
        'entities/s',
        'peak memory of the load',
        'bytes an entity',
        'start',
        'memory after first pages',
      ],
      results.map((found) =>
        [
          found.models,
          found.entities,
          found.relations,
          found.claims,
          `${Math.round(found.loadSeconds)} s`,
          Math.round(found.entities / found.loadSeconds),
          megabytes(found.loadPeakBytes),
          Math.round(found.diskBytes / found.entities),
          `${Math.round(found.startSeconds * 1000)} ms`,
          megabytes(found.servedBytes),
        ].map(String),
      ),
    ),
    '## First pages, in milliseconds: the first time, and the slowest of 20 more',
    table(
      ['page', ...results.map(({ models }) => `${models} models`)],
      names.map((name, place) => [
        name,
        ...results.map(({ pages }) => {
          const found = pages[place];
          return found === undefined
            ? ''
            : `${milliseconds(found.first)}, ${milliseconds(found.slowestLater)}`;
        }),
      ]),
    ),
    '',
  ].join('\n\n');
}
