import { readFile } from 'node:fs/promises';

/** Clock ticks of /proc per second: 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

/**
 * Processor seconds that a process has used so far, all threads together. Unlike requests per
 * second it hardly depends on what else the machine does. NaN where there is no /proc.
 */
export async function processorSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return Number.NaN;
  // The command, in brackets, may hold spaces; user and system time are 11 and 12 fields after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
