import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, readLines } from '../../src/exchange/input-file.ts';
import { inFolder } from '../support/in-folder.ts';

/** The lines, and the problem after them. */
async function linesIn(content: string | Uint8Array, most?: number) {
  return inFolder({}, async (folder) => {
    const file = join(folder, 'lines.txt');
    await writeFile(file, content);
    const lines: string[] = [];
    for await (const line of readLines(file, most)) {
      if (line.ok) lines.push(line.value);
      else return { lines, problem: line.problems.map(({ line, code }) => `${line} ${code}`) };
    }
    return { lines, problem: null };
  });
}

describe('the lines of a file', () => {
  it('are those of its text, wherever its bytes are divided', async () => {
    // Longer than what is read at a time, with characters of several bytes.
    const long = 'ä€😀'.repeat(40_000);
    const texts = fc.array(fc.constantFrom('\n', '', 'a', 'é\n', long, `${long}\n`), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (parts) => {
        const text = parts.join('');
        expect(await linesIn(text)).toEqual({ lines: text.split('\n'), problem: null });
      }),
      { numRuns: 30 },
    );
  });

  it('end before one that is too long, or that is no UTF-8', async () => {
    expect(await linesIn(`a\nb\n${'c'.repeat(300_000)}\nd`, 1000)).toEqual({
      lines: ['a', 'b'],
      problem: ['3 too-large'],
    });
    for (const bytes of [
      [0xff, 0x0a],
      [0xe2, 0x82],
    ]) {
      expect(await linesIn(Buffer.from([0x61, 0x0a, ...bytes]))).toEqual({
        lines: ['a'],
        problem: ['2 unreadable'],
      });
    }
  });

  it('are refused where there is no regular file', async () => {
    for (const path of ['/', '/nothing/there']) {
      const found: boolean[] = [];
      for await (const { ok } of readLines(path)) found.push(ok);
      expect(found).toEqual([false]);
    }
  });
});

describe('the beginning of a file', () => {
  it('has no byte order mark, and is empty where there is no file', async () => {
    const found = await inFolder({ 'list.json': `\uFEFF[${' '.repeat(9000)}]` }, (folder) =>
      beginningOf(join(folder, 'list.json')),
    );
    expect([found.at(0), found.length]).toEqual(['[', 4096 - 3]);
    expect(await beginningOf('/nothing/there')).toBe('');
  });

  it('is not waited for where it may never come', async () => {
    await inFolder({}, async (folder) => {
      const pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      expect(await beginningOf(pipe)).toBe('');
    });
  });
});
