import { pino } from 'pino';

export type Logger = pino.Logger;

/** The bytes of log lines that are buffered, and how long they may wait. */
const bufferedBytes = 4096;
const bufferedMs = 100;

/**
 * Writes JSON lines to stderr; stdout is for the output of commands. Lines are buffered: one write
 * for each request costs a quarter of the throughput.
 */
export function createLogger(level: string): Logger {
  const destination = pino.destination({
    dest: 2,
    sync: true,
    minLength: bufferedBytes,
    periodicFlush: bufferedMs,
  });
  process.on('exit', () => destination.flushSync());
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
