import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type ProgressStream, showProgress, showReading } from '../../src/commands/progress.ts';

/** A stream that stores the text written to it. */
function kept(terminal: { isTTY?: boolean; columns?: number }): ProgressStream & { text: string } {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      result.text += String(chunk);
      done();
    },
  });
  const result = Object.assign(stream, { text: '', ...terminal });
  return result;
}

function shown(stream: ProgressStream & { text: string }, total: number, step: number): string {
  const show = showProgress(stream, () => 0);
  for (let done = step; done <= total; done += step) show({ done, total, revision: 1 });
  return stream.text;
}

describe('progress', () => {
  it('is a bar on a terminal, drawn over itself', () => {
    const text = shown(kept({ isTTY: true, columns: 60 }), 100, 25);
    const frames = text.split('\u001b[1G').slice(1);
    expect(frames).toHaveLength(4);
    expect(frames[1]).toMatch(/^█{19}░{19} 50 %, 50 of 100 done/);
    expect(frames[3]).toMatch(/^█+ 100 %, 100 of 100 done\n$/);
    for (const frame of frames) expect(frame.split('\u001b')[0]?.trim().length).toBeLessThan(60);
  });

  it.each([0, undefined])('is a bar if the width is %s', (columns) => {
    const terminal = columns === undefined ? { isTTY: true } : { isTTY: true, columns };
    expect(shown(kept(terminal), 2, 1)).toContain('█'.repeat(40));
  });

  it('is not a bar if the terminal is too narrow', () => {
    const text = shown(kept({ isTTY: true, columns: 10 }), 2, 1);
    expect(text).not.toMatch(/[█░]/);
    expect(text).toContain('2 of 2 done\n');
  });

  it('is some lines elsewhere, the last of them whole', () => {
    const lines = shown(kept({}), 1000, 1).trimEnd().split('\n');
    expect(lines).toHaveLength(20);
    expect(lines.at(-1)).toBe('1000 of 1000 done');
  });

  it('shows the rate and the remaining time, once known', () => {
    const stream = kept({});
    let now = 0;
    const show = showProgress(stream, () => now);
    for (const [seconds, done] of [
      [0.5, 1000],
      [10, 50_000],
      [100, 100_000],
      [1000, 1_000_000],
    ] as const) {
      now = 1000 * seconds;
      show({ done, total: 1_000_000, revision: 1 });
    }
    expect(stream.text.trimEnd().split('\n')).toEqual([
      '50000 of 1000000 done, 5,000 a second, 3 min left',
      '100000 of 1000000 done, 1,000 a second, 15 min left',
      '1000000 of 1000000 done, 1,000 a second',
    ]);
  });

  it('reports a large source while it is read, one line for each 100,000 entities', () => {
    const stream = kept({});
    const show = showReading(stream);
    for (let entities = 500; entities <= 250_000; entities += 500) show(entities);
    expect(stream.text).toBe('100000 entities read\n200000 entities read\n');
  });
});
