import type { FaultResult } from '../faults/run.ts';
import { machineLine } from './machine.ts';

/** The table of faults and their results, in Markdown. */
export function faultsReport(results: readonly FaultResult[]): string {
  const lines = results.flatMap(({ name, options, outcomes }) =>
    outcomes.map(({ fault, held, found }) =>
      [fault, held ? 'yes' : '**no**', found, `\`${commandOf(name, options)}\``]
        .map((cell) => cell.replaceAll('|', '\\|'))
        .join(' | '),
    ),
  );
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}. ${machineLine(null, false)}`,
    '',
    '| Fault | Held | What was found | Again, with |',
    '|---|---|---|---|',
    ...lines.map((line) => `| ${line} |`),
    '',
  ].join('\n');
}

function commandOf(name: string, { kills, seconds, seed }: FaultResult['options']): string {
  const size = name.startsWith('kill')
    ? ` --kills ${kills} --seed ${seed}`
    : name === 'hostile-load'
      ? ` --seconds ${seconds}`
      : '';
  return `npm run bench -- faults --rows ${name}${size}`;
}
