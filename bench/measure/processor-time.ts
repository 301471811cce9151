import { readFile } from 'node:fs/promises';

/** Clock ticks of /proc per second. Every Linux that runs Node has 100. */
const ticksPerSecond = 100;

/**
 * The processor seconds that a process has used so far, for all threads. Unlike requests per
 * second, they hardly depend on other processes. NaN where there is no /proc.
 */
export async function processorSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return Number.NaN;
  // The command, in brackets, may contain spaces. User and system time are 11 and 12 fields after
  // it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
