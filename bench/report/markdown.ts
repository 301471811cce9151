import type { Spread } from '../measure/statistics.ts';

/** A Markdown table; the first column is text, the others are figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Three significant digits, or all digits before the point. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

/** The median and, in brackets, the range of the rounds. */
export function spread({ median, min, max }: Spread): string {
  return `${figure(median)} [${figure(min)}–${figure(max)}]`;
}

export function times(ratio: number): string {
  return Number.isNaN(ratio) ? '–' : `${ratio.toFixed(2)} ×`;
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`;
}

/** The memory of each process, by its title. */
export function memoryTable(memory: ReadonlyMap<string, number>): string {
  return table(
    ['process', 'memory'],
    [...memory].map(([title, bytes]) => [title, megabytes(bytes)]),
  );
}
