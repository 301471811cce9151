/** Prints what a process measured as JSON, with the most memory and the processor time it took. */
export function print(measured: object): void {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const peakBytes = maxRSS * 1024;
  const processorSeconds = (userCPUTime + systemCPUTime) / 1e6;
  process.stdout.write(JSON.stringify({ ...measured, peakBytes, processorSeconds }));
}
