import { clearLine, cursorTo } from 'node:readline';
import type { LoadProgress } from '../exchange/load.ts';

/** Where progress is written: standard error, or what behaves like it. */
export type ProgressStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
};

const widest = 40;
/** How many lines progress takes in a log. */
const linesInAll = 20;

/** Shows the progress of a load: a bar on a terminal, lines elsewhere. */
export function showProgress(stream: ProgressStream): (progress: LoadProgress) => void {
  return stream.isTTY === true ? bar(stream) : lines(stream);
}

function bar(stream: ProgressStream): (progress: LoadProgress) => void {
  return ({ done, total }) => {
    const said = ` ${Math.floor((100 * done) / total)} %, ${done} of ${total} written`;
    // A terminal of unknown width reports 0.
    const width = Math.max(0, Math.min(widest, (stream.columns || 80) - said.length - 1));
    const full = Math.round((width * done) / total);
    clearLine(stream, 0);
    cursorTo(stream, 0);
    stream.write('█'.repeat(full) + '░'.repeat(width - full) + said);
    if (done === total) stream.write('\n');
  };
}

function lines(stream: ProgressStream): (progress: LoadProgress) => void {
  let written = 0;
  return ({ done, total }) => {
    const part = Math.floor((linesInAll * done) / total);
    if (part === written) return;
    written = part;
    stream.write(`${done} of ${total} written\n`);
  };
}
