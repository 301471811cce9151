import type { Config } from '../config.ts';
import type { DatasetRecord } from '../store/graph-store.ts';
import { type ExitCode, exitCode } from './command-error.ts';
import { withStore } from './open-store.ts';

interface DatasetsOptions {
  readonly json?: boolean;
}

/** Lists the data sets of the configured store, with what each states and when it last changed. */
export async function datasets(
  config: Config,
  { json = false }: DatasetsOptions,
): Promise<ExitCode> {
  return withStore(config, async (store) => {
    const found = await store.held.datasets();
    process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : tableOf(found));
    return exitCode.ok;
  });
}

const columns = ['data set', 'entities', 'sources', 'statements', 'changed'];

function tableOf(found: readonly DatasetRecord[]): string {
  if (found.length === 0) return 'There are no data sets: nothing was loaded.\n';
  const rows = [columns, ...found.map(rowOf)];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function rowOf({ name, counts, changedAt, complete }: DatasetRecord): readonly string[] {
  const { entities = '?', sources = '?', statements = '?' } = counts ?? {};
  const day = complete ? changedAt : `${changedAt}, not finished: load it again`;
  return [name, String(entities), String(sources), String(statements), day];
}
