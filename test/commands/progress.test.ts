import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type ProgressStream, showProgress } from '../../src/commands/progress.ts';

/** A stream that keeps what is written to it. */
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
  const show = showProgress(stream);
  for (let done = step; done <= total; done += step) show({ done, total, revision: 1 });
  return stream.text;
}

describe('progress', () => {
  it('is a bar on a terminal, drawn over itself', () => {
    const text = shown(kept({ isTTY: true, columns: 60 }), 100, 25);
    const frames = text.split('\u001b[1G').slice(1);
    expect(frames).toHaveLength(4);
    expect(frames[1]).toMatch(/^█{18}░{17} 50 %, 50 of 100 written/);
    expect(frames[3]).toMatch(/^█+ 100 %, 100 of 100 written\n$/);
    for (const frame of frames) expect(frame.split('\u001b')[0]?.trim().length).toBeLessThan(60);
  });

  it.each([0, undefined])('is a bar where the width is said to be %s', (columns) => {
    const terminal = columns === undefined ? { isTTY: true } : { isTTY: true, columns };
    expect(shown(kept(terminal), 2, 1)).toContain('█'.repeat(40));
  });

  it('is no bar where the terminal has no room for one', () => {
    const text = shown(kept({ isTTY: true, columns: 10 }), 2, 1);
    expect(text).not.toMatch(/[█░]/);
    expect(text).toContain('2 of 2 written\n');
  });

  it('is some lines elsewhere, the last of them whole', () => {
    const lines = shown(kept({}), 1000, 1).trimEnd().split('\n');
    expect(lines).toHaveLength(20);
    expect(lines.at(-1)).toBe('1000 of 1000 written');
  });
});
