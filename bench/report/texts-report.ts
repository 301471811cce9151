import type { TextsAtSize } from '../texts/run.ts';
import { machineLine } from './machine.ts';
import { figure, megabytes, table } from './markdown.ts';

/**
 * The report on how the cost of search, suggestions and mentions grows with the models, in
 * Markdown.
 */
export function textsReport(results: readonly TextsAtSize[]): string {
  const head = ['', ...results.map(({ store, models }) => `${figure(models)} models, ${store}`)];
  const row = (what: string, of: (result: TextsAtSize) => string) => [what, ...results.map(of)];
  const questions = Object.keys(results[0]?.asked.took ?? {});
  return [
    '# Texts found in the stores',
    machineLine(null, false),
    'Models are generated with names as on a hub (`organization/base-v1.2-7b-use-form`), two labels and a summary each. A store is filled in changes of 2,000 models; a separate process then opens it and sends requests. Times are in milliseconds, for the search alone, without reading the properties of the hits.',
    table(head, [
      row('models written in a second', (r) => figure(r.models / r.loadSeconds)),
      row('bytes of the file for a model, all told', (r) =>
        figure(r.bytes === null ? Number.NaN : r.bytes / r.models),
      ),
      row('from opening to the first hits', (r) => figure(r.asked.firstSearch)),
      row('the first suggestions', (r) => figure(r.asked.firstSuggest)),
      row('the first annotation of 2,000 characters', (r) => figure(r.asked.firstAnnotate)),
      row('resident memory of the process that asks', (r) => megabytes(r.asked.residentBytes)),
      row('one model written anew', (r) => figure(r.asked.write)),
      row('the first search after it', (r) => figure(r.asked.searchAfterWrite)),
      row('names that come first, of 300', (r) => figure(r.asked.rightFirst)),
    ]),
    table(
      head,
      questions.map((question) =>
        row(`${question}: p50 / p99`, ({ asked }) => {
          const sorted = [...(asked.took[question] ?? [])].sort((a, b) => a - b);
          const at = (share: number) =>
            sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
          return `${figure(at(0.5))} / ${figure(at(0.99))}`;
        }),
      ),
    ),
    '',
  ].join('\n\n');
}
