import { clearLine, cursorTo } from 'node:readline';
import type { LoadProgress } from '../exchange/load/load.ts';

/** The stream for progress: standard error, or one like it. */
export type ProgressStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
};

const widest = 40;
/** The most lines of progress in a log. */
const linesInAll = 20;
/** The milliseconds before a rate is meaningful. */
const surelyMs = 1000;

/**
 * Shows the progress of a load, its rate and the remaining time: a moving bar on a terminal,
 * otherwise lines. `now` is a clock in milliseconds.
 */
export function showProgress(
  stream: ProgressStream,
  now: () => number = () => performance.now(),
): (progress: LoadProgress) => void {
  const begun = now();
  const paceOf = (progress: LoadProgress) => pace(progress, now() - begun);
  return stream.isTTY === true ? bar(stream, paceOf) : lines(stream, paceOf);
}

/** The number of entities from one line to the next. */
const readingStep = 100_000;

/** Shows the reading of a large source, whose size is not known yet. */
export function showReading(stream: ProgressStream): (entities: number) => void {
  let shown = 0;
  return (entities) => {
    const steps = Math.floor(entities / readingStep);
    if (steps === shown) return;
    shown = steps;
    stream.write(`${entities} entities read\n`);
  };
}

type Pace = (progress: LoadProgress) => string;

/** "4,950 a second, 3 min left". Empty at the start, and without a remaining time at the end. */
function pace({ done, total }: LoadProgress, milliseconds: number): string {
  if (milliseconds < surelyMs || done === 0) return '';
  const rate = (1000 * done) / milliseconds;
  const each = `, ${Math.round(rate).toLocaleString('en-US')} a second`;
  return done >= total ? each : `${each}, ${duration((total - done) / rate)} left`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

function bar(stream: ProgressStream, paceOf: Pace): (progress: LoadProgress) => void {
  return (progress) => {
    const { done, total } = progress;
    const part = Math.floor((100 * done) / total);
    const said = ` ${part} %, ${done} of ${total} done${paceOf(progress)}`;
    // A terminal of unknown width reports 0.
    const width = Math.max(0, Math.min(widest, (stream.columns || 80) - said.length - 1));
    const full = Math.round((width * done) / total);
    clearLine(stream, 0);
    cursorTo(stream, 0);
    stream.write('█'.repeat(full) + '░'.repeat(width - full) + said);
    if (done === total) stream.write('\n');
  };
}

function lines(stream: ProgressStream, paceOf: Pace): (progress: LoadProgress) => void {
  let written = 0;
  return (progress) => {
    const { done, total } = progress;
    const part = Math.floor((linesInAll * done) / total);
    if (part === written) return;
    written = part;
    stream.write(`${done} of ${total} done${paceOf(progress)}\n`);
  };
}
